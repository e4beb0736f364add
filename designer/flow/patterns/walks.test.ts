import { describe, expect, it } from 'vitest';
import { runScenario } from '#runtime/case/run-scenario.ts';
import { rulesOf } from '#runtime/case/rules.server.ts';
import type { JsonObject } from '#runtime/definition/json.ts';
import { parseDocument } from '#runtime/definition/parse.ts';
import type { Scenario, ScenarioStep } from '#runtime/definition/types.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { compile } from '#runtime/flow/compile.ts';
import { put } from '#runtime/form/pointer.ts';
import { templateOf, type Category } from '../../start/template.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { applyPatches } from '../../document/patch.ts';
import type { PatternKey } from './model.ts';
import { PATTERNS } from './patterns.ts';

const owner = { organ: 'namnden', kind: 'namnd', unit: 'enheten' } as const;
const BESLUT = '/states/beslutas/on/beslut';
const KLAR = '/states/utreds/on/klar';

/** A new case type whose own beslut names an item, and which asks nobody to log in or sign. */
function fresh(category: Category, settings: JsonObject = {}): CaseTypeDocument {
  const document = templateOf({ slug: 'prov', title: 'Prov', category, owner });
  const own = Object.entries({ delegation: ['KS-0'], ...settings });
  const chosen = own.reduce<JsonObject>((all, [key, value]) => put(all, `/settings/${key}`, value), document);
  return category === 'ansokan' ? put(chosen, `/flow${BESLUT}/meta/beslut/delegation`, 'KS-0') : chosen;
}

type Step = Pick<ScenarioStep, 'event' | 'as' | 'data' | 'wait' | 'facts'> & { readonly to: readonly string[] };

interface Walk {
  readonly pattern: PatternKey;
  readonly where: string;
  readonly category?: Category;
  readonly settings?: JsonObject;
  readonly results?: Scenario['results'];
  readonly steps: readonly Step[];
}

function walk({ pattern, where, category = 'ansokan', settings, results, steps }: Walk) {
  const document = fresh(category, settings);
  const edit = PATTERNS[pattern].insert(document, where, { item: 'KS-1', changeItem: 'KS-2' });
  if (isRefusal(edit)) return expect.unreachable(edit.refused);
  const done = applyPatches(document, edit.patches);
  if (isRefusal(done)) return expect.unreachable(done.refused);
  const { caseType, problems } = parseDocument(done.document);
  if (!caseType) return expect.unreachable(JSON.stringify(problems));
  const scenario: Scenario = {
    ...{ title: pattern, now: '2026-03-02T10:00:00+01:00', channel: 'e-service' },
    application: { [category === 'ansokan' ? 'ansokan' : 'handelse']: 'Prov' },
    ...(results && { results }),
    steps: steps.map(({ to, ...step }) => ({ ...step, expect: { states: [...to] } }))
  };
  expect(runScenario(rulesOf(compile(caseType)), scenario)).toEqual([]);
}

const DONE = { communication: 'done', reasons: 'Det är så.', legalBasis: '4 § lagen' };
const DECIDED: readonly Step[] = [
  { event: 'klar', as: 'caseworker', to: ['beslutas'] },
  { event: 'beslut', as: 'manager', data: { outcome: 'avslag', ...DONE }, to: ['kan-overklagas'] }
];
const LATER = { wait: 'P40D' } as const;

describe('a supplement', () => {
  const asked: Step = {
    event: 'begar-komplettering',
    as: 'caseworker',
    data: { missing: 'En ritning' },
    to: ['vantar-komplettering']
  };
  it('comes from the applicant, and the case goes on where it was', () =>
    walk({
      pattern: 'supplement',
      where: '/states/utreds',
      steps: [asked, { event: 'komplettera', as: 'applicant', data: { answer: 'Här' }, to: ['utreds'] }]
    }));
  it('that never came dismisses nothing', () =>
    walk({ pattern: 'supplement', where: '/states/utreds', steps: [asked, { ...LATER, to: ['utreds'] }] }));
  it('is sent by the status link where nobody logs in', () =>
    walk({
      ...{ pattern: 'supplement', where: '/states/handlaggs', category: 'anmalan' },
      steps: [asked, { event: 'komplettera', as: 'anyone', data: { answer: 'Här' }, to: ['handlaggs'] }]
    }));
});

