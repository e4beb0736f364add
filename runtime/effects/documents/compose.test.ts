import { describe, expect, it } from 'vitest';
import type { Block, SomeDocument } from '../../ports/document-maker.ts';
import { APPLICANT, BESLUT, exampleDossier, MUNICIPALITY, submission } from '../../testing/example-dossier.ts';
import { composeDocument, composeReceipt } from './compose.ts';
import type { DossierStep, DossierSubmission } from './dossier.ts';
import { viewOf } from './view.ts';
import { documentWish } from './wish.ts';

const wish = (params: object) =>
  documentWish({ document: 'lovbeslut', handlingstyp: 'beslut', to: ['applicant'], ...params });
const LOVBESLUT = wish({ appealInstruction: true });

async function composed(params: object, step: Partial<DossierStep> = {}): Promise<SomeDocument> {
  const dossier = await exampleDossier();
  return composeDocument({ ...dossier, step: { ...dossier.step, ...step } }, wish(params), MUNICIPALITY);
}

/** All that a document says, as lines, with plain spaces. */
const linesOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value.replaceAll('\u00a0', ' ')]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(linesOf)
      : [];
const headings = (blocks: readonly Block[]) => blocks.map(({ heading }) => heading);

function dataOf<Kind extends SomeDocument['kind']>(document: SomeDocument, kind: Kind) {
  if (document.kind !== kind) throw new Error(`made a ${document.kind}`);
  return document.data as Extract<SomeDocument, { kind: Kind }>['data'];
}

describe('a beslut that a step made', () => {
  it('says who decided, when, on what delegation and why (FL 31 and 32 §§)', async () => {
    const dossier = await exampleDossier();
    const data = dataOf(composeDocument(dossier, LOVBESLUT, MUNICIPALITY), 'beslut');
    expect(data).toMatchObject({
      label: 'Beslut',
      title: 'Beslut om bygglov',
      subject: dossier.application?.answers['property'],
      number: { label: 'diarienummer', value: 'SBN 2026/14' },
      date: '2026-04-20',
      decision: 'Bygglov ges för tillbyggnad.',
      reasons: 'Åtgärden stämmer med detaljplanen och uppfyller kraven.',
      legalBasis: ['9 kap. plan- och bygglagen'],
      decidedBy: 'Bo Handläggarsson',
      delegation: 'SBN-2.1 i delegationsordningen för Samhällsbyggnadsnämnden',
      recipients: [{ name: 'Karin Test', lines: ['Björkvägen 3', '852 30 Lillstad'] }]
    });
  });

  it('holds the rest of its form, but not what was asked for the record alone, nor anything twice', async () => {
    const data = dataOf(composeDocument(await exampleDossier(), LOVBESLUT, MUNICIPALITY), 'beslut');
    expect(headings(data.blocks)).toEqual([undefined, 'Så är avgiften räknad']);
    expect(linesOf(data.blocks).join()).toContain('12 500 kr');
    for (const told of ['Sökanden får det som är sökt.', 'Bygglov ges för tillbyggnad.', 'Åtgärden stämmer'])
      expect(linesOf(data.blocks).join()).not.toContain(told);
  });

  it('tells how to appeal when the flow asks for it, and only then', async () => {
    const asked = dataOf(await composed({ appealInstruction: true }), 'beslut');
    expect(asked.appeal?.heading).toBe('Så här överklagar du beslutet');
    expect(linesOf(asked.appeal).join()).toContain('SBN 2026/14');
    expect(dataOf(await composed({}), 'beslut').appeal).toBeNull();
  });

  it('is made in a later step too, when the flow asks for its appeal instruction', async () => {
    expect((await composed({ appealInstruction: true }, { seq: 9, submission: null })).kind).toBe('beslut');
  });

  it('is the nämnd’s own when the nämnd decided, and says when it is carried out at once', async () => {
    const beslut = { ...BESLUT, kind: 'namndbeslut', immediateGround: 'public-interest' };
    const data = dataOf(await composed({}, { beslut }), 'beslut');
    expect(data.decidedBy).toBe('Samhällsbyggnadsnämnden');
    expect(data.enforcement).toContain('35 § tredje stycket förvaltningslagen');
  });

  it('is fullmäktige’s own when fullmäktige decided, whoever wrote it in', async () => {
    const beslut = { ...BESLUT, kind: 'fullmaktigebeslut', decidedBy: 'Stina Wik' };
    expect(dataOf(await composed({}, { beslut }), 'beslut').decidedBy).toBe('Samhällsbyggnadsnämnden');
  });
});

describe('the provisions of a beslut', () => {
  it('stand as whoever decided wrote them, or by the names of the case type’s own', async () => {
    const provisions = async (legalBasis: string) =>
      dataOf(await composed({}, { beslut: { ...BESLUT, legalBasis } }), 'beslut').legalBasis;
    expect(await provisions('9 kap. 30 § PBL, 2 kap. 9 § PBL\n5 § FL')).toEqual([
      '9 kap. 30 § PBL, 2 kap. 9 § PBL',
      '5 § FL'
    ]);
    expect(await provisions('2010:900 13 kap. 3, 15 och 16 §§, 2011:338, 2017:900 20 §')).toEqual([
      '13 kap. 3, 15 och 16 §§ plan- och bygglagen (2010:900)',
      'plan- och byggförordningen (2011:338)',
      '20 § förvaltningslagen (2017:900)'
    ]);
  });
});

