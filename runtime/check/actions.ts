import type { CaseType } from '../definition/case-type.ts';
import type { Action, FlowState } from '../definition/types.ts';
import { branchesOf } from '../flow/walk.ts';
import { placesOf } from './expressions.ts';

export interface PlacedAction {
  readonly action: Action;
  readonly pointer: string;
}

/** Every action of a flow with its pointer into the case type. */
export function actionsOf({ flow }: CaseType): PlacedAction[] {
  return placesOf(flow).flatMap(({ config, pointer }) => {
    const { entry, exit }: FlowState = 'id' in config ? {} : config;
    return [
      ...placed(entry, `${pointer}/entry`),
      ...placed(exit, `${pointer}/exit`),
      ...branchesOf(config, pointer).flatMap((each) => placed(each.branch.actions, `${each.pointer}/actions`))
    ];
  });
}

const placed = (actions: readonly Action[] = [], pointer: string): PlacedAction[] =>
  actions.map((action, index) => ({ action, pointer: `${pointer}/${index}` }));
