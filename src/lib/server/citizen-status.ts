import type { CaseStatus, ToldAnswer } from '#runtime';
import { kindOf } from '#runtime/form/kinds/registry.ts';
import { lookOf } from '#runtime/form/snapshot.ts';
import { findText, type FindText } from '#runtime/form/texts.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { workingDaysBetween } from '#runtime/time/working-days.ts';
import type { JourneyStop } from '#runtime/flow/journey.ts';
import type { FlowStatus } from '#runtime/flow/status.ts';
import type { Language } from '#lib/text/language.ts';
import { textsIn } from './case-type-text.ts';
import { citizenPayments, type CitizenPayment } from './payment/citizen-payment.ts';

/** Where a case stands in the citizen's words. */
export interface CitizenStatus {
  readonly number: string;
  readonly title: string;
  /** One sentence on what happens now. */
  readonly status: string;
  readonly explanation: string | undefined;
  /** What we have answered, or asked. */
  readonly told: readonly { readonly label: string; readonly lines: readonly string[] }[];
  readonly actionRequired: boolean;
  readonly isDone: boolean;
  readonly openedAt: Date;
  readonly changedAt: Date;
  readonly journey: readonly {
    readonly phase: JourneyStop['phase'];
    readonly standing: 'done' | 'current' | 'ahead';
    readonly since: string | null;
    readonly nowSince: string | null;
    readonly told: readonly { readonly day: string; readonly text: string }[];
  }[];
  /** Whose move is the next. */
  readonly next: 'you' | 'municipality' | 'other' | 'nobody';
  /** About when something may be waited for from us. */
  readonly expected: {
    readonly day: string;
    readonly basis: 'deadline' | 'promise';
    readonly isPassed: boolean;
  } | null;
  /** What is to be done by whom waits for it, and by when. */
  readonly deadline: { readonly lastDay: string; readonly today: string; readonly workingDays: number } | undefined;
  readonly events: readonly { readonly event: string; readonly label: string; readonly isAsked: boolean }[];
  readonly payments: readonly CitizenPayment[];
}

type Standing = Pick<
  CaseStatus,
  | 'number'
  | 'definition'
  | 'status'
  | 'told'
  | 'journey'
  | 'expected'
  | 'openedAt'
  | 'changedAt'
  | 'events'
  | 'payments'
>;

function toldIn({ form, element, value }: ToldAnswer, text: FindText, language: Language) {
  const look = lookOf(element, { formKey: form, text, language });
  return {
    label: text(`form.${form}.${element.id}.label`) ?? '',
    lines: kindOf(element.options.kind).format(value, look)
  };
}

/** Who has the next move: somebody who is neither the citizen nor we is told of as another. */
function nextMove({ done, actionRequired, waitsFor }: FlowStatus, isPaying: boolean): CitizenStatus['next'] {
  if (done) return 'nobody';
  if (actionRequired || isPaying || waitsFor === 'applicant') return 'you';
  return waitsFor === 'party' || waitsFor === 'authority' ? 'other' : 'municipality';
}

/** What a holder of a status link, or a party, reads of where the case stands. */
export function citizenStatus(
  { number, definition, status, told, journey, expected, openedAt, changedAt, events, payments }: Standing,
  { language, now }: { readonly language: Language; readonly now: Date }
): CitizenStatus {
  const texts = textsIn(definition.caseType, language);
  const today = stockholmDay(now);
  // What asks for a second thought, as to withdraw, is never what we wait for; nor is anything else while there is something to pay.
  const isPaying = payments.some(({ standing }) => standing === 'asked');
  const asked = status.actionRequired && !isPaying ? events.find(({ meta }) => !meta.confirm) : undefined;
  const lastDay = status.deadline?.lastDay;
  return {
    number,
    title: texts['caseType.title'] ?? '',
    status: texts[status.textKey] ?? '',
    explanation: texts[`state.${status.state}.explanation`],
    told: told.map((one) => toldIn(one, findText(definition.caseType.texts, language), language)),
    actionRequired: status.actionRequired,
    isDone: status.done,
    openedAt,
    changedAt,
    journey: journey.map(({ phase, standing, since, nowSince, told: before }) => ({
      ...{ phase, since, nowSince, standing: standing === 'skipped' ? 'done' : standing },
      told: before.flatMap(({ day, textKey }) => {
        const text = texts[textKey];
        return text === undefined ? [] : [{ day, text }];
      })
    })),
    next: nextMove(status, isPaying),
    expected: expected && { ...expected, isPassed: expected.day < today },
    // A deadline of ours says nothing to the citizen that the explanation does not; theirs is a date to keep.
    deadline:
      lastDay && status.actionRequired
        ? { lastDay, today, workingDays: Math.max(0, workingDaysBetween(today, lastDay)) }
        : undefined,
    events: events.map(({ event }) => ({
      ...{ event, label: texts[`event.${event}.label`] ?? event },
      isAsked: event === asked?.event
    })),
    payments: citizenPayments(payments, texts)
  };
}