describe('an order that the applicant has a day to answer', () => {
  const order = submission('forelaggande', {
    missing: ['situationsplan', 'sektion'],
    order: 'Lämna en situationsplan.',
    weight: 'hindrar',
    reasons: 'Läget går inte att pröva.'
  });
  const beslut = { ...BESLUT, outcome: 'forelaggande', submission: order };
  const params = { document: 'forelaggande', handlingstyp: 'forelaggande' };

  it('says what is wanted, by when, and that it may be avvisning otherwise (FL 20 §)', async () => {
    const data = dataOf(
      await composed(params, { beslut, submission: order, lastDay: '2026-05-04' }),
      'supplement-request'
    );
    expect(data).toMatchObject({ title: 'Föreläggande om komplettering', lastDay: '2026-05-04' });
    expect(linesOf(data.blocks)).toEqual(expect.arrayContaining(['Lämna en situationsplan.', 'Situationsplan']));
    expect(data.consequence).toContain('avvisas');
    expect(JSON.stringify(data)).not.toContain('Går ansökan att pröva');
  });

  it('is a beslut where it can be appealed, as in supervision', async () => {
    const appealed = { ...params, appealInstruction: true };
    expect((await composed(appealed, { beslut, lastDay: '2026-05-04' })).kind).toBe('beslut');
  });
});

describe('what a form says without a beslut', () => {
  it('is a letter of its handlingstyp, signed by whoever did it', async () => {
    const asked = submission('remiss', { bodies: ['raddningstjansten'], remissQuestion: 'Når ni huset?' });
    const params = { document: 'remissbrev', handlingstyp: 'remiss', to: [] };
    const data = dataOf(await composed(params, { submission: asked, beslut: null }), 'letter');
    expect(data).toMatchObject({ label: 'Remiss', title: 'Remiss', recipients: [], signedBy: ['Bo Handläggarsson'] });
    expect(linesOf(data.blocks)).toEqual(expect.arrayContaining(['Räddningstjänsten', 'Når ni huset?']));
  });
});

describe('a receipt', () => {
  it('holds every question that was shown, page by page, also those left without answer', async () => {
    const dossier = await exampleDossier();
    const { forms, texts } = dossier.caseType;
    const data = dataOf(composeReceipt(dossier, MUNICIPALITY), 'receipt');
    expect(data).toMatchObject({ label: 'Kvittens', title: 'Ansökan om bygglov', date: '2026-03-02' });
    const pages = forms.application.ui.elements.map(({ id }) => texts.sv[`form.application.${id}.label`]);
    expect(headings(data.blocks).filter((heading) => pages.includes(heading))).toEqual(pages);
    const lines = linesOf(data.blocks);
    expect(lines).toEqual(expect.arrayContaining([dossier.application?.answers['property'], '200 000 kr', '–']));
  });

  it('stands for the confirmation that a flow sends when nobody wrote anything', async () => {
    const params = { document: 'mottagningsbevis', handlingstyp: 'underrattelse' };
    const data = dataOf(await composed(params, { beslut: null, submission: null }), 'receipt');
    expect(data).toMatchObject({ title: 'Bekräftelse på ansökan om bygglov', date: '2026-04-20' });
  });

  it('says for whom it was sent and by whom, where somebody acted for another', async () => {
    const { application } = await exampleDossier();
    if (!application) throw new Error('nothing was handed in');
    const summary = async (actedFor: DossierSubmission['actedFor']) => {
      const dossier = await exampleDossier({ application: { ...application, actedFor } });
      return linesOf(viewOf(composeReceipt(dossier, MUNICIPALITY)));
    };
    expect((await summary(null)).join()).not.toContain('Hamnkrogen');
    expect(await summary({ name: 'Hamnkrogen AB', by: 'Amina Test' })).toEqual(
      expect.arrayContaining(['Inskickat för', 'Hamnkrogen AB', 'Inskickat av', 'Amina Test'])
    );
    expect(await summary({ name: 'Hamnkrogen AB', by: null })).toContain('Skyddade uppgifter');
  });

  it('calls the number a diarienummer only where it stands in the diarium', async () => {
    const dossier = await exampleDossier({ registered: false });
    expect(composeReceipt(dossier, MUNICIPALITY).data.number.label).toBe('arendenummer');
  });
});

describe('a party with protected identity', () => {
  it('is named nowhere, and nothing says where anybody lives', async () => {
    const hidden = { ...APPLICANT, protected: true };
    const dossier = await exampleDossier({ parties: [hidden] });
    const lines = linesOf(composeDocument(dossier, LOVBESLUT, MUNICIPALITY)).join('\n');
    expect(lines).toContain('Part med skyddade personuppgifter');
    for (const secret of ['Karin', 'Björkvägen', 'Björken']) expect(lines).not.toContain(secret);
  });
});

describe('a document in English', () => {
  it('has the words of the platform in English, and texts of the case type that fall back to Swedish', async () => {
    const document = composeDocument(await exampleDossier({ language: 'en' }), LOVBESLUT, MUNICIPALITY);
    const data = dataOf(document, 'beslut');
    expect(data.label).toBe('Decision');
    expect(data.appeal?.heading).toBe('How to appeal this decision');
  });
});