describe('a remiss', () => {
  const sent: Step = {
    ...{ event: 'skicka-remiss', as: 'caseworker', to: ['remiss-ute'] },
    data: { bodies: ['lansstyrelsen', 'raddningstjansten'], question: 'Vad anser ni?' }
  };
  it('to two is out until both have answered', () =>
    walk({
      ...{ pattern: 'remiss', where: '/states/utreds' },
      steps: [
        sent,
        { event: 'remissvar', as: 'registrar', data: { body: 'lansstyrelsen', opinion: 'Ja' }, to: ['remiss-ute'] },
        { event: 'remissvar', as: 'registrar', data: { body: 'raddningstjansten' }, to: ['remiss-ute'] },
        { event: 'remisser-klara', as: 'caseworker', to: ['utreds'] }
      ]
    }));
  it('that nobody answers ends with its time', () =>
    walk({ pattern: 'remiss', where: '/states/utreds', steps: [sent, { ...LATER, to: ['utreds'] }] }));
});

describe('another authority', () => {
  it('is waited for until it answers, past its time too', () =>
    walk({
      ...{ pattern: 'authority', where: '/states/utreds' },
      steps: [
        {
          event: 'vanta-pa-myndighet',
          as: 'caseworker',
          data: { authority: 'Polisen', question: 'Ordning' },
          to: ['vantar-myndighet']
        },
        { ...LATER, to: ['vantar-myndighet'] },
        { event: 'myndigheten-svarar', as: 'registrar', data: { answer: 'Nej' }, to: ['utreds'] }
      ]
    }));
});

describe('communication before a beslut (FL 25 §)', () => {
  const begun: Step = { event: 'klar', as: 'caseworker', to: ['kommuniceras'] };
  it('lets the parties answer before the case goes to be decided', () =>
    walk({
      ...{ pattern: 'communication', where: KLAR },
      steps: [
        begun,
        { event: 'kommunicera', as: 'caseworker', data: { material: 'Utredningen' }, to: ['vantar-yttrande'] },
        { event: 'yttra', as: 'applicant', data: { answer: 'Jag håller inte med' }, to: ['vantar-yttrande'] },
        { ...LATER, to: ['beslutas'] }
      ]
    }));
  it('is left out on a ground that is recorded', () =>
    walk({
      ...{ pattern: 'communication', where: KLAR },
      steps: [
        begun,
        { event: 'kommunicera-inte', as: 'caseworker', data: { ground: 'obviously-unnecessary' }, to: ['beslutas'] }
      ]
    }));
});

it('an approval round goes back once, and then on', () =>
  walk({
    ...{ pattern: 'approval', where: KLAR },
    steps: [
      { event: 'klar', as: 'caseworker', to: ['godkanns'] },
      { event: 'skicka-tillbaka', as: 'manager', data: { remark: 'Mer' }, to: ['utreds'] },
      { event: 'klar', as: 'caseworker', to: ['godkanns'] },
      { event: 'godkann', as: 'manager', to: ['beslutas'] }
    ]
  }));

