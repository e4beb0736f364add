import type { Phase } from '../definition/types.ts';
import { stockholmDay, type Day } from '../time/day.ts';
import { withAncestors } from './active.ts';
import type { Definition, EngineState } from './model.ts';
import { phaseLine, phaseOf, type PhaseStop } from './phase-line.ts';
import { statusOf } from './status.ts';

/** One step of a case, as its timeline tells it: when, and the states that it led to. */
export interface StepTaken {
  readonly at: string;
  readonly to: readonly string[];
}

/** What a citizen was told, from a day on: key of the text, `state.<key>.status`. */
export interface Told {
  readonly day: Day;
  readonly textKey: string;
}

/** A phase of the way, with what happened in it. */
export interface JourneyStop extends PhaseStop {
  /** The day it was first reached; null for one that is ahead. */
  readonly since: Day | null;
  /** The day from which what is told now is told, of the phase where the case is. */
  readonly nowSince: Day | null;
  /** What was told in it before what is told now, in order. */
  readonly told: readonly Told[];
}

/** What is told for less than this nobody has read. */
const UNREAD_MS = 60_000;

/**
 * The way of a case in the citizen's words: its phases in order, and in each what they were told and when. A phase that the case went past
 * is left out. Pure.
 */
export function journey(definition: Definition, state: EngineState, steps: readonly StepTaken[]): JourneyStop[] {
  const now = statusOf(definition, state).textKey;
  const said = toldIn(definition, steps);
  const last = said.at(-1);
  const isTold = last?.textKey === now;
  const before = isTold ? said.slice(0, -1) : said;
  const visited = steps.flatMap(({ to }) => to);
  return phaseLine(definition, state, visited)
    .filter(({ standing }) => standing !== 'skipped')
    .map((stop) => ({
      ...stop,
      since: stop.standing === 'ahead' ? null : (said.find(({ phase }) => phase === stop.phase)?.day ?? null),
      nowSince: isTold && last.phase === stop.phase ? last.day : null,
      told: before.flatMap(({ phase, day, textKey }) => (phase === stop.phase ? [{ day, textKey }] : []))
    }));
}

interface Said extends Told {
  readonly at: number;
  readonly phase: Phase | null;
}

function toldIn(definition: Definition, steps: readonly StepTaken[]): Said[] {
  const said: Said[] = [];
  for (const { at, to } of steps) {
    const textKey = textKeyOf(definition, to);
    const last = said.at(-1);
    if (textKey === undefined || textKey === last?.textKey) continue;
    const time = new Date(at).getTime();
    if (last && time - last.at < UNREAD_MS) said.pop();
    if (said.at(-1)?.textKey === textKey) continue;
    const [leaf] = to;
    said.push({
      at: time,
      day: stockholmDay(new Date(at)),
      textKey,
      phase: leaf === undefined ? null : phaseOf(definition, leaf)
    });
  }
  return said;
}

/** The text of the outermost of these states and their groups that has one, as `statusOf` chooses it. */
function textKeyOf(definition: Definition, leaves: readonly string[]): string | undefined {
  const nodes = leaves.flatMap((key) => {
    const node = definition.nodes.get(key);
    return node ? withAncestors(definition, node) : [];
  });
  const texts = definition.caseType.texts.sv;
  return nodes
    .toSorted((a, b) => a.order - b.order)
    .map(({ key }) => `state.${key}.status`)
    .find((key) => Object.hasOwn(texts, key));
}
