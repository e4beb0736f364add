import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { controlsOf, type PlacedControl } from '../../definition/walk-form.ts';
import { fits } from '../../form/fits.ts';
import { KINDS } from '../../form/kinds/registry.ts';
import { optionsOf } from '../../form/options.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V5');

/** V5 of questions: the schema of an answer is one that the kind of field can give, and what is chosen among has options. */
export const checkKinds = (caseType: CaseType): Problem[] =>
  controlsOf(caseType).flatMap((control) => kindFaults(control, caseType));

function kindFaults({ element: { options }, schema, pointer, form }: PlacedControl, { forms }: CaseType): Problem[] {
  const { kind } = options;
  const root = forms[form]?.schema;
  if (!root || !schema || '$ref' in schema) return [];
  if (!fits(KINDS[kind], schema, root)) return [error('kind-does-not-fit', `${pointer}/options/kind`, { kind })];
  const own = KINDS[kind].schema;
  const chosen = 'source' in options ? options.source === 'options' : own !== null && optionsOf(own, root).length > 0;
  return chosen && optionsOf(schema, root).length === 0 ? [error('no-options', pointer, { kind })] : [];
}
