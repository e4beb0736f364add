import type { Json, JsonObject } from '../../definition/json.ts';
import type { Role } from '../../definition/types.ts';
import { at, isObject, put } from '../../form/pointer.ts';
import type { Node } from './graph.ts';
import type { Skip } from './take.ts';
import type { Why } from './why.ts';

const NEEDS_MORE: Readonly<Record<string, Why>> = {
  ServiceTask: 'automation-to-choose',
  SendTask: 'automation-to-choose',
  ScriptTask: 'automation-to-choose',
  BusinessRuleTask: 'table-to-choose',
  CallActivity: 'other-process',
  InclusiveGateway: 'gateway-as-choice',
  ComplexGateway: 'gateway-as-choice',
  Transaction: 'group-as-phase',
  AdHocSubProcess: 'group-as-phase'
};

/** The skeleton of a state that somebody else drew, by what it looks like; tells what does not come along. */
export function fresh(node: Node, role: Role, skip: Skip): JsonObject {
  const { type, event, inner, repeats } = node;
  const why = NEEDS_MORE[type];
  if (why) skip(node, why);
  if (repeats) skip(node, 'repeats-once');
  if (type === 'EndEvent') {
    if (event) skip(node, 'end-is-plain');
    return { type: 'final' };
  }
  if (type === 'Regions') return { type: 'parallel', states: {} };
  if (/SubProcess$|^Transaction$/.test(type)) {
    if (inner.some(({ isBorder, type: kind }) => !isBorder && kind !== 'StartEvent')) return { initial: 0, states: {} };
    skip(node, 'empty-group');
  }
  if (/Gateway$/.test(type) && type !== 'EventBasedGateway') skip(node, 'choice-as-step');
  const isAutomatic = /^(Service|Send|Script|BusinessRule)Task$/.test(type);
  const waits = /^(ReceiveTask|IntermediateCatchEvent|EventBasedGateway)$/.test(type);
  if (waits && event && event !== 'Timer' && event !== 'Message') skip(node, 'event-as-outcome');
  const outside = role === 'applicant' || role === 'ombud' || role === 'party';
  const waitsFor = outside ? 'applicant' : isAutomatic ? 'system' : waits ? 'authority' : 'caseworker';
  return { meta: { waitsFor, ...(!waits && { role: isAutomatic ? 'caseworker' : role }) } };
}

/** Adds a branch to a list of a state: before the last, which is always open. */
export function addBranch(state: JsonObject, place: string, branch: JsonObject): JsonObject {
  const found = at(state, place);
  const list: Json[] = found === undefined ? [] : [found].flat();
  const last = list.at(-1);
  if (list.length === 0) return put(state, place, branch);
  // A reminder that is given somewhere to lead.
  if (list.length === 1 && isObject(last) && !('target' in last)) return put(state, place, { ...last, ...branch });
  const isOpen = isObject(last) && !('guard' in last);
  return put(state, place, isOpen ? [...list.slice(0, -1), branch, last] : [...list, branch]);
}

/** A period as `after` takes it; two weeks, and a word about it, for what it does not. */
export function periodOf(node: Node, skip: Skip): string {
  const found = /P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?)?/.exec(node.time);
  const [years, months, weeks, days, hours, minutes] = (found ?? []).slice(1).map((part) => Number(part ?? 0));
  const inDays = (years ?? 0) * 365 + (months ?? 0) * 30 + (weeks ?? 0) * 7 + (days ?? 0);
  const inHours = (hours ?? 0) + ((minutes ?? 0) > 0 ? 1 : 0);
  if (inDays > 0 && inDays < 10_000 && inHours === 0) return `P${inDays}D`;
  if (inDays * 24 + inHours > 0 && inDays < 400) return `PT${inDays * 24 + inHours}H`;
  skip(node, 'time-not-understood');
  return 'P14D';
}
