import type { CaseStatus, ToldAnswer } from '#runtime';
import { kindOf } from '#runtime/form/kinds/registry.ts';
import { lookOf } from '#runtime/form/snapshot.ts';
import { findText, type FindText } from '#runtime/form/texts.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { workingDaysBetween } from '#runtime/time/working-days.ts';
import type { PhaseStop } from '#runtime/flow/phase-line.ts';
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
  readonly phases: readonly PhaseStop[];
  /** What is to be done by whom waits for it, and by when. */
  readonly deadline: { readonly lastDay: string; readonly today: string; readonly workingDays: number } | undefined;
  readonly events: readonly { readonly event: string; readonly label: string; readonly isAsked: boolean }[];
  readonly payments: readonly CitizenPayment[];
}

type Standing = Pick<
  CaseStatus,
  'number' | 'definition' | 'status' | 'told' | 'phases' | 'openedAt' | 'changedAt' | 'events' | 'payments'
>;

function toldIn({ form, element, value }: ToldAnswer, text: FindText, language: Language) {
  const look = lookOf(element, { formKey: form, text, language });
  return {
    label: text(`form.${form}.${element.id}.label`) ?? '',
    lines: kindOf(element.options.kind).format(value, look)
  };
}

/** What a holder of a status link, or a party, reads of where the case stands. */
export function citizenStatus(
  { number, definition, status, told, phases, openedAt, changedAt, events, payments }: Standing,
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
    phases,
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
