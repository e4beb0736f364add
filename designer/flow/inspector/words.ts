import { formsOf, objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { referencesIn } from '../../document/references/references.ts';
import type { Choice, Words } from '../../settings/model.ts';

/** Closed lists of the flow, in words. */
export const PHASES: Words = {
  aktualisera: 'phase.aktualisera',
  utreda: 'phase.utreda',
  besluta: 'phase.besluta',
  hantera: 'phase.hantera',
  verkstalla: 'phase.verkstalla',
  'folja-upp': 'phase.folja-upp'
};

export const WAITS_FOR: Words = {
  caseworker: 'flow.waits.caseworker',
  applicant: 'flow.waits.applicant',
  party: 'flow.waits.party',
  authority: 'flow.waits.authority',
  system: 'flow.waits.system',
  namnd: 'flow.waits.namnd',
  fullmaktige: 'flow.waits.fullmaktige'
};

export const OUTCOMES: Words = {
  bifall: 'outcome.bifall',
  'delvis-bifall': 'outcome.delvis-bifall',
  avslag: 'outcome.avslag',
  avvisning: 'outcome.avvisning',
  avskrivning: 'outcome.avskrivning',
  forelaggande: 'outcome.forelaggande',
  forbud: 'outcome.forbud',
  erinran: 'outcome.erinran',
  varning: 'outcome.varning',
  aterkallelse: 'outcome.aterkallelse',
  inledande: 'outcome.inledande',
  forlangning: 'outcome.forlangning',
  'ingen-atgard': 'outcome.ingen-atgard',
  overlamnande: 'outcome.overlamnande',
  besvarat: 'outcome.besvarat'
};

export const BESLUT_KINDS: Words = {
  namndbeslut: 'beslutKind.namndbeslut',
  fullmaktigebeslut: 'beslutKind.fullmaktigebeslut',
  delegationsbeslut: 'beslutKind.delegationsbeslut',
  ordforandebeslut: 'beslutKind.ordforandebeslut',
  automatiserat: 'beslutKind.automatiserat',
  verkstallighet: 'beslutKind.verkstallighet'
};

export const COMMUNICATION: Words = {
  done: 'flow.communication.done',
  'obviously-unnecessary': 'flow.communication.obviously-unnecessary',
  'employment-or-grading': 'flow.communication.employment-or-grading',
  'would-obstruct': 'flow.communication.would-obstruct',
  'cannot-wait': 'flow.communication.cannot-wait',
  'not-applicable': 'flow.communication.not-applicable'
};

export const NO_REASONS: Words = {
  'obviously-unnecessary': 'flow.noReasons.obviously-unnecessary',
  employment: 'flow.noReasons.employment',
  'essential-interest': 'flow.noReasons.essential-interest',
  secrecy: 'flow.noReasons.secrecy',
  'not-applicable': 'flow.noReasons.not-applicable'
};

export const AT_ONCE: Words = {
  statute: 'flow.atOnce.statute',
  employment: 'flow.atOnce.employment',
  temporary: 'flow.atOnce.temporary',
  'wide-circle': 'flow.atOnce.wide-circle',
  'public-interest': 'flow.atOnce.public-interest',
  'individual-interest': 'flow.atOnce.individual-interest'
};

/** The forms of a case type by what their pages call them. */
export const forms = (document: CaseTypeDocument): Choice[] =>
  formsOf(document).map((value) => {
    const root = objectOf(objectOf(objectOf(document.forms)[value]).ui).id;
    const text = objectOf(objectOf(document.texts).sv)[`form.${value}.${String(root)}.label`];
    if (value === 'application') return { value, label: 'law.form.application' };
    return { value, label: { text: typeof text === 'string' ? text : value } };
  });

const keys = (values: readonly string[]): Choice[] =>
  [...new Set(values)].map((value) => ({ value, label: { text: value } }));

export const tables = (document: CaseTypeDocument): Choice[] => keys(Object.keys(objectOf(document.decisions)));
export const templates = (document: CaseTypeDocument): Choice[] => keys(Object.keys(objectOf(document.templates)));
export const fields = (document: CaseTypeDocument): Choice[] =>
  keys(Object.keys(objectOf(objectOf(objectOf(document.settings).fields).properties)).map((key) => `/fields/${key}`));

export const handlingstyper = (document: CaseTypeDocument): Choice[] => {
  const rows = objectOf(document.settings).handlingstyper;
  return keys((Array.isArray(rows) ? rows : []).map((row) => String(objectOf(row).key)));
};

/** Items of the delegationsordning that the case type names. */
export const delegations = (document: CaseTypeDocument): Choice[] => {
  const held = objectOf(document.settings).delegation;
  return keys((Array.isArray(held) ? held : []).map((row) => String(row)));
};

/** Messages or documents that the flow names, by what they are called. */
export const named =
  (to: 'message' | 'document') =>
  (document: CaseTypeDocument): Choice[] => {
    const texts = objectOf(objectOf(document.texts).sv);
    const used = referencesIn(document).filter((each) => each.to === to && each.kind === 'flow');
    return keys(used.map(({ key }) => key)).map(({ value }) => {
      const text = texts[to === 'message' ? `message.${value}.subject` : `document.${value}.title`];
      return { value, label: { text: typeof text === 'string' && text !== '' ? text : value } };
    });
  };
