import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { withText } from '../../commands/set-text.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument, Command } from '../../document/model.ts';
import { editTo } from '../../document/transform.ts';
import { speaksAround } from './add-step.ts';
import { branchesIn, relist, targetOf } from './branches.ts';
import { isParallel, stateAt, withEntry, withoutEntry, withValue } from './flow-places.ts';
import { makeStep, type StepKind } from './step-kinds.ts';
import { tidied } from './tidy.ts';

/**
 * Lets a step be of another kind. Its key and titles, what it means to people and what is done at it stay, and so do its main way on and all
 * that leads there; what the new kind cannot have goes. Refuses `edit.nowhere`, and `edit.not_here` among what goes on at the same time.
 */
export const turnInto =
  (step: string, kind: StepKind): Command =>
  (document) => {
    const state = stateAt(document, step);
    if (!state) return refuse('edit.nowhere', { path: step });
    if (isParallel(document, state.parent) && kind !== 'phase') return refuse('edit.not_here');
    const main = mainWay(state.config);
    const made = makeStep(document, {
      kind,
      title: step,
      phase: String(objectOf(state.config.meta).phase ?? 'utreda'),
      next: main.branches.map(targetOf).find((target) => target !== undefined),
      hasStatus: !speaksAround(document, state.parent)
    });
    const turned = withValue(document, state.place, turnedInto(kind, state.config, { shape: made.config, main }));
    const worded = Object.entries(made.texts)
      .filter(([key]) => !key.startsWith(`state.${made.key}.`) && isUsed(turned, key))
      .reduce<CaseTypeDocument>((here, [key, text]) => withText(here, { language: 'sv', key, text }), turned);
    return editTo(document, 'turn-into', tidied(document, worded));
  };

const isUsed = ({ flow }: CaseTypeDocument, textKey: string): boolean =>
  JSON.stringify(flow).includes(`"${textKey.split('.')[1] ?? ''}":`);

/** What leads on when nothing goes wrong, without what a button asks for; `event` when it is one. */
interface MainWay {
  readonly branches: readonly JsonObject[];
  readonly event: string | undefined;
}

function mainWay({ on, always, onDone, invoke }: JsonObject): MainWay {
  const [first] = Object.entries(objectOf(on));
  const own = objectOf(invoke).onDone ?? onDone ?? always;
  const branches = branchesIn(own ?? first?.[1]).map((branch) => withoutEntry(branch, 'meta'));
  return { branches, event: own === undefined ? first?.[0] : undefined };
}

interface Turn {
  /** A new step of the kind. */
  readonly shape: JsonObject;
  readonly main: MainWay;
}

function turnedInto(kind: StepKind, config: JsonObject, { shape, main }: Turn): JsonObject {
  const { entry, exit, after, on, states } = config;
  const done = { ...(entry !== undefined && { entry }), ...(exit !== undefined && { exit }) };
  const meta = { ...objectOf(config.meta), ...objectOf(shape.meta) };
  const onward = relist(undefined, main.branches);
  const timed = after === undefined ? {} : { after };
  const others = main.event === undefined ? objectOf(on) : withoutEntry(objectOf(on), main.event);
  const beside = { ...timed, ...(Object.keys(others).length > 0 && { on: others }) };
  switch (kind) {
    case 'end':
      return { type: 'final', meta: plainEnd(meta), ...(entry !== undefined && { entry }) };
    case 'decision':
      return { meta, ...done, always: [...main.branches] };
    case 'automatic':
      return { meta, ...done, invoke: { ...objectOf(shape.invoke), onDone: onward }, ...beside };
    case 'step':
    case 'wait':
      return { meta, ...done, ...timed, on: outcomes({ on, shape, main }) };
    default:
      return {
        ...shape,
        meta,
        ...done,
        ...(states !== undefined && regrouped(kind, config, shape)),
        ...(main.branches.length > 0 && { onDone: onward }),
        ...beside
      };
  }
}

/** The buttons that there were; the main way as a button of its own when it was none. */
function outcomes({ on, shape, main }: { on: Json | undefined } & Turn): JsonObject {
  if (main.event !== undefined) return objectOf(on);
  const [[event = '', made = {}] = []] = Object.entries(objectOf(shape.on));
  const list = main.branches.length > 0 ? relist(made, main.branches) : made;
  const [first] = Object.keys(objectOf(on));
  return withEntry(objectOf(on), event, list, first);
}

/** What cannot be said of an end goes. */
const plainEnd = (meta: JsonObject): JsonObject =>
  ['waitsFor', 'role', 'form', 'deadline', 'actionRequired', 'untilEnforceable'].reduce(withoutEntry, {
    ...meta,
    done: true
  });

/** The steps of a group in a group of the other kind: one after the other as the first of two parts, and parts one after the other. */
function regrouped(kind: StepKind, { type, initial, states }: JsonObject, shape: JsonObject): JsonObject {
  const steps = objectOf(states);
  if (kind === 'phase' && type !== 'parallel') return { initial: initial ?? '', states: steps };
  if (kind === 'regions' && type === 'parallel') return { states: steps };
  if (kind === 'regions') {
    const [[first = '', part = null] = [], ...others] = Object.entries(objectOf(shape.states));
    const held = { ...objectOf(part), initial: initial ?? '', states: steps };
    return { states: { [first]: held, ...Object.fromEntries(others) } };
  }
  const keys = Object.keys(steps);
  const end = Object.entries(objectOf(shape.states)).find(([, state]) => objectOf(state).type === 'final');
  const [last = '', final = { type: 'final' }] = end ?? [];
  const row = Object.entries(steps).map(([key, part], index): [string, Json] => [
    key,
    { ...objectOf(part), onDone: { target: keys[index + 1] ?? last } }
  ]);
  return { initial: keys[0] ?? last, states: { ...Object.fromEntries(row), [last]: final } };
}