it('an inspection with deficiencies is followed up until they are mended', () =>
  walk({
    ...{ pattern: 'inspection', where: KLAR },
    steps: [
      { event: 'klar', as: 'caseworker', to: ['inspekteras'] },
      {
        event: 'registrera-inspektion',
        as: 'caseworker',
        data: { result: 'brister', notes: 'Smutsigt', dueDate: '2026-03-20' },
        to: ['ska-atgardas']
      },
      { wait: 'P20D', to: ['foljs-upp'] },
      {
        event: 'registrera-uppfoljning',
        as: 'caseworker',
        data: { result: 'brister', notes: 'Kvar', dueDate: '2026-04-20' },
        to: ['ska-atgardas']
      },
      { event: 'meddela-atgard', as: 'applicant', data: { answer: 'Städat' }, to: ['foljs-upp'] },
      {
        event: 'registrera-uppfoljning',
        as: 'caseworker',
        data: { result: 'utan-anmarkning', notes: 'Rent' },
        to: ['beslutas']
      }
    ]
  }));

describe('a beslut', () => {
  it('is made on delegation by who holds the item', () =>
    walk({
      ...{ pattern: 'decision', where: '/states/handlaggs/on/avsluta', category: 'anmalan' },
      steps: [
        { event: 'avsluta', as: 'caseworker', to: ['beslutas'] },
        { event: 'beslut', as: 'manager', data: { outcome: 'bifall', decision: 'Bifall', ...DONE }, to: ['avslutad'] }
      ]
    }));
  it('is made by the nämnd, and written in by its secretary', () =>
    walk({
      ...{ pattern: 'namnd', where: KLAR },
      steps: [
        { event: 'klar', as: 'caseworker', to: ['hos-namnden'] },
        { event: 'aterremittera', as: 'secretary', to: ['utreds'] },
        { event: 'klar', as: 'caseworker', to: ['hos-namnden'] },
        {
          event: 'namnden-beslutar',
          as: 'secretary',
          data: { outcome: 'bifall', decision: 'Bifall', ...DONE },
          to: ['beslutas']
        }
      ]
    }));
});

describe('a fee', () => {
  const begun = { event: 'klar', as: 'caseworker' } as const;
  it('that is paid lets the case go on', () =>
    walk({
      ...{ pattern: 'payment', where: KLAR, results: { betalning: { output: { amount: 50000 } } } },
      steps: [{ ...begun, to: ['beslutas'] }]
    }));
  it('that cannot be taken is looked at by somebody', () =>
    walk({
      ...{ pattern: 'payment', where: KLAR, results: { betalning: { error: 'not-connected' } } },
      steps: [
        { ...begun, to: ['obetald'] },
        { event: 'betald-pa-annat-satt', as: 'caseworker', to: ['beslutas'] }
      ]
    }));
  it('that nobody pays ends with its time, and can be asked for again', () =>
    walk({
      ...{ pattern: 'payment', where: KLAR },
      steps: [
        { ...begun, to: ['vantar-betalning'] },
        { ...LATER, to: ['obetald'] },
        { event: 'begar-betalning', as: 'caseworker', to: ['vantar-betalning'] }
      ]
    }));
});

describe('an appeal by förvaltningsbesvar', () => {
  const where = BESLUT;
  const results = { overlamnande: { output: { to: 'Förvaltningsrätten' } } };
  const appealed: Step = { event: 'overklaga', as: 'applicant', data: { change: 'Bifall' }, to: ['rattidsprovning'] };
  it('is handed over when it came in time, after the beslut was changed too, and the case comes back (FL 37–39, 45 and 46 §§)', () =>
    walk({
      ...{ pattern: 'appeal', where, results },
      steps: [
        ...DECIDED,
        appealed,
        {
          event: 'andra-beslutet',
          as: 'manager',
          data: { outcome: 'delvis-bifall', decision: 'Delvis', ...DONE },
          to: ['rattidsprovning']
        },
        {
          event: 'overlamna',
          as: 'caseworker',
          data: { appealIn: '2026-03-10', inTime: 'i-tid' },
          to: ['hos-overinstansen']
        },
        { event: 'overinstansens-beslut', as: 'registrar', data: { result: 'aterforvisat' }, to: ['beslutas'] }
      ]
    }));
  it('that came too late is dismissed (FL 45 §)', () =>
    walk({
      ...{ pattern: 'appeal', where, results },
      steps: [
        ...DECIDED,
        appealed,
        { event: 'avvisa-overklagande', as: 'manager', data: { decision: 'Avvisas', ...DONE }, to: ['kan-overklagas'] }
      ]
    }));
  it('that never came lets the beslut get laga kraft, once it is known when it was received', () =>
    walk({
      ...{ pattern: 'appeal', where, results },
      steps: [
        ...DECIDED,
        { ...LATER, to: ['kan-overklagas'] },
        { facts: { receivedOn: '2026-04-10' }, to: ['kan-overklagas'] },
        { wait: 'P25D', to: ['beslutat'] }
      ]
    }));
});

