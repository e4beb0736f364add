import type { CaseType } from '../../definition/case-type.ts';
import type { Action, Appeal, BeslutMeta, Branch, FlowState, Statute } from '../../definition/types.ts';
import { branchesOf, statesOf, type PlacedBranch } from '../../flow/walk.ts';
import { describeForms } from '../../form/describe.ts';
import { sentence, type Describe } from '../../form/sentence.ts';
import { findText, type FindText } from '../../form/texts.ts';
import type { Fact } from '../../ports/document-maker.ts';
import type { Language } from '../language.ts';
import { cite } from '../statutes.ts';
import { PROCESS_WORDS, type ProcessWords } from './words.ts';

/** A case type told step by step: what municipalities write by hand as a processkartläggning. */
export interface ProcessDescription {
  readonly title: string;
  readonly summary: string;
  /** What the whole rests on. */
  readonly facts: readonly Fact[];
  readonly steps: readonly StepDescription[];
}

export interface StepDescription {
  readonly key: string;
  readonly title: string;
  /** How deep it stands in groups; 0 at the top. */
  readonly depth: number;
  readonly facts: readonly Fact[];
  readonly ways: readonly WayDescription[];
}

export interface WayDescription {
  readonly what: string;
  readonly who: string;
  readonly does: string;
  readonly leads: string;
}

interface Telling {
  readonly caseType: CaseType;
  readonly language: Language;
  readonly words: ProcessWords;
  readonly text: FindText;
  readonly describe: Describe;
}

/** The flow of a case type in words, with its law, in document order. Pure. */
export function describeProcess(caseType: CaseType, language: Language): ProcessDescription {
  const { settings, flow } = caseType;
  const words = PROCESS_WORDS[language];
  const text = findText(caseType.texts, language);
  const by: Telling = { caseType, language, words, text, describe: describeForms(caseType.forms, text, language) };
  const states = statesOf(flow);
  const depthOf = (pointer: string) => pointer.split('/states/').length - 2;
  const law = (settings.legalBasis ?? []).map(({ statute, paragraph }) =>
    cite({ sfs: statute, ...(paragraph !== undefined && { paragraph }) }, language)
  );
  const anywhere: StepDescription[] = flow.on
    ? [{ key: '', title: words.whole, depth: 0, facts: [], ways: waysOf({ on: flow.on }, by) }]
    : [];
  return {
    title: text('caseType.title') ?? settings.slug,
    summary: text('caseType.summary') ?? '',
    facts: [...fact(words.law, law.join('\n')), ...fact(words.appeal, appealWords(settings.appeal, by))],
    steps: [
      ...anywhere,
      ...states.map(({ key, config, pointer }) => ({
        ...{ key, depth: depthOf(pointer), title: titleOf(key, by) },
        facts: factsOf(key, config, by),
        ways: waysOf(config, by)
      }))
    ]
  };
}

const fact = (label: string, value: string | undefined): Fact[] => (value ? [{ label, value }] : []);
const titleOf = (key: string, { text }: Telling): string =>
  text(`state.${key}.title`) ?? text(`state.${key}.status`) ?? key;

function factsOf(key: string, config: FlowState, by: Telling): Fact[] {
  const { words, text, caseType } = by;
  const { meta = {}, entry = [], invoke, type } = config;
  const who = meta.role ? words.roles[meta.role] : meta.waitsFor ? words.waits[meta.waitsFor] : '';
  return [
    ...fact(words.phase, meta.phase && words.phases[meta.phase]),
    ...fact(words.who, type === 'final' ? words.end : who),
    ...fact(words.status, [text(`state.${key}.status`), text(`state.${key}.explanation`)].filter(Boolean).join(' ')),
    ...fact(words.guidance, text(`state.${key}.guidance`)),
    ...fact(words.form, meta.form && formName(meta.form, by)),
    ...fact(words.time, meta.deadline && timeWords(meta.deadline, by)),
    ...fact(words.automation, invoke && filled(words.automations[invoke.src], { what: namedIn(invoke.input) })),
    ...fact(
      words.begins,
      entry
        .map((action) => actionWords(action, by))
        .filter(Boolean)
        .join('\n')
    ),
    ...fact(words.law, [...new Set(lawOf(config, caseType, by))].join('\n'))
  ];
}

/** What an input is about: the table, the authority, the connector. */
const namedIn = (input: object): string => {
  const named = Object.entries(input).find(([name]) => ['table', 'to', 'connector'].includes(name));
  return named ? String(named[1]) : '';
};

function waysOf(config: FlowState, by: Telling): WayDescription[] {
  return branchesOf(config, '').map((placed) => {
    const { branch, trigger, name } = placed;
    const list = trigger === 'on' ? [config.on?.[name]].flat() : [branch];
    const meta = list[0]?.meta;
    const { words } = by;
    const condition = branch.guard && sentence(branch.guard.params, by.describe, by.language);
    const isParted = list.length > 1 && !branch.guard;
    return {
      what: [wayName(placed, config, by), condition ? `${words.when} ${condition}` : isParted ? words.otherwise : '']
        .filter(Boolean)
        .join(', '),
      who: (meta?.roles ?? []).map((role) => words.roles[role]).join(', '),
      does: [
        meta?.form ? `${words.form}: ${formName(meta.form, by)}` : '',
        meta?.beslut ? beslutWords(meta.beslut, words) : '',
        ...(branch.actions ?? []).map((action) => actionWords(action, by))
      ]
        .filter(Boolean)
        .join('\n'),
      leads: leadsTo(branch, by)
    };
  });
}

