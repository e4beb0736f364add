import { refuse, type AnswerFault, type Refusal } from '../errors/refusal.ts';
import { environmentOf } from '../flow/machine.ts';
import type { Definition } from '../flow/model.ts';
import type { Answers, CaseData, Environment, Validated } from '../form/model.ts';
import { put } from '../form/pointer.ts';
import { stockholmDay } from '../time/day.ts';
import type { Decision } from './model.ts';

/** Projects and validates the answers of one of the case type's forms. Given from outside, since it needs ajv, which only the server has. */
export type Validate = (form: string, answers: Answers, env: Environment) => Validated;

/** What decides over a case: its version of the case type, ready to run, and the validation of its forms. */
export interface Rules {
  readonly definition: Definition;
  readonly validate: Validate;
}

interface Submitting {
  readonly form: string;
  readonly answers: Answers;
  readonly data: CaseData;
  readonly now: Date;
  /** Nothing is asked for that is not there, and nothing stops it: what there is must still be right. */
  readonly asItCame?: boolean;
}

/** Answers that are fit to be stored, or a refusal that says what is wrong with each. */
export function submit(
  { definition, validate }: Rules,
  { form, answers, data, now, asItCame = false }: Submitting
): NonNullable<Decision['submission']> | Refusal {
  const env = environmentOf(definition.caseType, put(data, '/case/today', stockholmDay(now)));
  const { faults: all, projection, answers: kept } = validate(form, answers, env);
  const faults = asItCame ? withoutMissing(all) : all;
  return faults.length > 0 ? { ...refuse('form.answers_invalid'), faults } : { form, answers: kept, projection };
}

/** Less what is said of answers that were not given, and of answers that end the application: it has come in all the same. Pure. */
export const withoutMissing = (faults: readonly AnswerFault[]): readonly AnswerFault[] =>
  faults.filter(({ code }) => code !== 'required' && code !== 'stopped');