describe('laglighetsprövning', () => {
  const appeal = {
    ...{ kind: 'laglighetsprovning', instance: 'forvaltningsratten', handIn: 'forvaltningsratten', period: 'P21D' },
    ...{ startsWhen: 'notice-on-anslagstavla', statute: { sfs: '2017:725', paragraph: '13 kap. 5 §' } }
  };
  it('is the court’s from the first, without rättidsprövning, change or hand-over', () =>
    walk({
      ...{ pattern: 'appeal', where: BESLUT, settings: { appeal } },
      steps: [
        { event: 'klar', as: 'caseworker', to: ['beslutas'] },
        { event: 'beslut', as: 'manager', data: { outcome: 'bifall', ...DONE }, to: ['ska-tillkannages'] },
        {
          event: 'notera-tillkannagivande',
          as: 'secretary',
          data: { announcedOn: '2026-03-05' },
          to: ['kan-overklagas']
        },
        { event: 'overklagat-hos-domstolen', as: 'registrar', to: ['hos-domstolen'] },
        { event: 'domstolens-avgorande', as: 'registrar', data: { result: 'star-fast' }, to: ['beslutat'] }
      ]
    }));
  it('makes the beslut enforceable at once (KL 13:14), so that nothing waits', () =>
    walk({
      ...{ pattern: 'enforceable', where: BESLUT, settings: { appeal } },
      steps: [
        { event: 'klar', as: 'caseworker', to: ['beslutas'] },
        { event: 'beslut', as: 'manager', data: { outcome: 'bifall', ...DONE }, to: ['beslutat'] }
      ]
    }));
});

it('a beslut waits until it may be carried out (FL 35 §)', () =>
  walk({
    ...{ pattern: 'enforceable', where: BESLUT },
    steps: [
      { event: 'klar', as: 'caseworker', to: ['beslutas'] },
      { event: 'beslut', as: 'manager', data: { outcome: 'bifall', ...DONE }, to: ['vantar-verkstallbar'] },
      { facts: { receivedOn: '2026-03-03' }, to: ['vantar-verkstallbar'] },
      { wait: 'P25D', to: ['beslutat'] }
    ]
  }));

it('a notice is up for its days, and then the case goes on', () =>
  walk({
    ...{ pattern: 'announcement', where: KLAR },
    steps: [
      { event: 'klar', as: 'caseworker', to: ['anslas'] },
      { wait: 'P22D', to: ['beslutas'] }
    ]
  }));

describe('a withdrawal', () => {
  it('before the beslut ends in avskrivning', () =>
    walk({
      ...{ pattern: 'withdrawal', where: '' },
      steps: [
        { event: 'klar', as: 'caseworker', to: ['beslutas'] },
        { event: 'aterkalla', as: 'applicant', to: ['aterkallad'] },
        { event: 'avskriv', as: 'caseworker', data: { decision: 'Avskrivs', ...DONE }, to: ['avskriven'] }
      ]
    }));
  it('by telephone is registered by staff', () =>
    walk({
      ...{ pattern: 'withdrawal', where: '' },
      steps: [{ event: 'registrera-aterkallelse', as: 'caseworker', data: { note: 'Ringde' }, to: ['aterkallad'] }]
    }));
});
