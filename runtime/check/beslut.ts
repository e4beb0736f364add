import type { CaseType } from '../definition/case-type.ts';
import type { Appeal, BeslutMeta, Branch } from '../definition/types.ts';
import { branchesOf, type PlacedBranch } from '../flow/walk.ts';
import { placesOf } from './expressions.ts';

export interface PlacedBeslut {
  readonly beslut: BeslutMeta;
  /** Of the beslut itself, into the case type. */
  readonly pointer: string;
  /** Its branches, into the case type; all of the event's, though `meta` stands on the first. */
  readonly branches: readonly string[];
  readonly first: PlacedBranch;
  readonly ways: readonly Branch[];
  /** Where it is appealed: its own way, else the case type's. */
  readonly appeal: Appeal;
}

/** Every beslut that a flow makes. */
export function beslutOf({ flow, settings }: CaseType): PlacedBeslut[] {
  return placesOf(flow).flatMap(({ config, pointer }) => {
    const lists = Map.groupBy(branchesOf(config, pointer), (placed) => placed.pointer.replace(/\/\d+$/, ''));
    return [...lists.values()].flatMap((list) => {
      const [first] = list;
      const beslut = first?.branch.meta?.beslut;
      if (!first || !beslut) return [];
      const branches = list.map((placed) => placed.pointer);
      return [
        {
          beslut,
          first,
          branches,
          ways: list.map(({ branch }) => branch),
          pointer: `${first.pointer}/meta/beslut`,
          appeal: beslut.appeal ?? settings.appeal
        }
      ];
    });
  });
}
