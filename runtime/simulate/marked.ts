import type { CaseType } from '../definition/case-type.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Flow } from '../definition/types.ts';
import { compile } from '../flow/compile.ts';
import { toMachine, toStateMachine } from '../flow/machine.ts';
import type { Definition, Effect } from '../flow/model.ts';
import { branchesOf, statesOf } from '../flow/walk.ts';
import { at, isObject, put } from '../form/pointer.ts';

const MARK = 'passed';

/** A definition whose every state and branch leaves a mark when it is passed; nothing else of it is different. */
export function markedDefinition(caseType: CaseType): Definition {
  const { flow, settings } = caseType;
  let marked: JsonObject = JSON.parse(JSON.stringify(flow));
  const add = (place: string, params: JsonObject): void => {
    const actions = at(marked, place);
    marked = put(marked, place, [{ type: MARK, params }, ...(Array.isArray(actions) ? actions : [])]);
  };
  for (const { branch, pointer } of allBranches(flow)) {
    // An empty branch forbids what stands above it; a mark would not change that.
    if (isObject(at(marked, pointer)) && branch) add(`${pointer}/actions`, { branch: pointer });
  }
  for (const { key, pointer } of statesOf(flow)) add(`${pointer}/entry`, { state: key });
  const readable: Flow = JSON.parse(JSON.stringify(marked));
  return { ...compile(caseType), machine: toMachine(toStateMachine({ flow: readable, settings })) };
}

/** Every branch of a flow, in document order. */
export const allBranches = (flow: Flow) => [
  ...branchesOf(flow, ''),
  ...statesOf(flow).flatMap(({ config, pointer }) => branchesOf(config, pointer))
];

export const isMark = ({ type }: Effect): boolean => type === MARK;

/** The marks among some effects, in order. */
export function marksIn(effects: readonly Effect[]): { states: string[]; branches: string[] } {
  const marks = effects.filter(isMark).map(({ params }) => params);
  const named = (name: string) => marks.flatMap((params) => (typeof params[name] === 'string' ? [params[name]] : []));
  return { states: named('state'), branches: named('branch') };
}
