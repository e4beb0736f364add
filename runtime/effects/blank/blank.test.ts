import { writeFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { shippedCaseTypes } from '../../testing/shipped.ts';
import { typstMaker } from '../documents/typst-maker.server.ts';
import { describeBlank } from './describe-blank.ts';
import { identityOnPaper } from './identity.ts';
import type { BlankPart } from './blank-data.ts';

const shipped = (await shippedCaseTypes()).filter(([, { settings }]) => settings.eService.authentication !== 'staff');

describe.each(shipped)('the form of %s on paper', (slug, caseType) => {
  it('asks something on each page, in both languages', () => {
    for (const language of ['sv', 'en'] as const) {
      const sections = describeBlank(caseType, language);
      const questions = sections.flatMap(({ parts }) => parts).filter((part: BlankPart) => part.is === 'question');
      expect(questions.length).toBeGreaterThan(0);
      for (const { label, answer } of questions) {
        expect(label).not.toBe('');
        if (answer.by === 'ticking') expect(answer.options.length).toBeGreaterThan(0);
        if (answer.by === 'rows') expect(answer.columns.length).toBeGreaterThan(0);
      }
    }
  });

  it('is a tagged PDF with every question', { timeout: 60_000 }, async () => {
    const sections = describeBlank(caseType, 'sv');
    const pdf = await typstMaker().blank({
      ...{ language: 'sv', slug, date: '2026-11-22', madeAt: new Date('2026-11-22T10:00:00Z') },
      sender: { municipality: 'Lindsjö kommun', organ: 'Nämnden', unit: 'Enheten', contact: ['post@lindsjo.example'] },
      ...{
        title: slug,
        summary: '',
        identity: identityOnPaper(caseType, 'sv'),
        sections,
        sendTo: ['Lindsjö kommun', '812 30 Lindsjö'],
        isSigned: true
      }
    });
    if (process.env['SHOW']) writeFileSync(`${process.env['SHOW']}/${slug}.pdf`, pdf);
    const document = await getDocumentProxy(Uint8Array.from(pdf));
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const { text } = await extractText(document, { mergePages: true });
    const words = text.replaceAll(/\s+/g, '');
    for (const { title } of sections) expect(words).toContain(title.replaceAll(/\s+/g, ''));
  });
});

describe('what is asked of who fills in a form on paper', () => {
  const identityOf = (slug: string) => {
    const caseType = shipped.find(([name]) => name === slug)?.[1];
    return caseType ? identityOnPaper(caseType, 'sv') : expect.unreachable(slug);
  };

  it('is what a login would have told and the form does not ask', () => {
    expect(identityOf('bygglov')).toEqual(['Personnummer']);
  });

  it('is nothing where the form asks it all, or nobody logs in', () => {
    expect(identityOf('ekonomiskt-bistand')).toEqual([]);
    expect(identityOf('felanmalan')).toEqual([]);
  });
});
