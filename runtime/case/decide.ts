import { allowed, isOpen, roleFor } from '../access/allowed.ts';
import { mayDecide } from '../access/delegation.ts';
import type { CaseRecord } from '../access/model.ts';
import { rolesIn } from '../access/roles.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Role } from '../definition/types.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { availableEvents } from '../flow/available-events.ts';
import type { AvailableEvent, Definition } from '../flow/model.ts';
import { step } from '../flow/step.ts';
import { put } from '../form/pointer.ts';
import { stockholmDay } from '../time/day.ts';
import { arrivedOf, type Arrived } from './arrived.ts';
import { beslutOf } from './beslut.ts';
import { entryOf } from './entry.ts';
import type { BeslutRecord, Command, Decision } from './model.ts';
import { submit, type Rules } from './rules.ts';

export interface EventDecision extends Decision {
  /** What staff registered that had come in; null when the event registers nothing of the kind. */
  readonly arrived: Arrived | null;
}

/**
 * What one command on a case leads to: who may, what the form asks, what the law asks of a beslut, then the step. Pure.
 * @returns `access.denied` to who has no role in the case, or none that the event names; `case.closed`; `case.changed`
 * with the present `seq` when the sender saw another; `flow.event_not_allowed` with the events that the sender may send
 * instead; `beslut.not_delegated` with the item that the sender does not hold; `form.answers_invalid` with faults; `beslut.incomplete` with what is missing.
 */
export function decide(rules: Rules, record: CaseRecord, command: Command, now: Date): EventDecision | Refusal {
  const { definition } = rules;
  const sent = sentAs(definition, record, command);
  if (isRefusal(sent)) return sent;
  const submission = submissionBy(rules, record, { ...sent, command, now });
  if (submission && isRefusal(submission)) return submission;
  const beslut = beslutBy(definition, record, { ...sent, submission });
  if (beslut && isRefusal(beslut)) return beslut;
  const arrived = arrivedBy(record, { ...sent, submission }, stockholmDay(now));
  if (arrived && isRefusal(arrived)) return arrived;
  const input = {
    kind: 'event',
    event: command.event,
    facts: beslut ? factsOf(beslut, now) : {},
    ...(submission && { form: submission.form, answers: submission.answers })
  } as const;
  const { state, effects } = step(definition, record.state, input, now);
  const { event } = command;
  const entry = entryOf(definition, { kind: 'event', event, role: sent.role, before: record.state, after: state });
  return { state, effects, entry, submission, beslut, arrived };
}

interface Sent {
  readonly available: AvailableEvent;
  readonly role: Role;
}

/** Whether the sender may send this now. What is refused first says least to those who have nothing to do with the case. */
function sentAs(definition: Definition, record: CaseRecord, { actor, event, seq }: Command): Sent | Refusal {
  const roles = rolesIn(actor, record);
  if (roles.length === 0) return refuse('access.denied');
  if (!isOpen(record.legalState) || record.state.status !== 'active') return refuse('case.closed');
  if (seq !== undefined && seq !== record.seq) return refuse('case.changed', { seq: record.seq });
  const available = availableEvents(definition, record.state).find((expected) => expected.event === event);
  if (!available) {
    const instead = allowed(definition, record, actor).map((other) => other.event);
    return refuse('flow.event_not_allowed', { allowed: instead });
  }
  const role = roleFor(available, roles);
  if (!role) return refuse('access.denied');
  const { beslut } = available.meta;
  if (beslut && !mayDecide(actor, record, beslut))
    return refuse('beslut.not_delegated', { item: beslut.delegation ?? '' });
  return { available, role };
}

type Wish = Sent & { readonly command: Command; readonly now: Date };

/** The answers that the event asks for. Answers to what nobody asked are refused, not dropped: the sender meant something by them. */
function submissionBy(
  rules: Rules,
  { state }: CaseRecord,
  { available, command, now }: Wish
): Decision['submission'] | Refusal {
  const { form } = available.meta;
  const { answers = {} } = command;
  if (form !== undefined) return submit(rules, { form, answers, data: state.data, now });
  if (Object.keys(answers).length === 0) return null;
  return { ...refuse('form.answers_invalid'), faults: [{ pointer: '', code: 'not-asked-for' }] };
}

type Answered = Sent & Pick<Decision, 'submission'>;

/** The case's document with the answers that the event brings. */
const dataWith = ({ state }: CaseRecord, { submission }: Answered): JsonObject =>
  submission ? put(state.data, `/${submission.form}`, submission.answers) : state.data;

const arrivedBy = (record: CaseRecord, answered: Answered, today: string): Arrived | null | Refusal =>
  arrivedOf(answered.available.meta, dataWith(record, answered), today);

function beslutBy({ caseType }: Definition, record: CaseRecord, answered: Answered): BeslutRecord | Refusal | null {
  const { beslut } = answered.available.meta;
  if (!beslut) return null;
  const { parties } = record;
  const data = dataWith(record, answered);
  const parts = parties.filter(({ isPart }) => isPart).length;
  return beslutOf(beslut, { data, appeal: caseType.settings.appeal, parts });
}

/** A new beslut has a day and an outcome, and nobody has got it yet. Verkställighet is none, and a rättelse moves no appeal time. */
const factsOf = ({ kind, outcome, changes }: BeslutRecord, now: Date): JsonObject =>
  kind === 'verkstallighet' || changes === 'rattelse'
    ? {}
    : { decidedOn: stockholmDay(now), outcome, receivedOn: null };
