import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { CaseType } from '../../definition/case-type.ts';
import { controlsOf } from '../../definition/walk-form.ts';
import type { Block, SomeDocument } from '../../ports/document-maker.ts';
import { MUNICIPALITY, shippedCaseType } from '../../testing/example-dossier.ts';
import { scenarioDocuments, type ScenarioDocument } from '../../testing/scenario-documents.ts';
import { composeDocument } from './compose.ts';
import { templateAnswers } from './template-answers.ts';
import { typstMaker } from './typst-maker.server.ts';

const maker = typstMaker();
const INSTANCE = {
  bygglov: 'länsstyrelsen',
  livsmedelskontroll: 'länsstyrelsen',
  utlamnande: 'kammarrätten',
  alkoholtillsyn: 'förvaltningsrätten',
  medborgarforslag: 'förvaltningsrätten',
  parkeringstillstand: 'länsstyrelsen',
  feriearbete: 'förvaltningsrätten',
  nyttokort: 'förvaltningsrätten',
  // These make no beslut.
  radgivning: '',
  vattenprov: ''
};

async function textOf(slug: string, { wish, dossier }: ScenarioDocument, document: SomeDocument): Promise<string> {
  const template = wish.template && {
    source: readFileSync(`case-types/${slug}/templates/${wish.template}`, 'utf8'),
    answers: templateAnswers(dossier)
  };
  const pdf = await maker.make(document, template || undefined);
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)));
  return text.join(' ').replace(/\s+/g, ' ');
}

/** What stands over an answer. */
const labelsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => [
    ...(block.heading ? [block.heading] : []),
    ...(block.is === 'facts' ? block.rows.map(({ label }) => label) : []),
    ...(block.is === 'table' ? block.columns : [])
  ]);

/** Keys of the case type that are no words: `utan-avvikelse`, `findingArea`. */
const keysOf = (caseType: CaseType): string[] => {
  const ids = controlsOf(caseType).map(({ element }) => element.id);
  const options = Object.keys(caseType.texts.sv).flatMap((key) => /\.option\.(.+)$/.exec(key)?.[1] ?? []);
  return [...new Set([...ids, ...options])].filter((key) => /[a-z][A-Z]|[a-z]-[a-z]/.test(key));
};

/** Each way that a document comes to be, once: the same document may be made by other steps with other forms. */
function distinct(documents: readonly ScenarioDocument[]): ScenarioDocument[] {
  const way = ({ wish, dossier: { step } }: ScenarioDocument) =>
    [wish.document, wish.appealInstruction, step.submission?.form, step.beslut?.outcome].join();
  return [...new Map(documents.map((one) => [way(one), one])).values()];
}

describe.each([
  'bygglov',
  'livsmedelskontroll',
  'utlamnande',
  'alkoholtillsyn',
  'medborgarforslag',
  'parkeringstillstand',
  'feriearbete',
  'nyttokort',
  'radgivning',
  'vattenprov'
] as const)('the documents of %s', async (slug) => {
  const caseType = await shippedCaseType(slug);
  const keys = keysOf(caseType);
  const documents = distinct(scenarioDocuments(caseType));

  it('are all made by some scenario', () => {
    const asked = [...JSON.stringify(caseType.flow).matchAll(/"document":"([^"]+)"/g)].map(([, name]) => name);
    const made = documents.map(({ wish }) => wish.document);
    expect([...new Set(asked)].filter((name) => !made.includes(name ?? ''))).toEqual([]);
  });

  it.each(documents.map((one) => [`${one.wish.document} in ${one.scenario}`, one] as const))(
    'read as people write: %s',
    async (_, one) => {
      const document = composeDocument(one.dossier, one.wish, MUNICIPALITY);
      const text = await textOf(slug, one, document);
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object|\{\w+\}|document\.|form\./);
      // A statute by its name; its number stands in brackets after it.
      expect(text.replaceAll(/\(\d{4}:\d+\)/g, '')).not.toMatch(/\b(1[89]|20)\d\d:\d{1,4}\b|SFS/);
      expect(text).not.toMatch(/\b\d{4}-\d\d-\d\d\b/);
      expect(keys.filter((key) => text.includes(key))).toEqual([]);
    }
  );

  it.each(documents.map((one) => [`${one.wish.document} in ${one.scenario}`, one] as const))(
    'ask nothing of whoever gets them, and tell how to appeal where a beslut can be: %s',
    (_, { dossier, wish }) => {
      const document = composeDocument(dossier, wish, MUNICIPALITY);
      if (document.kind !== 'receipt')
        expect(labelsOf(document.data.blocks).filter((label) => /\?$/.test(label))).toEqual([]);
      if (document.kind !== 'beslut') return;
      const { appeal } = dossier.step.beslut ?? {};
      if (!wish.appealInstruction) expect(document.data.appeal).toBeNull();
      else if (appeal?.kind === 'ej-overklagbart') expect(document.data.appeal?.sections).toEqual([]);
      else expect(document.data.appeal?.lead).toContain(INSTANCE[slug]);
    }
  );
});
