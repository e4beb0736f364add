import type { Field, FormView, Line } from './form-view.svelte.ts';
import { PART_LABELS } from './part-labels.ts';

/** Parts that look like a kind of their own. */
const LOOKS: Readonly<Record<string, string>> = {
  personalNumber: 'personal-number',
  organisationNumber: 'organisation-number',
  from: 'date',
  to: 'date'
};

/**
 * The parts of a question that its schema asks for, in the schema's order, each as an input of its own.
 * @param pointer of the answer whose parts they are: the question's, or that of one in a list of such
 */
export function partsOf(
  view: FormView,
  field: Field,
  pointer = field.name
): readonly (Line & { readonly part: string })[] {
  const owner = field.schema.type === 'array' ? field.schema.items : field.schema;
  const required = ('required' in owner && owner.required) || [];
  return field.parts.flatMap(({ key, kind }) => {
    const label = PART_LABELS[key];
    if (!label) return [];
    const name = `${pointer}/${key}`;
    const looks = LOOKS[key] ?? key;
    return {
      part: key,
      id: view.id(name),
      name,
      label: view.t(label, { company: field.looks === 'company' ? 'yes' : 'no' }),
      faults: view.faultsAt(name, looks),
      required: required.includes(key),
      kind,
      looks,
      autocomplete: kind.autocomplete
    };
  });
}
