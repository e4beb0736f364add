import { writeFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { drawingOf } from '../../flow/bpmn/figures.ts';
import { svgOf } from '../../flow/bpmn/svg.ts';
import { shippedCaseTypes } from '../../testing/shipped.ts';
import { typstMaker } from '../documents/typst-maker.server.ts';
import { describeProcess } from './describe.ts';

const shipped = await shippedCaseTypes();
const bygglov = Object.fromEntries(shipped)['bygglov'] ?? expect.unreachable();

describe('the process of a case type in words', () => {
  it('says of a step who does it, by when, what can happen and by which law', () => {
    const { steps, facts } = describeProcess(bygglov, 'sv');
    expect(facts.map(({ value }) => value).join()).toContain('plan- och bygglagen (2010:900)');
    const step = steps.find(({ key }) => key === 'rattidsprovning') ?? expect.unreachable();
    expect(step.facts).toContainEqual({ label: 'Vem', value: 'Handläggare' });
    expect(step.facts).toContainEqual({ label: 'Tid', value: '7 dagar' });
    expect(step.facts.find(({ label }) => label === 'Lag')?.value).toContain('45 § förvaltningslagen (2017:900)');
    expect(step.ways.find(({ what }) => what.startsWith('Avvisa'))).toMatchObject({
      who: 'Chef',
      does: expect.stringContaining('Beslut på delegation, punkt SBN-4.1'),
      leads: 'Kan överklagas'
    });
    expect(steps.flatMap(({ ways }) => ways).some(({ what }) => what.includes(', om '))).toBe(true);
  });

  it.each(shipped)('tells every step and way of %s in both languages', (_, caseType) => {
    for (const language of ['sv', 'en'] as const) {
      const { steps } = describeProcess(caseType, language);
      for (const { title, ways } of steps) {
        expect(title).not.toBe('');
        for (const { what, leads } of ways) {
          expect(what).not.toBe('');
          expect(leads).not.toBe('');
        }
      }
    }
  });
});

describe('the flow as one picture', () => {
  it.each(shipped)('has every figure and line of %s, and no style', (_, caseType) => {
    const svg = svgOf({ flow: caseType.flow, layout: caseType.layout, texts: caseType.texts.sv });
    const { lines } = drawingOf(caseType.flow);
    expect(svg.split('marker-end').length - 1).toBe(lines.length);
    expect(svg).not.toMatch(/style|<script|NaN|undefined/);
  });

  it('takes what people wrote as text', () => {
    const flow = { id: 'flow', initial: 'a', states: { a: { type: 'final' } } } as const;
    const svg = svgOf({ flow, layout: {}, texts: { 'state.a.title': '<script>"&' } });
    expect(svg).toContain('&#60;script&#62;&#34;&#38;');
  });
});

it('the description is a PDF with the words, the law and the picture', { timeout: 60_000 }, async () => {
  const pdf = await typstMaker().describe({
    ...{ language: 'sv', slug: 'bygglov', date: '2026-11-22', madeAt: new Date('2026-11-22T10:00:00Z') },
    sender: { municipality: 'Lindsjö kommun', organ: 'Samhällsbyggnadsnämnden', contact: ['Samhällsbyggnadsnämnden'] },
    description: describeProcess(bygglov, 'sv'),
    drawable: { flow: bygglov.flow, layout: bygglov.layout, texts: bygglov.texts.sv }
  });
  if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, pdf);
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true });
  const said = text.replace(/\s+/g, ' ');
  for (const words of ['Processbeskrivning', 'Rättidsprövning', '45 § förvaltningslagen (2017:900)', 'Flödet som bild'])
    expect(said).toContain(words);
});
