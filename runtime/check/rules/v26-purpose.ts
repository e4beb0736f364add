import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { ControlOptions, FieldKind } from '../../definition/types.ts';
import { controlsOf } from '../../definition/walk-form.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V26');

/** Kinds whose answers always tell of a person. */
const PERSONAL: ReadonlySet<FieldKind> = new Set([
  'personal-number',
  'person',
  'child',
  'co-signers',
  'address',
  'email',
  'phone',
  'signature'
]);

/** What browsers and the e-ID know of a person (WCAG 1.3.5). */
const KNOWN =
  /(^| )(name|honorific-.*|given-name|additional-name|family-name|nickname|bday.*|sex|photo|email|tel.*|street-address|address-line.*)$/;

/** V26: what is asked about a person is asked for a purpose that is written down (GDPR art. 5.1 b and 30). */
export function checkPurposes(caseType: CaseType): Problem[] {
  const purposes = caseType.settings.personalData ?? [];
  // A purpose that names no fields is for all of them.
  if (purposes.some(({ fields }) => fields === undefined)) return [];
  const covered = purposes.flatMap(({ fields = [] }) => fields);
  const isCovered = (answer: string) => covered.some((field) => answer === field || answer.startsWith(`${field}/`));
  return controlsOf(caseType)
    .filter(({ element, answer, schema }) => schema && isPersonal(element.options) && !isCovered(answer))
    .map(({ element, answer, pointer }) => error('no-purpose', pointer, { element: element.id, field: answer }));
}

const isPersonal = (options: ControlOptions): boolean =>
  PERSONAL.has(options.kind) ||
  ('prefill' in options && options.prefill !== undefined && options.prefill !== 'organisation-number') ||
  ('autocomplete' in options && KNOWN.test(options.autocomplete ?? ''));
