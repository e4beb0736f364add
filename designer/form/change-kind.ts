import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { FieldKind } from '#runtime/definition/types.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { KINDS } from '#runtime/form/kinds/registry.ts';
import { isLabelKind } from '../commands/add-element.ts';
import { optionValues } from '../commands/set-options.ts';
import { changed, onElement, type ElementName } from '../commands/set-setting.ts';
import { withText } from '../commands/set-text.ts';
import { withRequired } from '../commands/with-required.ts';
import { elementOf, objectOf, type ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { follow } from '../document/path.ts';
import { usesOf, type Use } from '../document/uses.ts';
import { isKind, KIND_ENTRIES } from './kinds.ts';
import { schemaOf } from './new-element.ts';
import { isRequired, SETTINGS, settingOf, type SettingName } from './settings.ts';

/** What a question would lose by becoming another kind. */
export interface Loss {
  /** What was set, and the new kind does not have. */
  readonly settings: readonly SettingName[];
  /** What reads its answer and may read it wrongly, since the answer is of another sort. */
  readonly uses: readonly Use[];
}

/** The kinds that a question can become: those that are answered in the same place. What informs becomes what informs, rows become rows. Pure. */
export function kindsFor({ element }: ElementInfo): FieldKind[] {
  const own = kindOf(element);
  const all = Object.keys(KIND_ENTRIES).filter(isKind);
  return own ? all.filter((kind) => familyOf(kind) === familyOf(own)) : [];
}

function familyOf(kind: FieldKind): string {
  const { asks, rows, files, many } = KINDS[kind];
  if (isLabelKind(kind)) return 'label';
  return rows ? 'rows' : asks && !files && !many ? 'answer' : kind;
}

const kindOf = (element: JsonObject): FieldKind | undefined => {
  const { kind } = objectOf(element.options);
  return isKind(kind) ? kind : undefined;
};

/** What would be lost. Pure. */
export function lossOf(document: CaseTypeDocument, element: ElementInfo, kind: FieldKind): Loss {
  const own = kindOf(element.element);
  if (!own || own === kind) return { settings: [], uses: [] };
  const kept = KIND_ENTRIES[kind].settings;
  const settings = KIND_ENTRIES[own].settings.filter((name) => !kept.includes(name) && isSet(document, element, name));
  const isOther = sortOf(KINDS[own].schema) !== sortOf(KINDS[kind].schema) || settings.includes('options');
  const uses = isOther && element.answer !== undefined ? usesOf(document, 'field', element.answer) : [];
  return {
    settings,
    uses: uses.filter((use) => ['condition', 'value', 'decision', 'flow', 'delay'].includes(use.kind))
  };
}

const sortOf = (schema: unknown): string => {
  const { type, format = '' } = objectOf(JSON.parse(JSON.stringify(schema ?? {})));
  return `${String(type)} ${type === 'string' && String(format).startsWith('date') ? String(format) : ''}`;
};

/** Whether somebody has set it to anything else than what a new question has. */
function isSet(document: CaseTypeDocument, element: ElementInfo, name: SettingName): boolean {
  const setting = SETTINGS[name];
  if (name === 'options' || name === 'tags') return optionValues(document, element).length > 0;
  if (name === 'required') return isRequired(document, element);
  if (name === 'parts') return true;
  if (!('key' in setting)) return false;
  const own = kindOf(element.element);
  const value = settingOf(document, element, setting);
  const begins = own && setting.where === 'schema' ? objectOf(schemaOf(own, []))[setting.key] : undefined;
  return value !== undefined && value !== begins;
}

/**
 * Makes a question another kind, as one edit: its texts stay, when it shows, and whatever both kinds have (limits, options, parts). What is
 * lost is `lossOf`. Refuses `edit.not_here` for a kind that it cannot become, `edit.nowhere`.
 */
export const changeKind =
  (name: ElementName, kind: FieldKind): Command =>
  (document) => {
    const element = elementOf(document, name.form, name.id);
    if (!element) return refuse('edit.nowhere', { path: name.id });
    if (!kindsFor(element).includes(kind)) return refuse('edit.not_here');
    return onElement(name, 'change-kind', (here, found) => withKind(here, found, kind))(document);
  };

function withKind(document: CaseTypeDocument, element: ElementInfo, kind: FieldKind): CaseTypeDocument {
  const entry = KIND_ENTRIES[kind];
  const options = { kind, ...entry.options, ...keptIn(document, element, kind, 'options'), ...rowsOf(element) };
  const optioned = changed(document, [...element.place, 'options'], options);
  const { schemaPlace } = element;
  if (!schemaPlace) return withReason(optioned, element, kind);
  const values = keptOptions(document, element, kind);
  const schema = { ...objectOf(schemaOf(kind, values)), ...keptIn(document, element, kind, 'schema') };
  const old = objectOf(follow(document, schemaPlace));
  const next = KINDS[kind].rows ? old : KINDS[kind].parts ? withParts(schema, old, kind) : schema;
  const schemed = changed(optioned, schemaPlace, next);
  const key = String(schemaPlace.at(-1));
  const required = isRequired(document, element) && entry.settings.some((one) => one === 'required') ? [key] : [];
  return withOptionTexts(withRequired(schemed, schemaPlace.slice(0, -2), { of: [key], required }), element, values);
}

/** The questions of a list's rows. */
const rowsOf = ({ element }: ElementInfo): JsonObject => {
  const { detail } = objectOf(element.options);
  return detail === undefined ? {} : { detail };
};

/** What is set in the schema, or the options, and both kinds have. */
function keptIn(
  document: CaseTypeDocument,
  element: ElementInfo,
  kind: FieldKind,
  where: 'schema' | 'options'
): JsonObject {
  const own = kindOf(element.element);
  const both = own ? KIND_ENTRIES[own].settings.filter((name) => KIND_ENTRIES[kind].settings.includes(name)) : [];
  return Object.fromEntries(
    both.flatMap((name): [string, Json][] => {
      const setting = SETTINGS[name];
      if (!('key' in setting) || setting.where !== where) return [];
      const value = settingOf(document, element, setting);
      // What is known of somebody and has a kind of its own fills no other.
      const isStrange = name === 'prefill' && isKind(value) && value !== kind && kind !== 'text';
      return value === undefined || isStrange ? [] : [[setting.key, value]];
    })
  );
}

/** The options that a choice begins with: those that it had, or two to write over. */
function keptOptions(document: CaseTypeDocument, element: ElementInfo, kind: FieldKind): string[] {
  if (!KIND_ENTRIES[kind].settings.some((name) => name === 'options')) return [];
  const values = optionValues(document, element);
  return values.length > 0 ? values : ['alternativ-1', 'alternativ-2'];
}

/** The parts that both have, and those that the new kind must have. */
function withParts(schema: JsonObject, old: JsonObject, kind: FieldKind): JsonObject {
  const known = KINDS[kind].parts ?? {};
  const kept = Object.entries(objectOf(old.properties)).filter(([part]) => Object.hasOwn(known, part));
  if (kept.length === 0) return schema;
  const must = Array.isArray(schema.required) ? schema.required : [];
  const base = Object.entries(objectOf(schema.properties)).filter(([part]) => must.includes(part));
  const also = (Array.isArray(old.required) ? old.required : []).filter(
    (part) => !must.includes(part) && kept.some(([name]) => name === part)
  );
  return { ...schema, required: [...must, ...also], properties: Object.fromEntries([...base, ...kept]) };
}

/** A stop says why; nothing else does. */
function withReason(document: CaseTypeDocument, { form, id }: ElementInfo, kind: FieldKind): CaseTypeDocument {
  const key = (what: string) => `form.${form}.${id}.${what}`;
  return Object.entries(objectOf(document.texts)).reduce((here, [language, texts]) => {
    const { [key('label')]: label, [key('reason')]: reason } = objectOf(texts);
    const text = kind === 'stop' ? (reason ?? label ?? '') : '';
    return typeof text === 'string' && text !== (reason ?? '')
      ? withText(here, { language, key: key('reason'), text })
      : here;
  }, document);
}

/** Without the texts of options that are gone; new ones have texts to write over. */
function withOptionTexts(
  document: CaseTypeDocument,
  { form, id }: ElementInfo,
  values: readonly string[]
): CaseTypeDocument {
  const start = `form.${form}.${id}.option.`;
  const cleared = Object.entries(objectOf(document.texts)).reduce((here, [language, texts]) => {
    const gone = Object.keys(objectOf(texts)).filter(
      (key) => key.startsWith(start) && !values.includes(key.slice(start.length))
    );
    return gone.reduce((to, key) => withText(to, { language, key, text: '' }), here);
  }, document);
  const swedish = objectOf(objectOf(cleared.texts).sv);
  return values
    .filter((value) => swedish[start + value] === undefined)
    .reduce(
      (here, value, index) => withText(here, { language: 'sv', key: start + value, text: `Alternativ ${index + 1}` }),
      cleared
    );
}
