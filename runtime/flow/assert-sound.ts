import type { CaseType } from '../definition/case-type.ts';
import type { Flow, FlowState } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { parsePeriod } from '../time/period.ts';
import { ACTIONS, AUTOMATIONS } from './catalogue.ts';
import type { FlowNode } from './model.ts';
import { branchesOf, statesOf, type PlacedBranch } from './walk.ts';

const KEY = /^(?!xstate|constructor$|prototype$|toString$)[a-z][a-zA-Z0-9_-]{0,40}$/;
/** Takes anything: a missing key would pass the pattern as the word undefined. */
const isKey = (key: unknown): boolean => typeof key === 'string' && KEY.test(key);
const TYPES = [undefined, 'final', 'parallel'];

/**
 * The last guard before XState, which takes most mistakes in silence: an unknown delay fires at once, an unknown action
 * is passed on, a repeated key or an odd `type` is accepted. The check says the same to people, earlier and better; this
 * holds for a definition that nobody checked. Throws `flow.unsound` with every fault as `<fault> <pointer>`.
 */
export function assertSound({ flow, settings }: Pick<CaseType, 'flow' | 'settings'>): void {
  const states = statesOf(flow);
  const faults = [
    ...repeated(states.map(({ key }) => key)).map((key) => `repeated-state /${key}`),
    ...repeated(states.flatMap(({ config }) => config.invoke?.id ?? [])).map((id) => `repeated-automation /${id}`),
    ...groupFaults(flow, '', Object.keys(flow.states)),
    ...states.flatMap((node) => stateFaults(node, siblingsOf(node, states), settings.delays ?? {}))
  ];
  if (faults.length > 0) throw new PlatformError('flow.unsound', { faults });
}

const repeated = (keys: readonly string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index);

const siblingsOf = (node: FlowNode, states: readonly FlowNode[]): string[] =>
  states.filter(({ parent }) => parent === node.parent).map(({ key }) => key);

function stateFaults({ key, config, pointer }: FlowNode, siblings: string[], delays: object): string[] {
  const children = Object.keys(config.states ?? {});
  const entered = config.type === 'parallel' || children.length === 0 ? [] : groupFaults(config, pointer, children);
  const clocks = [...Object.keys(config.after ?? {}), ...(config.meta?.deadline ? [config.meta.deadline] : [])];
  return [
    ...(isKey(key) ? [] : [`key ${pointer}`]),
    ...(TYPES.includes(config.type) ? [] : [`type ${pointer}`]),
    ...entered,
    ...clocks.filter((name) => !isDelay(name, delays)).map((name) => `delay ${pointer}/after/${name}`),
    ...automationFaults(config, pointer),
    ...actionFaults([...(config.entry ?? []), ...(config.exit ?? [])], pointer),
    ...branchesOf(config, pointer).flatMap((placed) => branchFaults(placed, siblings))
  ];
}

function groupFaults(group: Flow | FlowState, pointer: string, children: readonly string[]): string[] {
  const initial = children.includes(group.initial ?? '') ? [] : [`initial ${pointer}`];
  const targets = children.map((key) => `.${key}`);
  return 'id' in group
    ? [...initial, ...branchesOf(group, pointer).flatMap((placed) => branchFaults(placed, targets))]
    : initial;
}

const isDelay = (name: string, delays: object): boolean => parsePeriod(name) !== null || Object.hasOwn(delays, name);

function automationFaults({ invoke }: FlowState, pointer: string): string[] {
  if (!invoke) return [];
  const known = Object.hasOwn(AUTOMATIONS, invoke.src) && isKey(invoke.id) && invoke.onError !== undefined;
  return known ? [] : [`automation ${pointer}/invoke`];
}

const actionFaults = (actions: readonly { type: string }[], pointer: string): string[] =>
  actions.filter(({ type }) => !Object.hasOwn(ACTIONS, type)).map(({ type }) => `action ${pointer} ${type}`);

function branchFaults({ branch, pointer, trigger, name, last }: PlacedBranch, targets: readonly string[]): string[] {
  const { target, guard, actions = [] } = branch;
  return [
    ...(target === undefined || targets.includes(target) ? [] : [`target ${pointer}`]),
    ...(trigger !== 'on' || isKey(name) ? [] : [`event ${pointer}`]),
    ...(guard === undefined || guard.type === 'when' ? [] : [`guard ${pointer}`]),
    // Else an event that the case expects could do nothing, and nobody would be told.
    ...(trigger === 'on' && last && guard ? [`no-default ${pointer}`] : []),
    ...actionFaults(actions, pointer)
  ];
}
