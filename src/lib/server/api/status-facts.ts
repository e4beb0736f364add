import type { CaseStatus } from '#runtime';
import type { Language } from '#lib/text/language.ts';
import { findText } from '#runtime/form/texts.ts';
import { eventFacts } from './event-facts.ts';

type Told = Pick<
  CaseStatus,
  'number' | 'seq' | 'legalState' | 'openedAt' | 'changedAt' | 'phases' | 'status' | 'definition' | 'events'
>;

/** Where a case stands, without personal data. */
export function statusFacts(found: Told, language: Language) {
  const { number, seq, legalState, status, phases, openedAt, changedAt, events, definition } = found;
  const text = findText(definition.caseType.texts, language);
  return {
    ...{ number, seq, legalState, openedAt, changedAt, phases },
    caseType: definition.caseType.settings.slug,
    status: text(status.textKey) ?? status.state,
    phase: status.phase,
    actionRequired: status.actionRequired,
    isDone: status.done,
    deadline: status.deadline?.lastDay ?? null,
    events: events.map((event) => eventFacts(event, text))
  };
}
