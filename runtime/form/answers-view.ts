import type { FileReference } from './kinds/file.ts';
import type { Snapshot, SnapshotElement } from './snapshot.ts';

/** One answer as it is drawn: label and text. */
export interface AnswerLine {
  readonly type: 'answer';
  readonly id: string;
  readonly pointer: string;
  readonly label: string;
  /** Line by line; empty when it was not answered. */
  readonly value: readonly string[];
  readonly files: readonly FileReference[];
  /** Whether it differs from the answer of the earlier snapshot, if there was one. */
  readonly changed: boolean;
}

/** Answers under a heading of their own: a group, or one row of a list. */
export interface AnswerGroup {
  readonly type: 'group';
  readonly id: string;
  readonly label: string;
  readonly items: readonly AnswerItem[];
}

export type AnswerItem = AnswerLine | AnswerGroup;

/** The answers of one page; `id` is the page's, for the link that changes them. */
export interface AnswerSection {
  readonly id: string;
  readonly label: string;
  readonly items: readonly AnswerItem[];
}

/**
 * The answers as review page, receipt, document and staff draw them, from the snapshot alone: the same in ten years.
 * With an earlier snapshot, tells which answers differ from it. Pure.
 */
export function answersView(now: Snapshot, before?: Snapshot): AnswerSection[] {
  const earlier = before && new Map(before.pages.flatMap(answersIn));
  return now.pages
    .map(({ id, label, children = [] }) => ({ id, label, items: children.flatMap((child) => items(child, earlier)) }))
    .filter((section) => section.items.length > 0);
}

type Earlier = ReadonlyMap<string, string> | undefined;

function items(element: SnapshotElement, earlier: Earlier): AnswerItem[] {
  const { id, kind, label, pointer, answer, files = [], children } = element;
  if (pointer !== undefined && answer) {
    const changed = earlier !== undefined && (earlier.get(pointer) ?? '[]') !== printed(element);
    return [{ type: 'answer', id, pointer, label, value: answer, files, changed }];
  }
  const inner = (children ?? []).flatMap((child) => items(child, earlier));
  if (kind === 'line' || inner.length === 0) return inner;
  return [{ type: 'group', id, label, items: inner }];
}

const answersIn = (element: SnapshotElement): [string, string][] => [
  ...(element.pointer !== undefined && element.answer
    ? [[element.pointer, printed(element)] satisfies [string, string]]
    : []),
  ...(element.children ?? []).flatMap(answersIn)
];

/** Files count by what they are, not by their name alone. */
const printed = ({ answer = [], files = [] }: SnapshotElement): string =>
  JSON.stringify([...answer, ...files.map(({ id }) => id)]);
