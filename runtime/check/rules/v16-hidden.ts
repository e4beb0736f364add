import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { controlsOf, type PlacedControl } from '../../definition/walk-form.ts';
import type { PropertySchema, UiElement } from '../../definition/types.ts';
import { beslutOf } from '../beslut.ts';
import { problemsOf } from '../problems-of.ts';

const { error, warning } = problemsOf('V16');

/**
 * V16: a required answer that cannot be given. That a required question is hidden at times is as it should be: what is
 * visible, required and absent is a fault, and nothing else. But one that no element asks for is a fault in every form
 * that is sent, and a beslut whose outcome was not asked for is refused.
 */
export function checkHidden(caseType: CaseType): Problem[] {
  const controls = controlsOf(caseType);
  return [...neverAsked(caseType, controls), ...hiddenOutcomes(caseType, controls)];
}

function neverAsked({ forms }: CaseType, controls: readonly PlacedControl[]): Problem[] {
  const answers = controls.map(({ answer }) => answer);
  const asks = (place: string) => answers.some((answer) => answer === place || answer.startsWith(`${place}/`));
  const missing = (schema: PropertySchema | undefined, place: string, pointer: string): Problem[] => {
    if (!schema || '$ref' in schema || answers.includes(place)) {
      const rows = schema && 'type' in schema && schema.type === 'array' ? schema.items : undefined;
      return asks(`${place}/*`) ? missing(rows, `${place}/*`, `${pointer}/items`) : [];
    }
    if (schema.type !== 'object') return [];
    const unasked = (schema.required ?? []).flatMap((key, index) =>
      asks(`${place}/${key}`) ? [] : [error('required-never-asked', `${pointer}/required/${index}`, { property: key })]
    );
    const within = Object.entries(schema.properties).flatMap(([key, child]) =>
      missing(child, `${place}/${key}`, `${pointer}/properties/${key}`)
    );
    return [...unasked, ...within];
  };
  return Object.entries(forms).flatMap(([form, { schema }]) =>
    missing({ ...schema, type: 'object' }, `/${form}`, `/forms/${form}/schema`)
  );
}

function hiddenOutcomes(caseType: CaseType, controls: readonly PlacedControl[]): Problem[] {
  return beslutOf(caseType).flatMap(({ beslut: { outcome }, pointer }) => {
    if (typeof outcome === 'string') return [];
    const asked = controls.find(({ answer }) => answer === outcome.from);
    if (!asked || ![asked.element, ...asked.within].some(conditional)) return [];
    return [warning('outcome-can-be-hidden', `${pointer}/outcome`, { field: outcome.from })];
  });
}

const conditional = (element: UiElement): boolean =>
  element.type !== 'Categorization' && element.visibleWhen !== undefined;
