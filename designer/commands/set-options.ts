import type { Json } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { objectOf, type ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { follow, type Place } from '../document/path.ts';
import { changed, onElement, type ElementName } from './set-setting.ts';
import { withText } from './set-text.ts';

/** An option: its value, which conditions and answers hold for good, and its text in Swedish where it is new. */
export interface OptionWish {
  readonly value: string;
  readonly text?: string;
}

/** Where the options of a choice stand, or with `tags` what files may be said to be. */
export function optionsPlace(
  { place, schemaPlace, element }: ElementInfo,
  document: CaseTypeDocument
): Place | undefined {
  if (objectOf(element.options).kind === 'file') return [...place, 'options', 'tags'];
  if (!schemaPlace) return undefined;
  const schema = objectOf(follow(document, schemaPlace));
  const base = schema.type === 'array' ? [...schemaPlace, 'items'] : schemaPlace;
  return [...base, Array.isArray(objectOf(follow(document, base)).oneOf) ? 'oneOf' : 'enum'];
}

/** The values of the options, in order. */
export function optionValues(document: CaseTypeDocument, element: ElementInfo): string[] {
  const place = optionsPlace(element, document);
  const held = place && follow(document, place);
  return (Array.isArray(held) ? held : []).map(valueOf).filter((value) => value !== undefined);
}

const valueOf = (option: Json): string | undefined => {
  const value = isObject(option) ? option.const : option;
  return typeof value === 'string' ? value : undefined;
};

/** Gives a choice other options, or the same in another order. The texts of those that go, go with them. */
export const setOptions = (name: ElementName, wishes: readonly OptionWish[]): Command =>
  onElement(name, 'set-options', (document, element) => {
    const place = optionsPlace(element, document);
    if (!place) return document;
    const isObjects = place.at(-1) === 'oneOf';
    const options = wishes.map(({ value }): Json => (isObjects ? { const: value } : value));
    const isTags = place.at(-1) === 'tags';
    const listed = changed(document, place, options.length === 0 && isTags ? undefined : options);
    const key = (value: string) => `form.${name.form}.${name.id}.option.${value}`;
    const gone = optionValues(document, element).filter((value) => !wishes.some((wish) => wish.value === value));
    const languages = Object.keys(objectOf(document.texts));
    const without = gone.reduce(
      (one, value) =>
        languages.reduce((here, language) => withText(here, { language, key: key(value), text: '' }), one),
      listed
    );
    return wishes.reduce(
      (here, { value, text }) =>
        text === undefined ? here : withText(here, { language: 'sv', key: key(value), text }),
      without
    );
  });
