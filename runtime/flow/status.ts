import type { Phase, Role, StateMeta, WaitsFor } from '../definition/types.ts';
import { activeNodes, leavesOf, withAncestors } from './active.ts';
import type { Definition, EngineState, FlowNode, Timer } from './model.ts';

/** Where a case stands, in one line: what the citizen reads, and what the desk sorts by. */
export interface FlowStatus {
  /** The state whose words are used. */
  readonly state: string;
  /** Key of the one text that the citizen reads, `state.<key>.status`. */
  readonly textKey: string;
  readonly phase: Phase | null;
  readonly waitsFor: WaitsFor | null;
  /** Whose queue the case lies in. */
  readonly role: Role | null;
  /** The citizen must do something. */
  readonly actionRequired: boolean;
  /** For the citizen the case is finished. */
  readonly done: boolean;
  /** Pointers of the answers that the citizen reads with it. */
  readonly tells: readonly string[];
  /** The deadline that comes first, also when it has passed. */
  readonly deadline: Timer | null;
}

/**
 * The one status of a case. Its text stands on the outermost active group that has one, else on the leaf; what that
 * state does not say of itself, the states in it say, then the groups around it. Pure.
 */
export function statusOf(
  definition: Definition,
  state: Pick<EngineState, 'value' | 'status' | 'deadlines'>
): FlowStatus {
  const { key, metas } = speaking(definition, state);
  const first = <Name extends keyof StateMeta>(name: Name): StateMeta[Name] | undefined =>
    metas.find((meta) => meta[name] !== undefined)?.[name];
  return {
    state: key,
    textKey: `state.${key}.status`,
    phase: first('phase') ?? null,
    waitsFor: first('waitsFor') ?? null,
    role: first('role') ?? null,
    actionRequired: first('actionRequired') ?? false,
    done: first('done') ?? state.status === 'done',
    tells: first('tells') ?? [],
    deadline: state.deadlines[0] ?? null
  };
}

function speaking(
  definition: Definition,
  state: Pick<EngineState, 'value'>
): { key: string; metas: readonly StateMeta[] } {
  const active = activeNodes(definition, state.value);
  const texts = definition.caseType.texts.sv;
  const speaker =
    active.find(({ key }) => Object.hasOwn(texts, `state.${key}.status`)) ?? leavesOf(definition, state)[0];
  if (!speaker) return { key: '', metas: [] };
  const inside = active.filter((node) => node !== speaker && withAncestors(definition, node).includes(speaker));
  const around = withAncestors(definition, speaker).slice(1);
  const rest = active.filter((node) => node !== speaker && !inside.includes(node) && !around.includes(node));
  return { key: speaker.key, metas: [speaker, ...inside, ...around, ...rest].flatMap(metaOf) };
}

const metaOf = ({ config }: FlowNode): StateMeta[] => (config.meta ? [config.meta] : []);
