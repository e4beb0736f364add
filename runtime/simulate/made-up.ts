import { bookingFields } from '../definition/bookings.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { Rules, Validate } from '../case/rules.ts';
import type { Form } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import type { Definition } from '../flow/model.ts';
import { generateAnswers } from '../form/generate/generate-answers.ts';
import type { Answers, Validated } from '../form/model.ts';
import { project } from '../form/project.ts';
import type { AnswersTo } from './lives.ts';

/** So many different answers to each form are made up; what is asked in one case only is left out of the others. */
const DIFFERENT = 60;

/** Made-up answers to the forms of a case type. Pure. */
export function answersOf({ forms, texts }: CaseType, seed: number): AnswersTo {
  const made = new Map<string, Answers>();
  // A time that could be booked one day has passed another.
  const booking = new Set(bookingFields({ forms }).map(({ form }) => form));
  return ({ form, env, number, step }) => {
    const place = (step === 0 ? number : number * 31 + step) % DIFFERENT;
    const key = `${form} ${place} ${booking.has(form) ? env.today : ''}`;
    const known = made.get(key);
    if (known) return known;
    const asked = forms[form];
    const label = (id: string) => texts.sv[`form.${form}.${id}.label`];
    const answers = asked
      ? (generateAnswers(asked, form, env, { seed: seed * 7919 + place, style: 'believable', label }) ?? {})
      : {};
    made.set(key, answers);
    return answers;
  };
}

/** The rules without ajv, which a browser has not: made-up answers are valid, so they are projected only. */
export function rulesFor(definition: Definition): Rules {
  const { forms } = definition.caseType;
  const alone = new Set(Object.keys(forms).filter((key) => readsNothingElse(forms[key], key)));
  const known = new WeakMap<Answers, Validated>();
  const validated: Validate = (key, answers, env) => {
    const form = forms[key];
    const projection = form && project(form, key, answers, env);
    if (!projection) throw new PlatformError('form.not_found', { form: key });
    return { answers: projection.answers, faults: [], projection };
  };
  const validate: Validate = (key, answers, env) => {
    const before = alone.has(key) && known.get(answers);
    if (before) return before;
    const now = validated(key, answers, env);
    known.set(answers, now);
    return now;
  };
  return { definition, validate };
}

/** The same answers are then shown the same way in every case, on every day. */
const readsNothingElse = (form: Form | undefined, key: string): boolean =>
  !new RegExp(`"(field|from|list|to)":"/(?!${key}/)|"op":"(withinDays|olderThanDays|ref)"`).test(
    JSON.stringify(form?.ui)
  );
