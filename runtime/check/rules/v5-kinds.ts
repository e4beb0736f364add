import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { controlsOf, type PlacedControl } from '../../definition/walk-form.ts';
import { isBuilt, KINDS } from '../../form/kinds/registry.ts';
import { typeOf, type FieldType } from '../field-type.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V5');

/** V5 of questions: the schema of an answer is one that the kind of field can give, and what is chosen among has options. */
export const checkKinds = (caseType: CaseType): Problem[] =>
  controlsOf(caseType).flatMap((control) => kindFaults(control, caseType.forms[control.form]?.schema.$defs ?? {}));

function kindFaults({ element: { options }, schema, pointer }: PlacedControl, definitions: Definitions): Problem[] {
  const { kind } = options;
  const wanted = isBuilt(kind) ? KINDS[kind].schema : null;
  if (!schema || !wanted || kind === 'calculated') return [];
  const type = typeOf(schema, definitions);
  // Money is counted in öre, so that it stays exact.
  const inexact = kind === 'money' && 'type' in schema && schema.type !== 'integer';
  if (inexact || !alike(type, typeOf(wanted))) return [error('kind-does-not-fit', `${pointer}/options/kind`, { kind })];
  const chosen =
    kind === 'choose-one' || kind === 'choose-many' || ('source' in options && options.source === 'options');
  return chosen && !hasOptions(type) ? [error('no-options', pointer, { kind })] : [];
}

type Definitions = Parameters<typeof typeOf>[1];

const alike = (one: FieldType, other: FieldType): boolean =>
  one.kind === 'list' && other.kind === 'list' ? alike(one.item, other.item) : one.kind === other.kind;

const hasOptions = (type: FieldType): boolean =>
  type.kind === 'list' ? hasOptions(type.item) : type.kind === 'text' && type.options !== undefined;
