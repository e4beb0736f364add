import type { Json } from '#runtime/definition/json.ts';
import { keysOf } from '#runtime/form/pointer.ts';
import { elementsOf, objectOf } from '../elements.ts';
import type { CaseTypeDocument } from '../model.ts';
import { follow, type Place } from '../path.ts';
import { optionOf, type Collector } from './collector.ts';

/** What texts are of, by their keys. */
export function fromTexts(document: CaseTypeDocument, collector: Collector): void {
  const answerOf = new Map(elementsOf(document).map(({ form, id, answer }) => [`${form}/${id}`, answer]));
  for (const holder of [['texts'], ['layout', 'translatedFrom']])
    for (const [language, texts] of Object.entries(objectOf(follow(document, holder))))
      for (const key of Object.keys(objectOf(texts)))
        fromTextKey(key, { place: [...holder, language, key], answerOf, collector });
}

interface TextAt {
  readonly place: Place;
  readonly answerOf: ReadonlyMap<string, string | undefined>;
  readonly collector: Collector;
}

function fromTextKey(key: string, { place, answerOf, collector }: TextAt): void {
  const parts = key.split('.');
  const [area, first = '', second = '', third, fourth] = parts;
  const at = { kind: 'text' as const, place, isKey: true };
  const segment = (index: number) => (name: string) => parts.with(index, name).join('.');
  if (area === 'form') {
    const element = `${first}/${second}`;
    collector.add('form', first, { ...at, renamed: segment(1) });
    const renamed = (name: string) => segment(2)(name.slice(name.indexOf('/') + 1));
    collector.add('element', element, { ...at, renamed });
    const answer = third === 'option' ? answerOf.get(element) : undefined;
    if (fourth !== undefined && answer !== undefined)
      collector.add('option', `${answer}=${fourth}`, { ...at, renamed: (name) => segment(4)(optionOf(name)) });
  }
  if (area === 'state' || area === 'event' || area === 'message' || area === 'document')
    collector.add(area, first, { ...at, renamed: segment(1) });
}

/** Where steps are drawn, by their keys; what is drawn because of them, and the bends of branches, by pointers; and what was copied from the library. */
export function fromLayout(document: CaseTypeDocument, collector: Collector): void {
  for (const [copy, origin] of Object.entries(objectOf(objectOf(document.layout).origins)))
    fromOrigin(copy, objectOf(origin).ids, collector);
  for (const part of ['nodes', 'edges'])
    for (const name of Object.keys(objectOf(objectOf(document.layout)[part]))) {
      const at = { kind: 'layout' as const, place: ['layout', part, name], isKey: true };
      if (!name.startsWith('/')) collector.add('state', name, at);
      const keys = name.startsWith('/') ? (keysOf(name) ?? []) : [];
      keys.forEach((key, index) => {
        const to = POINTER_STEPS.get(keys[index - 1] ?? '');
        const renamed = (next: string) => `/${keys.with(index, next).join('/')}`;
        if (to && !/^PT?\d/.test(key)) collector.add(to, key, { ...at, renamed });
      });
    }
}

/** A copy is named by its form and id, and what stands in it by its id. */
function fromOrigin(copy: string, ids: Json | undefined, collector: Collector): void {
  const [form = '', id = ''] = copy.split('/');
  const at = { kind: 'layout' as const, place: ['layout', 'origins', copy], isKey: true };
  collector.add('form', form, { ...at, renamed: (name) => `${name}/${id}` });
  collector.add('element', copy, at);
  for (const [known, own] of Object.entries(objectOf(ids))) {
    const renamed = (name: string) => name.slice(name.indexOf('/') + 1);
    const place = [...at.place, 'ids', known];
    collector.add('element', typeof own === 'string' ? `${form}/${own}` : undefined, {
      kind: 'layout',
      place,
      renamed
    });
  }
}

const POINTER_STEPS: ReadonlyMap<string, 'state' | 'event' | 'delay'> = new Map([
  ['states', 'state'],
  ['on', 'event'],
  ['after', 'delay']
]);
