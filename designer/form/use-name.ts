import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { follow } from '../document/path.ts';
import { keysOf } from '#runtime/form/pointer.ts';

/** What a place in a case type is called by those who look for it: the state, the table, the condition, the scenario. Pure. */
export function useNameOf(document: CaseTypeDocument, pointer: string, language: string): string {
  const [part = '', name = '', ...rest] = keysOf(pointer) ?? [];
  const text = (key: string) => follow(document, ['texts', language, key]) ?? follow(document, ['texts', 'sv', key]);
  if (part === 'flow') {
    const state = rest.findLast((_, index) => [name, ...rest][index] === 'states') ?? 'flow';
    return String(text(`state.${state}.title`) ?? text(`state.${state}.status`) ?? state);
  }
  if (part === 'scenarios') return String(objectOf(follow(document, [part, name])).title ?? name);
  return part === 'settings' ? (rest[0] ?? name) : name;
}

const TABS: Readonly<Record<string, string>> = {
  decisions: 'regler',
  texts: 'texter',
  settings: 'oversikt',
  forms: 'formular',
  flow: 'flode'
};

/** The designer's page that edits a part of a case type, from another of its pages; undefined where a part has none. */
export function tabOf(pointer: string): string | undefined {
  const tab = TABS[pointer.split('/')[1] ?? ''];
  return tab && `./${tab}`;
}
