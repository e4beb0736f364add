import { below } from '#runtime/form/pointer.ts';
import { elementOf, elementsOf, type ElementInfo } from './elements.ts';
import type { CaseTypeDocument } from './model.ts';
import type { Place } from './path.ts';
import type { Reference, Subject, UseKind } from './references/model.ts';
import { referencesIn, referencesOfBehaviour } from './references/references.ts';

/** A place where something is used, other than where it is made. */
export interface Use {
  readonly kind: UseKind;
  /** JSON Pointer into the document. */
  readonly pointer: string;
  /** Whether deleting can remove the use by itself. What cannot must be replaced: a guard or a table that lost its question would decide otherwise. */
  readonly removable: boolean;
  /** The element that shows by it or computes it, when it stands in a form. */
  readonly element?: ElementInfo;
}

/** Every use of a subject; `key` is as in `Reference`. Its own texts, and its answers in scenarios, are uses too. Pure. */
export const usesOf = (document: CaseTypeDocument, to: Subject, key: string): Use[] =>
  usesAt(
    document,
    referencesIn(document).filter((reference) => names(reference, to, key))
  );

/** Every use of an element and of all that stands in it, from outside. Pure. */
export const usesOfElement = (document: CaseTypeDocument, form: string, id: string): Use[] =>
  usesOutside(document, referencesIn(document), { form, id });

/** Those that are no texts and no drawing: what would be otherwise without it. Pure. */
export const effectsOfElement = (document: CaseTypeDocument, form: string, id: string): Use[] =>
  usesOutside(document, referencesOfBehaviour(document), { form, id });

function usesOutside(
  document: CaseTypeDocument,
  references: readonly Reference[],
  { form, id }: Pick<ElementInfo, 'form' | 'id'>
): Use[] {
  const lost = lostWith(document, form, id);
  const within = references.filter(
    (reference) => names(reference, 'element', `${form}/${id}`) || isLost(lost, reference)
  );
  return usesAt(document, within).filter(
    ({ pointer }) => !lost.places.some((place) => pointer.startsWith(`${pointerOf(place)}/`))
  );
}

/** A field is also used where something in it is. */
export const names = (reference: Reference, to: Subject, key: string): boolean =>
  reference.to === to &&
  (reference.key === key || (to === 'field' && (reference.key.startsWith(`${key}/`) || reference.key === `${key}/*`)));

export const pointerOf = (place: Place): string => place.reduce<string>(below, '');

export interface Lost {
  readonly elements: ReadonlySet<string>;
  readonly answers: readonly string[];
  /** Where they stand. */
  readonly places: readonly Place[];
}

/** What goes when an element goes: it and all in it, with their answers. */
export function lostWith(document: CaseTypeDocument, form: string, id: string): Lost {
  const root = elementOf(document, form, id);
  const inside = elementsOf(document, form).filter((element) => element.id === id || element.within.includes(id));
  return {
    elements: new Set(inside.map((element) => `${form}/${element.id}`)),
    answers: inside.flatMap(({ answer }) => (answer === undefined ? [] : [answer])),
    places: root ? [root.place] : []
  };
}

export const isLost = ({ elements, answers }: Lost, reference: Reference): boolean =>
  (reference.to === 'element' && elements.has(reference.key)) ||
  (reference.to === 'field' && answers.some((answer) => names(reference, 'field', answer)));

function usesAt(document: CaseTypeDocument, references: readonly Reference[]): Use[] {
  const elements = elementsOf(document);
  return references.map(({ kind, place, ...reference }) => {
    const element = place[0] === 'forms' ? elements.findLast((each) => startsWith(place, each.place)) : undefined;
    return {
      kind,
      pointer: pointerOf(place),
      removable: isRemovable({ kind, place, ...reference }),
      ...(element ? { element } : {})
    };
  });
}

export const startsWith = (place: Place, start: Place): boolean => start.every((step, index) => place[index] === step);

/** Only what says nothing of what happens in a case goes by itself: when something shows, texts, marks of law, examples. */
export const isRemovable = ({ kind, place }: Pick<Reference, 'kind' | 'place'>): boolean =>
  ['scenario', 'text', 'layout', 'handlingstyp'].includes(kind) ||
  (kind === 'law' && place[1] !== 'deadlines') ||
  place.includes('visibleWhen');
