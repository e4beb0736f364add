import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { freeKey, keyOfText } from '../../commands/keys.ts';
import { takenKeys } from './flow-places.ts';
import type { CaseTypeDocument } from '../../document/model.ts';

/** What a step can be, as one chooses it: what the drawing has, with the names that an administrator knows. */
export const STEP_KINDS = ['step', 'wait', 'automatic', 'decision', 'regions', 'phase', 'end'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** A step with all in it, and the Swedish texts that it must have. */
export interface MadeStep {
  readonly key: string;
  readonly config: JsonObject;
  readonly texts: Readonly<Record<string, string>>;
}

export interface StepWish {
  readonly kind: StepKind;
  readonly title: string;
  readonly phase: string;
  /** Where the step leads; undefined while nothing is there to lead to. */
  readonly next: string | undefined;
  /** Whether the citizen reads a status of its own here, and not of a group around it. */
  readonly hasStatus: boolean;
}

/** Free keys, each given once. */
function keyring(document: CaseTypeDocument): (of: 'state' | 'event' | 'automation', base: string) => string {
  const taken = takenKeys(document);
  return (of, base) => {
    const key = freeKey(taken[of], base);
    taken[of].add(key);
    return key;
  };
}

/** A new step of a kind, ready to run as far as the kind alone can say. Pure. */
export function makeStep(document: CaseTypeDocument, wish: StepWish): MadeStep {
  const free = keyring(document);
  const texts: Record<string, string> = {};
  const named = (title: string, hasStatus: boolean): string => {
    const key = free('state', keyOfText(title) || 'steg');
    texts[`state.${key}.title`] = title;
    if (hasStatus) texts[`state.${key}.status`] = title;
    return key;
  };
  const outcome = (label: string, roles: readonly string[], target: string | undefined): JsonObject => {
    const event = free('event', keyOfText(label));
    texts[`event.${event}.label`] = label;
    return { [event]: { ...leads(target), meta: { roles: [...roles] } } };
  };
  const { kind, title, phase, next } = wish;
  const key = named(title, wish.hasStatus && kind !== 'decision' && kind !== 'phase');
  const group = (hasStatus: boolean): JsonObject => {
    const end = named('Klart', hasStatus);
    const first = named('Nytt steg', hasStatus);
    return {
      initial: first,
      states: { [first]: { ...work(phase), on: outcome('Klar', ['caseworker'], end) }, [end]: { type: 'final' } }
    };
  };
  const shapes: Readonly<Record<StepKind, () => JsonObject>> = {
    step: () => ({ ...work(phase), on: outcome('Klar', ['caseworker'], next) }),
    wait: () => ({
      meta: { phase, waitsFor: 'applicant', role: 'caseworker' },
      on: outcome('Svar har kommit', ['caseworker'], next)
    }),
    automatic: () => ({
      meta: { phase, waitsFor: 'system' },
      invoke: {
        id: free('automation', keyOfText(title) || 'automation'),
        src: 'http',
        input: { connector: 'koppling' },
        onDone: leads(next),
        onError: leads(next)
      }
    }),
    decision: () => ({ meta: { phase, waitsFor: 'system' }, always: next === undefined ? [] : [leads(next)] }),
    phase: () => ({ meta: { phase, waitsFor: 'caseworker' }, ...group(wish.hasStatus), ...onDone(next) }),
    regions: () => ({
      type: 'parallel',
      meta: { phase, waitsFor: 'caseworker' },
      states: { [named('Del 1', false)]: group(false), [named('Del 2', false)]: group(false) },
      ...onDone(next)
    }),
    end: () => ({ type: 'final', meta: { phase, done: true } })
  };
  return { key, config: shapes[kind](), texts };
}

const work = (phase: string): JsonObject => ({ meta: { phase, waitsFor: 'caseworker', role: 'caseworker' } });
const leads = (target: string | undefined): JsonObject => (target === undefined ? {} : { target });
const onDone = (target: string | undefined): { onDone?: Json } => (target === undefined ? {} : { onDone: { target } });
