import { describe, expect, it } from 'vitest';
import { typstMaker } from '#runtime/effects/documents/typst-maker.server.ts';
import { madeUpDossier } from '#runtime/effects/documents/made-up-dossier.ts';
import { composeDocument } from '#runtime/effects/documents/compose.ts';
import { templateAnswers } from '#runtime/effects/documents/template-answers.ts';
import { documentWish } from '#runtime/effects/documents/wish.ts';
import { MUNICIPALITY, shippedCaseType } from '#runtime/testing/example-dossier.ts';
import { shippedDocuments } from '../testing/documents.ts';
import { madeDocuments } from './documents.ts';
import { answerInsertions, dataInsertions, NEW_TEMPLATE } from './insertions.ts';

const maker = typstMaker();
const caseType = await shippedCaseType('livsmedelskontroll');
const { livsmedelskontroll = {} } = await shippedDocuments();
const KINDS = ['beslut', 'letter', 'supplement-request', 'receipt'] as const;

const FORMS = { beslut: 'beslut', letter: 'inspektion', 'supplement-request': 'forelaggande', receipt: 'application' };

async function made(kind: (typeof KINDS)[number], source: string): Promise<string> {
  const form = FORMS[kind] in caseType.forms ? FORMS[kind] : 'application';
  const now = new Date('2026-11-22T09:00:00Z');
  const dossier = madeUpDossier(caseType, { kind, form, language: 'sv', seed: 1, now, organ: 'Miljönämnden' });
  const wish = documentWish({
    document: 'x',
    handlingstyp: 'x',
    to: ['applicant'],
    appealInstruction: kind === 'beslut'
  });
  const document = composeDocument(dossier, wish, MUNICIPALITY);
  expect(document.kind).toBe(kind);
  const template = { source, answers: templateAnswers(dossier), tellsWhy: true };
  return maker.make(document, template).then(
    () => 'made',
    (error: { params?: { why?: string } }) => error.params?.why ?? String(error)
  );
}

describe('what the designer offers to insert in a template', () => {
  it.each(KINDS)(
    'can be inserted, all of it, in a new %s for a case that is made up',
    { timeout: 60_000 },
    async (kind) => {
      const forms = kind === 'letter' ? ['application', 'inspektion'] : ['application'];
      const inserted = [
        ...dataInsertions(kind, 'sv'),
        ...forms.flatMap((form) => answerInsertions(livsmedelskontroll, form, 'sv'))
      ];
      expect(inserted.length).toBeGreaterThan(15);
      expect(await made(kind, [NEW_TEMPLATE, ...inserted.map(({ code }) => code)].join('\n\n'))).toBe('made');
    }
  );

  it('says what typst says of a template that is wrong, and nothing of the server', async () => {
    expect(await made('letter', `${NEW_TEMPLATE}\n#data.nothing`)).toContain('nothing');
    expect(await made('letter', '#read("/etc/passwd")')).not.toContain('/effects/');
  });
});

describe('the documents that a flow makes', () => {
  it('are found with the template that each is made by', () => {
    const documents = madeDocuments(livsmedelskontroll);
    expect(documents.map(({ document }) => document)).toContain('kontrollrapport');
    expect(documents.find(({ document }) => document === 'kontrollrapport')?.template).toBe('kontrollrapport.typ');
  });
});
