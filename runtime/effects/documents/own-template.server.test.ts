import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../definition/json.ts';
import { EXAMPLE_DOCUMENTS } from '../../testing/example-documents.ts';
import { APPLICANT, exampleDossier, MUNICIPALITY, shippedCaseType, submission } from '../../testing/example-dossier.ts';
import { composeDocument } from './compose.ts';
import type { Dossier } from './dossier.ts';
import { templateAnswers } from './template-answers.ts';
import { typstMaker } from './typst-maker.server.ts';
import { documentWish } from './wish.ts';

const maker = typstMaker();
const letter = { kind: 'letter', data: EXAMPLE_DOCUMENTS.letter } as const;

async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)));
  return text.join(' ').replace(/\s+/g, ' ');
}

async function inspected(change: Partial<Dossier> = {}): Promise<Dossier> {
  const caseType = await shippedCaseType('livsmedelskontroll');
  const scenario = caseType.scenarios['forelaggande-foljs'];
  const [application, data]: JsonObject[] = JSON.parse(
    JSON.stringify([
      scenario?.application,
      scenario?.steps.find(({ event }) => event === 'registrera-inspektion')?.data
    ])
  );
  const control = submission('inspektion', data ?? {});
  const dossier = await exampleDossier();
  return {
    ...dossier,
    caseType,
    data: { application: application ?? {}, inspektion: data ?? {} },
    application: submission('application', application ?? {}),
    step: { ...dossier.step, beslut: null, submission: control },
    ...change
  };
}

const KONTROLLRAPPORT = readFileSync('case-types/livsmedelskontroll/templates/kontrollrapport.typ', 'utf8');
const WISH = documentWish({ document: 'kontrollrapport', handlingstyp: 'kontrollrapport', to: ['party'] });

async function report(dossier: Dossier): Promise<Uint8Array> {
  const document = composeDocument(dossier, WISH, MUNICIPALITY);
  return maker.make(document, { source: KONTROLLRAPPORT, answers: templateAnswers(dossier) });
}

describe('a case type’s own template', () => {
  it('is filled with the answers of the case’s forms, in the frame of all documents, as tagged PDF/A', async () => {
    const pdf = await report(await inspected());
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A');
    const text = await textOf(pdf);
    for (const part of ['Lindsjö kommun', 'Kontrollrapport', 'SBN 2026/14', 'Pizzeria Test AB', 'Storgatan 1'])
      expect(text).toContain(part);
    for (const part of ['10 sep 2026', 'Kylen håller 14 grader.', 'Allvarlig', 'Det här ska du göra', 'Laga kylen.'])
      expect(text).toContain(part);
    expect(text).toContain('inget beslut och går därför inte att överklaga');
    expect(text).not.toMatch(/undefined|none|utan-avvikelse|Vad såg du/);
  });

  it('tells nothing that says who or where somebody with protected identity is', async () => {
    const text = await textOf(await report(await inspected({ parties: [{ ...APPLICANT, protected: true }] })));
    expect(text).toContain('Kylen håller 14 grader.');
    for (const secret of ['Storgatan', '556000', 'Karin']) expect(text).not.toContain(secret);
  });
});

const refusedWith = async (source: string) =>
  maker.make(letter, { source, answers: {} }).then(
    () => 'made',
    (error: { code?: string }) => error.code
  );

describe('a template that is wrong or worse', () => {
  it.each([
    ['reads a file of the machine', '#read("/etc/passwd")'],
    ['reads a file above its own', '#read("../typst-maker.server.ts")'],
    ['asks for a package', '#import "@preview/cetz:0.3.0"'],
    ['asks for a package of whoever runs the server', '#import "@local/cetz:0.3.0"'],
    ['asks for more memory than there is', '#let all = range(1000000000)'],
    ['is no typst', '#let'],
    ['is longer than a template', ' '.repeat(300_000)]
  ])('is refused when it %s', async (_, source) => {
    expect(await refusedWith(source)).toBe('document.not_made');
  });

  it('sees nothing but what the list of insertable data names', async () => {
    expect(await refusedWith('#import "frame.typ": *\n#show: frame\n#data.madeAt')).toBe('document.not_made');
    expect(await refusedWith('#import "frame.typ": *\n#show: frame\n#data.title')).toBe('made');
  });
});
