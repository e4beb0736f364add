import type { Scenario, ScenarioStep } from '#runtime/definition/types.ts';
import type { Translate } from '#lib/text/translate.ts';
import { follow } from '../document/path.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { sayAnswers } from './say.ts';
import { titleOf } from './say-where.ts';

/** A case that shows a problem, step by step in words, the application first and where it ends last. Pure. */
export function sayExample(t: Translate, document: CaseTypeDocument, example: Scenario): string[] {
  const say = (key: string) => {
    const text = follow(document, ['texts', t.language, key]) ?? follow(document, ['texts', 'sv', key]);
    return typeof text === 'string' && text !== '' ? text : undefined;
  };
  const answers = (form: string, given: object) => sayAnswers(document, JSON.stringify({ [form]: given }), t.language);
  const results = Object.entries(example.results ?? {}).map(([id, { error }]) =>
    t(error === undefined ? 'check.example.answers' : 'check.example.fails', { automation: id })
  );
  const end = example.steps.at(-1)?.expect?.states;
  return [
    t('check.example.application', { answers: answers('application', example.application) }),
    ...results,
    ...example.steps.flatMap((step) => sayStep(step)),
    end ? t('check.example.end', { states: end.map((key) => titleOf(key, say)).join(', ') }) : t('check.example.round')
  ];

  function sayStep({ event, as, data, wait, facts }: ScenarioStep): string[] {
    if (event !== undefined && as !== undefined) {
      const form = data && formOf(document, event);
      const done = { role: t(`law.role.${as}`), event: say(`event.${event}.label`) ?? event };
      return [
        form === undefined || !data
          ? t('check.example.event', done)
          : t('check.example.answered', { ...done, answers: answers(form, data) })
      ];
    }
    const [, days, hours] = /^P(?:(\d+)D|T(\d+)H)$/.exec(wait ?? '') ?? [];
    if (days !== undefined) return [t('check.example.days', { days: Number(days) })];
    if (hours !== undefined) return [t('check.example.hours', { hours: Number(hours) })];
    return facts ? [t('signatures' in facts ? 'check.example.signed' : 'check.example.received')] : [];
  }
}

/** The form that an event asks for, wherever in the flow it stands. */
function formOf(node: unknown, event: string): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'on') {
      const [first] = [Object(value)[event]].flat();
      const form: unknown = Object(Object(first).meta).form;
      if (typeof form === 'string') return form;
    }
    const found = formOf(value, event);
    if (found !== undefined) return found;
  }
  return undefined;
}
