import type { Json } from '../definition/json.ts';
import type { Appeal, BeslutMeta, CommunicationGround, FromValue, Outcome } from '../definition/types.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import type { CaseData } from '../form/model.ts';
import { at } from '../form/pointer.ts';
import type { BeslutRecord } from './model.ts';

const OUTCOMES: Readonly<Record<Outcome, true>> = {
  bifall: true,
  'delvis-bifall': true,
  avslag: true,
  avvisning: true,
  avskrivning: true,
  forelaggande: true,
  forbud: true,
  erinran: true,
  varning: true,
  aterkallelse: true,
  inledande: true,
  forlangning: true,
  'ingen-atgard': true,
  overlamnande: true,
  besvarat: true
};

const COMMUNICATION_GROUNDS: Readonly<Record<CommunicationGround, true>> = {
  done: true,
  'obviously-unnecessary': true,
  'employment-or-grading': true,
  'would-obstruct': true,
  'cannot-wait': true,
  'not-applicable': true
};

export interface BeslutContext {
  /** The case with the answers of the event. */
  readonly data: CaseData;
  /** The case type's own way to appeal, where the event names none. */
  readonly appeal: Appeal;
  /** How many parts in law the case has. */
  readonly parts: number;
}

/**
 * The beslut that an event makes: `meta.beslut` with what the form holds. Pure.
 * @returns `beslut.incomplete` with `missing` when it lacks an outcome, its item of the delegationsordning, reasons
 * (FL 32 §) or what was done to hear the parts (FL 25 §), and the law lets it lack none of them.
 */
export function beslutOf(meta: BeslutMeta, context: BeslutContext): BeslutRecord | Refusal {
  const { data } = context;
  const appeal = meta.appeal ?? context.appeal;
  const outcome = known(OUTCOMES, lookUp(meta.outcome, data));
  const communication = known(COMMUNICATION_GROUNDS, lookUp(meta.communication, data));
  // A ground on which there are none is no reason to write down.
  const excused = typeof meta.reasons === 'string';
  const reasons = excused ? null : textOf(lookUp(meta.reasons, data));
  const owed = owesReasons(meta, appeal, outcome, context.parts);
  const missing = [
    ...(outcome ? [] : ['outcome']),
    ...(meta.kind === 'delegationsbeslut' && !meta.delegation ? ['delegation'] : []),
    ...(owed && !excused && !reasons ? ['reasons'] : []),
    ...(owed && context.parts > 0 && !communication ? ['communication'] : [])
  ];
  if (!outcome || missing.length > 0) return refuse('beslut.incomplete', { missing });
  return {
    kind: meta.kind,
    outcome,
    delegation: meta.delegation ?? null,
    communication,
    reasons,
    legalBasis: textOf(lookUp(meta.legalBasis, data)),
    presentedBy: textOf(lookUp(meta.presentedBy, data)),
    participants: namesIn(lookUp(meta.participants, data)),
    appeal,
    changes: meta.changes ?? null,
    enforceableAtOnce: meta.enforceableAtOnce?.ground ?? null
  };
}

/**
 * FL 25 and 32 §§ do not hold where the beslut is tried by laglighetsprövning (FL 2 §), and verkställighet is no beslut.
 * They are obviously unnecessary for a bifall in a case with one part, which goes against nobody.
 */
function owesReasons({ kind }: BeslutMeta, appeal: Appeal, outcome: Outcome | null, parts: number): boolean {
  if (kind === 'verkstallighet' || appeal.kind === 'laglighetsprovning') return false;
  return outcome !== 'bifall' || parts > 1;
}

const lookUp = (value: FromValue | string | undefined, data: CaseData): Json | undefined =>
  typeof value === 'object' ? at(data, value.from) : value;

const known = <Key extends string>(table: Readonly<Record<Key, true>>, value: Json | undefined): Key | null =>
  isKey(table, value) ? value : null;

const isKey = <Key extends string>(table: Readonly<Record<Key, true>>, value: Json | undefined): value is Key =>
  typeof value === 'string' && Object.hasOwn(table, value);

const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

const namesIn = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((name) => textOf(name) ?? []);
