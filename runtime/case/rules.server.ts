import { PlatformError } from '../errors/platform-error.ts';
import type { Definition } from '../flow/model.ts';
import { compileForm, type CompiledForm } from '../form/compile-form.ts';
import { validateAnswers } from '../form/validate.server.ts';
import type { Rules } from './rules.ts';

const known = new WeakMap<Definition, Rules>();

/** The rules of a definition with validation by ajv. Each form is compiled when it is first asked for, once per definition. */
export function rulesOf(definition: Definition): Rules {
  const made = known.get(definition) ?? makeRules(definition);
  known.set(definition, made);
  return made;
}

function makeRules(definition: Definition): Rules {
  const compiled = new Map<string, CompiledForm>();
  const formOf = (key: string): CompiledForm => {
    const form = definition.caseType.forms[key];
    if (!form) throw new PlatformError('form.not_found', { form: key });
    const ready = compiled.get(key) ?? compileForm(form);
    compiled.set(key, ready);
    return ready;
  };
  return { definition, validate: (form, answers, env) => validateAnswers(formOf(form), form, answers, env) };
}
