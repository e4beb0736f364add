import type { Problem } from '#runtime/definition/problem.ts';
import { below } from '#runtime/form/pointer.ts';
import type { Translate } from '#lib/text/translate.ts';
import { conditionsOf, elementsOf, objectOf, type ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument, Path } from '../document/model.ts';
import { flowOf } from '../flow/flow-of.ts';
import { partsOf } from '../flow/parts.ts';
import { isKind } from '../form/kinds.ts';
import { isDetail } from '../form/tree.ts';
import { tabOf } from '../form/use-name.ts';
import { placeIn } from '../problems/fixes.ts';
import { selectionAt } from '../problems/jump.ts';
import { sayProblem } from '../problems/say.ts';
import type { Field } from '../settings/model.ts';
import { SECTIONS } from '../settings/sections.ts';
import { languagesOf, textIn, textRows } from '../texts/rows.ts';
import { whereOf } from '../texts/where.ts';

/** The sorts of things that are found, in the order in which they are shown when they fit as well. */
export const SORTS = [
  'page',
  'field',
  'state',
  'event',
  'setting',
  'condition',
  'table',
  'template',
  'problem',
  'text'
] as const;

/** Something in a case type that one can go to. */
export interface Entry {
  readonly sort: (typeof SORTS)[number];
  /** What it is called. */
  readonly name: string;
  /** Where it is, or what it is part of. */
  readonly about: string;
  /** What else it is found by: keys, and texts in other languages. */
  readonly words: string;
  /** The designer's page that shows it, from another of its pages. */
  readonly href: string;
  /** What to choose there. */
  readonly selection: Path | null;
}

/** Everything in a case type that can be found. Pure. */
export function entriesOf(document: CaseTypeDocument, problems: readonly Problem[], t: Translate): Entry[] {
  return [
    ...formEntries(document, t),
    ...flowEntries(document, t),
    ...settingEntries(t),
    ...Object.keys(conditionsOf(document)).map((name) =>
      at({ sort: 'condition', name, about: t('law.section.data'), pointer: below('/settings/conditions', name) })
    ),
    ...Object.keys(objectOf(document.decisions)).map((name) =>
      at({ sort: 'table', name, about: '', pointer: below('/decisions', name) })
    ),
    ...Object.keys(objectOf(document.templates)).map((name) => ({
      ...at({ sort: 'template', name, about: '', pointer: below('/templates', name) }),
      href: './mallar'
    })),
    ...problems.map((problem) => problemEntry(document, problem, t)),
    ...textEntries(document, t)
  ];
}

interface Told extends Pick<Entry, 'sort' | 'name' | 'about'> {
  readonly pointer: Path;
  readonly words?: string;
}

const at = ({ sort, name, about, pointer, words = '' }: Told): Entry => ({
  ...{ sort, name, about, words: `${words} ${pointer.slice(pointer.lastIndexOf('/') + 1)}` },
  href: tabOf(pointer) ?? './kontroll',
  selection: pointer
});

/** A text in the language of the page or in Swedish, and in all of them. */
const said = (document: CaseTypeDocument, key: string, t: Translate) => ({
  text: textIn(document, t.language, key) || textIn(document, 'sv', key),
  words: languagesOf(document)
    .map((language) => textIn(document, language, key))
    .join(' ')
});

function formEntries(document: CaseTypeDocument, t: Translate): Entry[] {
  const elements = elementsOf(document);
  const label = ({ form, id }: ElementInfo) => said(document, `form.${form}.${id}.label`, t);
  return elements
    .filter((one) => one.place.length > 3 && !isDetail(one) && one.element.type !== 'HorizontalLayout')
    .map((one) => {
      const { text, words } = label(one);
      const page = elements.find(({ form, id }) => form === one.form && id === one.within[0]);
      const { kind } = objectOf(one.element.options);
      const isPage = one.element.type === 'Category';
      const what = isKind(kind) ? t(`kind.${kind}`) : t(isPage ? 'builder.type.Category' : 'builder.type.Group');
      return at({
        sort: isPage ? 'page' : 'field',
        name: text.split('\n')[0] || one.id,
        about: [what, page && label(page).text].filter(Boolean).join(' · '),
        pointer: one.path,
        words: `${words} ${one.answer ?? ''}`
      });
    });
}

function flowEntries(document: CaseTypeDocument, t: Translate): Entry[] {
  const flow = flowOf(document);
  const stateName = (key: string) => said(document, `state.${key}.title`, t);
  return (flow ? partsOf(flow) : []).flatMap((part): Entry[] => {
    const pointer = `/flow${part.pointer}`;
    if (part.sort === 'state') {
      const { text, words } = stateName(part.key);
      const status = said(document, `state.${part.key}.status`, t);
      return [at({ sort: 'state', name: text || part.key, about: status.text, pointer, words: words + status.words })];
    }
    if (part.sort !== 'way' || part.trigger !== 'on') return [];
    const { text, words } = said(document, `event.${part.name}.label`, t);
    const from = part.state === null ? t('search.anyTime') : stateName(part.state).text || part.state;
    return [at({ sort: 'event', name: text || part.name, about: from, pointer, words })];
  });
}

const settingEntries = (t: Translate): Entry[] =>
  SECTIONS.flatMap(({ key, title, about, fields }) => {
    const there = { sort: 'setting' as const, href: `./oversikt?del=${key}`, selection: null };
    const entries = (of: readonly Field[], within: string): Entry[] =>
      of.flatMap(({ label, help, path, control }) => [
        { ...there, name: t(label), about: within, words: `${path} ${help ? t(help) : ''}` },
        ...('fields' in control ? entries(control.fields, `${within} · ${t(label)}`) : [])
      ]);
    return [
      { ...there, name: t(title), about: t('designer.tab.oversikt'), words: t(about) },
      ...entries(fields, t(title))
    ];
  });

function problemEntry(document: CaseTypeDocument, problem: Problem, t: Translate): Entry {
  const pointer = placeIn(document, problem.pointer);
  return {
    sort: 'problem',
    name: sayProblem(t, document, problem),
    about: t(problem.severity === 'error' ? 'search.error' : 'search.warning'),
    words: `${problem.code} ${problem.pointer}`,
    href: tabOf(pointer) ?? './kontroll',
    selection: selectionAt(document, pointer)
  };
}

const textEntries = (document: CaseTypeDocument, t: Translate): Entry[] =>
  textRows(document).flatMap(({ key }) => {
    const { text, words } = said(document, key, t);
    if (text === '') return [];
    return [
      at({ sort: 'text', name: text, about: whereOf(document, key, t), pointer: below('/texts/sv', key), words })
    ];
  });
