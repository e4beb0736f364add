import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { controlsOf, elementsOf } from '../../definition/walk-form.ts';
import { statesOf } from '../../flow/walk.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V2');

/** The parts of a case's document that are not forms. */
const TAKEN = ['case', 'fields', 'results'];

/** V2: each key names one thing. (What a key may look like is the schemas'.) */
export function checkKeys(caseType: CaseType): Problem[] {
  const states = statesOf(caseType.flow);
  const controls = controlsOf(caseType);
  return [
    ...repeated('state', states, ({ key, pointer }) => ({ key, pointer: `/flow${pointer}` })),
    ...repeated(
      'automation',
      states.flatMap(({ config, pointer }) => (config.invoke ? [{ id: config.invoke.id, pointer }] : [])),
      ({ id, pointer }) => ({ key: id, pointer: `/flow${pointer}/invoke/id` })
    ),
    ...repeated('element', elementsOf(caseType), ({ form, element, pointer }) => ({
      key: element.id,
      within: form,
      pointer: `${pointer}/id`
    })),
    ...repeated('scope', controls, ({ element, answer, pointer }) => ({
      key: element.scope,
      within: answer,
      pointer: `${pointer}/scope`
    })),
    ...repeated('handlingstyp', caseType.settings.handlingstyper.entries(), ([index, { key }]) => ({
      key,
      pointer: `/settings/handlingstyper/${index}/key`
    })),
    ...Object.entries(caseType.decisions).flatMap(([table, { outputs }]) =>
      repeated('output', outputs.entries(), ([index, { key }]) => ({
        key,
        pointer: `/decisions/${table}/outputs/${index}/key`
      }))
    ),
    ...Object.keys(caseType.forms)
      .filter((form) => TAKEN.includes(form))
      .map((form) => error('reserved-form', `/forms/${form}`, { key: form }))
  ];
}

interface Named {
  readonly key: string;
  readonly within?: string;
  readonly pointer: string;
}

function repeated<T>(what: string, items: Iterable<T>, name: (item: T) => Named): Problem[] {
  const seen = new Set<string>();
  return [...items].map(name).flatMap(({ key, within = '', pointer }) => {
    const known = seen.has(`${within} ${key}`);
    seen.add(`${within} ${key}`);
    return known ? [error(`repeated-${what}`, pointer, { key })] : [];
  });
}
