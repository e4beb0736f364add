import type { Json } from '#runtime/definition/json.ts';
import type { Flow } from '#runtime/definition/types.ts';
import { isObject } from '#runtime/form/pointer.ts';
import type { CaseTypeDocument } from '../document/model.ts';

/** The flow of a draft, when it has the shape that is walked through; what is wrong in any other way is the check's to say. Pure. */
export function flowOf({ flow }: CaseTypeDocument): Flow | undefined {
  return isFlow(flow) ? flow : undefined;
}

function isFlow(flow: unknown): flow is Flow {
  return isJson(flow) && isObject(flow) && flow.id === 'flow' && isGroup(flow);
}

const isJson = (value: unknown): value is Json => value !== undefined;

const isGroup = ({ states, on }: { readonly [key: string]: Json }): boolean =>
  isObject(states) && Object.values(states).every(isState) && areLists(on);

function isState(state: Json): boolean {
  if (!isObject(state)) return false;
  const { states, on, after, always, onDone, invoke, meta } = state;
  return (
    (states === undefined || (isObject(states) && Object.values(states).every(isState))) &&
    [on, after].every(areLists) &&
    [always, onDone].every(isList) &&
    (meta === undefined || isObject(meta)) &&
    (invoke === undefined || (isObject(invoke) && isList(invoke.onDone) && isList(invoke.onError)))
  );
}

const areLists = (lists: Json | undefined): boolean =>
  lists === undefined || (isObject(lists) && Object.values(lists).every(isList));

const isList = (list: Json | undefined): boolean =>
  list === undefined || (Array.isArray(list) ? list : [list]).every((branch) => isObject(branch));
