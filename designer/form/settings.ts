import type { Json } from '#runtime/definition/json.ts';
import type { ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { follow, type Place } from '../document/path.ts';

/** Where a setting stands: in the schema of the answer, or in the options of the element. */
type Where = 'schema' | 'options';

interface At {
  readonly where: Where;
  readonly key: string;
}

/** How a setting is edited. */
export type Setting =
  | ({
      readonly editor: 'number';
      /** What one step is worth: öre are written as kronor, bytes as MB. */
      readonly worth?: number;
      readonly unit?: 'kronor' | 'megabytes' | 'minutes';
      readonly least?: number;
      /** Must stand there: a schema without an end is refused. */
      readonly needed?: boolean;
    } & At)
  | ({ readonly editor: 'choice'; readonly choices: readonly string[]; readonly optional?: boolean } & At)
  | ({ readonly editor: 'text' | 'value' | 'types' | 'times' } & At)
  | { readonly editor: 'required' | 'options' | 'tags' | 'parts' | 'rowLabel' };

const number = (
  where: Where,
  key: string,
  more: { least?: number; needed?: boolean; unit?: 'kronor' | 'megabytes' | 'minutes'; worth?: number } = {}
) => ({ editor: 'number', where, key, ...more }) as const;

const AUTOCOMPLETE = [
  'off',
  'name',
  'given-name',
  'family-name',
  'organization',
  'street-address',
  'postal-code',
  'address-level2',
  'bday'
];
const PREFILL = [
  'name',
  'given-name',
  'family-name',
  'personal-number',
  'organisation-number',
  'address',
  'email',
  'phone',
  'last-case'
];

/** Every setting that some kind of field has. */
export const SETTINGS = {
  required: { editor: 'required' },
  minLength: number('schema', 'minLength'),
  maxLength: number('schema', 'maxLength', { least: 1, needed: true }),
  pattern: { editor: 'text', where: 'schema', key: 'pattern' },
  minimum: number('schema', 'minimum', { least: Number.MIN_SAFE_INTEGER }),
  maximum: number('schema', 'maximum', { least: Number.MIN_SAFE_INTEGER }),
  minAmount: number('schema', 'minimum', { worth: 100, unit: 'kronor' }),
  maxAmount: number('schema', 'maximum', { worth: 100, unit: 'kronor' }),
  numberType: { editor: 'choice', where: 'schema', key: 'type', choices: ['integer', 'number'] },
  minItems: number('schema', 'minItems'),
  maxItems: number('schema', 'maxItems', { least: 1, needed: true }),
  options: { editor: 'options' },
  tags: { editor: 'tags' },
  types: { editor: 'types', where: 'options', key: 'types' },
  maxCount: number('options', 'maxCount', { least: 1, needed: true }),
  maxBytes: number('options', 'maxBytes', { worth: 1_000_000, unit: 'megabytes', least: 1, needed: true }),
  value: { editor: 'value', where: 'options', key: 'value' },
  amount: { editor: 'value', where: 'options', key: 'amount' },
  shownAs: {
    editor: 'choice',
    where: 'options',
    key: 'shownAs',
    choices: ['number', 'money', 'date', 'text'],
    optional: true
  },
  parts: { editor: 'parts' },
  rowLabel: { editor: 'rowLabel' },
  prefill: { editor: 'choice', where: 'options', key: 'prefill', choices: PREFILL, optional: true },
  again: { editor: 'choice', where: 'options', key: 'prefill', choices: ['last-case'], optional: true },
  autocomplete: { editor: 'choice', where: 'options', key: 'autocomplete', choices: AUTOCOMPLETE, optional: true },
  source: { editor: 'choice', where: 'options', key: 'source', choices: ['options', 'register', 'external'] },
  sourceName: { editor: 'text', where: 'options', key: 'name' },
  resource: { editor: 'text', where: 'options', key: 'resource' },
  times: { editor: 'times', where: 'options', key: 'times' },
  minutes: number('options', 'minutes', { unit: 'minutes', least: 1 })
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

/** Where a setting of an element stands in the document; undefined when the element has no answer that it could be of. */
export function placeOfSetting({ place, schemaPlace }: ElementInfo, { where, key }: At): Place | undefined {
  return where === 'options' ? [...place, 'options', key] : schemaPlace && [...schemaPlace, key];
}

/** What a setting stands at; undefined when it is not set. */
export function settingOf(document: CaseTypeDocument, element: ElementInfo, at: At): Json | undefined {
  const place = placeOfSetting(element, at);
  return place && follow(document, place);
}

/** Whether the schema around an answer demands it where it is shown. */
export function isRequired(document: CaseTypeDocument, { schemaPlace }: ElementInfo): boolean {
  const required = schemaPlace && follow(document, [...schemaPlace.slice(0, -2), 'required']);
  return Array.isArray(required) && required.includes(schemaPlace?.at(-1) ?? '');
}
