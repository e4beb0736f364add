import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { FieldKind } from '#runtime/definition/types.ts';
import { KINDS } from '#runtime/form/kinds/registry.ts';
import { isLabelKind, type NewElement } from '../commands/add-element.ts';
import { freeKey, keyOfText } from '../commands/keys.ts';
import { objectOf } from '../document/elements.ts';
import { isKind, KIND_ENTRIES } from './kinds.ts';

export interface Wanted {
  readonly chosen: FieldKind | 'Group' | 'Category';
  readonly label: string;
  readonly language: string;
  /** The texts of a choice's options, in order. */
  readonly options: readonly string[];
}

/** A new element as `addElement` takes it, with keys made of its texts. Pure. */
export function newElement({ chosen, label, language, options }: Wanted): NewElement {
  const id = keyOfText(label) || 'fraga';
  const texts = { [language]: { label, ...(chosen === 'stop' ? { reason: label } : {}) } };
  if (!isKind(chosen)) return { type: chosen, id, texts };
  const entry = KIND_ENTRIES[chosen];
  const begins: JsonObject = { kind: chosen, ...entry.options };
  if (isLabelKind(chosen)) return { type: 'Label', id, options: begins, texts };
  const hasOptions = entry.settings.some((name) => name === 'options');
  const choices = hasOptions ? choicesOf(options.length > 0 ? options : ['Alternativ 1', 'Alternativ 2']) : [];
  return {
    type: 'Control',
    id,
    options: begins,
    schema: schemaOf(
      chosen,
      choices.map(({ value }) => value)
    ),
    required: entry.settings.some((name) => name === 'required'),
    texts: {
      [language]: {
        ...texts[language],
        ...Object.fromEntries(choices.map(({ value, text }) => [`option.${value}`, text]))
      }
    }
  };
}

/** Options with values made of their texts: what answers and conditions will hold for good. */
function choicesOf(texts: readonly string[]): { value: string; text: string }[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const value = freeKey(taken, keyOfText(text) || 'alternativ');
    taken.add(value);
    return { value, text };
  });
}

/** What the schema of a new question begins with, with the values of its options. Pure. */
export function schemaOf(kind: FieldKind, values: readonly string[]): Json {
  const own = KINDS[kind].schema;
  if (own === null) return null;
  const schema: JsonObject = { ...objectOf(JSON.parse(JSON.stringify(own))), ...KIND_ENTRIES[kind].schema };
  if (values.length === 0) return schema;
  const options = { enum: [...values] };
  if (schema.type === 'array')
    return { ...schema, maxItems: values.length, items: { ...objectOf(schema.items), ...options } };
  const { maxLength: _, ...choice } = schema;
  return { ...choice, ...options };
}
