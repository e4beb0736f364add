import { PlatformError } from '../errors/platform-error.ts';
import type { Definition } from '../flow/model.ts';
import { compileForm, type CompiledForm } from '../form/compile-form.ts';
import { validateAnswers } from '../form/validate.server.ts';
import type { Rules } from './rules.ts';

const rules = new WeakMap<Definition, Rules>();

/** The rules of a definition with validation by ajv, once per definition. */
export function rulesOf(definition: Definition): Rules {
  const made = rules.get(definition) ?? makeRules(definition);
  rules.set(definition, made);
  return made;
}

const makeRules = (definition: Definition): Rules => ({
  definition,
  validate: (form, answers, env) => validateAnswers(formOf(definition, form), form, answers, env)
});

/** One of a definition's forms, compiled when it is first asked for. */
export function formOf({ caseType }: Definition, key: string): CompiledForm {
  const form = caseType.forms[key];
  if (!form) throw new PlatformError('form.not_found', { form: key });
  return compileForm(form);
}