const leadsTo = ({ target }: Branch, by: Telling): string =>
  target === undefined ? by.words.stays : titleOf(target.replace(/^\./, ''), by);

function wayName({ trigger, name, branch, pointer }: PlacedBranch, config: FlowState, by: Telling): string {
  const { words, text } = by;
  switch (trigger) {
    case 'on':
      return text(`event.${name}.label`) ?? name;
    case 'after':
      return filled(branch.target === undefined ? words.reminder : words.timeOut, { time: timeWords(name, by) });
    case 'invoke':
      return pointer.startsWith('/invoke/onError') && config.invoke ? words.failure : words.result;
    case 'onDone':
      return words.groupDone;
    case 'always':
      return words.directly;
  }
}

const filled = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '').trim();

const formName = (form: string, { caseType, text }: Telling): string => {
  const [page] = pagesOf(caseType.forms[form]?.ui);
  return (page && text(`form.${form}.${page}.label`)) ?? form;
};

const pagesOf = (ui: { readonly elements?: readonly { readonly id: string }[] } | undefined): string[] =>
  (ui?.elements ?? []).map(({ id }) => id);

function actionWords(action: Action, { words, text }: Telling): string {
  const told = words.actions[action.type];
  switch (action.type) {
    case 'notify':
      return filled(told, {
        what: subjectOf(action.params.text, text),
        to: words.roles[action.params.to].toLowerCase()
      });
    case 'create-document':
      return filled(told, { what: text(`document.${action.params.document}.title`) ?? action.params.document });
    case 'announce':
    case 'publish-status':
      return filled(told, { what: subjectOf(action.params.text, text) });
    case 'set-field':
      // What the flow keeps for itself says nothing to who reads about the process.
      return '';
    case 'send':
      return filled(told, { what: action.params.to });
    case 'start-case':
      return filled(told, { what: action.params.caseType });
    case 'set-legal-state':
      return filled(told, { what: action.params.state });
    default:
      return filled(told, {});
  }
}

/** What a message is about, without what is filled in when it is sent. */
const subjectOf = (message: string, text: FindText): string =>
  (text(`message.${message}.subject`) ?? message).replace(/[,:]?\s*(i|in)?\s*\{\w+\}/g, '').trim();

const beslutWords = ({ delegation }: BeslutMeta, words: ProcessWords): string =>
  delegation ? `${words.beslut} ${filled(words.delegation, { item: delegation })}` : words.beslut;

/** `3 veckor, räknat från …`, with the statute that says so. */
function timeWords(name: string, by: Telling): string {
  const { words, caseType, describe, language } = by;
  const delay = caseType.settings.delays?.[name];
  const period = periodWords(delay?.period ?? name, words);
  // A field of the flow's own has a name that only its maker knows.
  const isNamed = delay?.from !== undefined && delay.from !== 'entry' && !delay.from.startsWith('/fields/');
  const from = isNamed ? filled(words.from, { field: describe.field(delay.from ?? '') }) : '';
  const statute = delay?.statute ? `(${cite(delay.statute, language)})` : '';
  return [[period, delay?.days === 'working' ? words.working : '', from].filter(Boolean).join(', '), statute]
    .filter(Boolean)
    .join(' ');
}

function periodWords(period: string, words: ProcessWords): string {
  const [, years, months, weeks, days, hours] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?$/.exec(period) ?? [];
  const said = [
    years && words.years(Number(years)),
    months && words.months(Number(months)),
    weeks && words.weeks(Number(weeks)),
    days && words.days(Number(days)),
    hours && words.hours(Number(hours))
  ].filter((part) => part !== undefined);
  return said.length > 0 ? said.join(' ') : period;
}

function appealWords({ kind, statute }: Appeal, { words, language }: Telling): string {
  const cited = statute ? cite(statute, language) : '';
  return kind === 'ej-overklagbart' ? [words.noAppeal, cited].filter(Boolean).join(', ') : cited;
}

/** The statutes that a step rests on: of its times, its beslut and what it announces. */
function lawOf(config: FlowState, { settings }: CaseType, by: Telling): string[] {
  const times = [config.meta?.deadline, ...Object.keys(config.after ?? {})].flatMap(
    (name) => (name === undefined ? undefined : settings.delays?.[name]?.statute) ?? []
  );
  const branches = branchesOf(config, '').map(({ branch }) => branch);
  const actions = [...(config.entry ?? []), ...branches.flatMap((branch) => branch.actions ?? [])];
  const announced = actions.flatMap((action) => (action.type === 'announce' && action.params.statute) || []);
  const beslut = branches.flatMap(({ meta }) => meta?.beslut ?? []);
  const said = (statutes: readonly Statute[]) => statutes.map((statute) => cite(statute, by.language));
  return [
    ...said([...times, ...announced]),
    ...beslut.flatMap((one) => {
      const appeal = one.appeal ?? settings.appeal;
      return [
        ...(typeof one.legalBasis === 'string' ? [one.legalBasis] : []),
        ...(appeal.kind === 'laglighetsprovning' || one.kind === 'verkstallighet' ? [] : [by.words.needs]),
        ...said([appeal.statute, one.enforceableAtOnce?.statute].filter((statute) => statute !== undefined))
      ];
    })
  ];
}
