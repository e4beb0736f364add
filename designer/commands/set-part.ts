import type { JsonObject } from '#runtime/definition/json.ts';
import { objectOf } from '../document/elements.ts';
import type { Command } from '../document/model.ts';
import { follow } from '../document/path.ts';
import { changed, onElement, type ElementName } from './set-setting.ts';

/** Asks for a part of an address, a person or a company, or asks for it no longer. `order` is that of the kind. */
export const setPart = (
  name: ElementName,
  { part, schema, order }: { part: string; schema: JsonObject | undefined; order: readonly string[] }
): Command =>
  onElement(name, 'set-part', (document, { schemaPlace }) => {
    if (!schemaPlace) return document;
    const held = objectOf(follow(document, schemaPlace));
    const { [part]: _, ...others } = objectOf(held.properties);
    const wanted = schema ? { ...others, [part]: schema } : others;
    const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
    const sorted = Object.fromEntries(Object.entries(wanted).toSorted(([one], [other]) => rank(one) - rank(other)));
    const required = Array.isArray(held.required) ? held.required.filter((key) => schema || key !== part) : [];
    return changed(document, schemaPlace, { ...held, properties: sorted, required });
  });
