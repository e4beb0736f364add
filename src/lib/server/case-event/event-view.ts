import { randomUUID } from 'node:crypto';
import type { Language } from '#lib/text/language.ts';
import { textsIn } from '../case-type-text.ts';
import { map } from '../map.ts';
import type { OpenEvent } from './open-event.ts';

/** What the page of an event draws. */
export function eventView({ at, event, entry, isLate }: OpenEvent, language: Language) {
  const texts = textsIn(at.definition.caseType, language);
  const { form: _, beslut } = event.meta;
  return {
    number: at.number,
    caseTitle: texts['caseType.title'] ?? '',
    label: texts[`event.${event.event}.label`] ?? event.event,
    confirm: texts[`event.${event.event}.confirm`],
    isBeslut: beslut !== undefined,
    isLate,
    /** What the sender sees; a case that went on meanwhile is not changed blindly. */
    seq: at.seq,
    /** Makes a double click one act. */
    key: randomUUID(),
    source: entry && {
      form: entry.compiled.form,
      formKey: entry.formKey,
      answers: entry.draft.answers,
      texts,
      environment: entry.environment,
      map
    }
  };
}

export type EventView = ReturnType<typeof eventView>;
