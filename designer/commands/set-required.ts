import type { Command } from '../document/model.ts';
import { follow } from '../document/path.ts';
import { changed, onElement, type ElementName } from './set-setting.ts';

/** Says whether a question must be answered where it is shown, or with `part` whether a part of its answer must. */
export const setRequired = (name: ElementName, isRequired: boolean, part?: string): Command =>
  onElement(name, 'set-required', (document, { schemaPlace }) => {
    const key = part ?? schemaPlace?.at(-1);
    const owner = part === undefined ? schemaPlace?.slice(0, -2) : schemaPlace;
    if (!owner || typeof key !== 'string') return document;
    const held = follow(document, [...owner, 'required']);
    const others = (Array.isArray(held) ? held : []).filter((one) => one !== key);
    const required = isRequired ? [...others, key] : others;
    return changed(document, [...owner, 'required'], required.length > 0 || Array.isArray(held) ? required : undefined);
  });
