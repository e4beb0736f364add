import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { BeslutData, DocumentKind, SomeDocument } from '../../ports/document-maker.ts';
import { EXAMPLE_DOCUMENTS } from '../../testing/example-documents.ts';
import { typstMaker } from './typst-maker.server.ts';

const maker = typstMaker();
const { beslut } = EXAMPLE_DOCUMENTS;
const { receipt, letter } = EXAMPLE_DOCUMENTS;
const request = EXAMPLE_DOCUMENTS['supplement-request'];
const EXAMPLES: Record<DocumentKind, (change?: { language: 'en' }) => SomeDocument> = {
  receipt: (change) => ({ kind: 'receipt', data: { ...receipt, ...change } }),
  beslut: (change) => ({ kind: 'beslut', data: { ...beslut, ...change } }),
  'supplement-request': (change) => ({ kind: 'supplement-request', data: { ...request, ...change } }),
  letter: (change) => ({ kind: 'letter', data: { ...letter, ...change } })
};

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)));
  return text.map((page) => page.replace(/\s+/g, ' '));
}
const textOf = async (pdf: Uint8Array) => (await pagesOf(pdf)).join(' ');
const made = async (change: Partial<BeslutData>) =>
  textOf(await maker.make({ kind: 'beslut', data: { ...beslut, ...change } }));

describe.each(Object.entries(EXAMPLES))('a document of the kind %s', (_, example) => {
  it('is tagged PDF/A-2a in its language, with title, and the same bytes each time', async () => {
    const pdf = await maker.make(example());
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw.slice(0, 8)).toBe('%PDF-1.7');
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toContain('/Lang (sv)');
    expect(raw).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(raw).toContain('<xmp:CreateDate>2026-11-21T09:12:00');
    expect(Buffer.compare(await typstMaker().make(example()), pdf)).toBe(0);
  });

  it('says who sends it, its number, its day and its title', async () => {
    const text = await textOf(await maker.make(example()));
    const { title, number } = example().data;
    for (const part of ['Lindsjö kommun', 'Bygg- och miljönämnden', '21 november 2026', title, number.value])
      expect(text).toContain(part);
  });

  it('is made in English too', async () => {
    const pdf = await maker.make(example({ language: 'en' }));
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (en)');
    expect(await textOf(pdf)).toMatch(/Registration no\. .*Page 1 of|Page 1 of .*Registration no\./);
  });
});

describe('a beslut as a document', () => {
  it('holds what FL 31 to 33 §§ ask for, with the appeal instruction on a page of its own', async () => {
    const pages = await pagesOf(await maker.make(EXAMPLES.beslut()));
    const before = pages.slice(0, -1).join(' ');
    for (const part of [
      'beviljar bygglov',
      'Åtgärden stämmer med detaljplanen',
      'Bo Handläggarsson',
      'Cilla Granskare'
    ])
      expect(before).toContain(part);
    for (const part of ['Disa Antikvarie', 'BMN 4.2', '9 kap. 30 § plan- och bygglagen (2010:900)'])
      expect(before).toContain(part);
    expect(before).not.toContain('överklagar');
    expect(pages.at(-1)).toContain('Så här överklagar du beslutet');
    expect(pages.at(-1)).toContain('inom tre veckor');
  });

  it('has no heading over what it does not hold', async () => {
    const text = await made({ reasons: null, appeal: null, legalBasis: [], tookPart: [] });
    expect(text).not.toMatch(/Skäl för beslutet|överklagar|Bestämmelser|Har också deltagit/);
  });
});

describe('text of people in a document', () => {
  it('is never markup, code or a way out', async () => {
    const hostile =
      '#panic("x") #read("/etc/passwd") $x^2$ *fet* _kursiv_ `kod` = Rubrik\n- punkt @ref <etikett> \\ // bort /* bort */ #{1+1} "citat" \\u{41} ~ ---';
    const text = await made({
      title: hostile,
      decision: hostile,
      blocks: [{ is: 'text', heading: hostile, text: hostile }]
    });
    for (const part of ['#panic("x")', '#read("/etc/passwd")', '$x^2$', '*fet*', '_kursiv_', '`kod`', '= Rubrik'])
      expect(text.split(part).length - 1).toBeGreaterThanOrEqual(4);
    for (const part of ['- punkt @ref <etikett>', '// bort /* bort */', '#{1+1} "citat"', '\\u{41} ~ ---'])
      expect(text).toContain(part);
  });

  it('may hold any character: what no font draws is named by its code', async () => {
    const text = await made({ decision: 'Glatt 😀 نعم 你好 \u0000\u0007\ud800 \ue000 e\u0301 ½ €' });
    expect(text).toContain('Glatt [U+1F600]');
    expect(text).toContain('[U+4F60][U+597D]');
    expect(text).toContain('[U+E000] é ½ €');
  });

  it('cannot turn around what it says', async () => {
    expect(await made({ decision: 'avgiften är \u202e001\u202c kronor' })).toContain('avgiften är 001 kronor');
  });

  it('stays on the page also when it is one word without an end', async () => {
    const { text } = await extractText(
      await getDocumentProxy(
        Uint8Array.from(
          await maker.make({ kind: 'beslut', data: { ...beslut, decision: 'å'.repeat(20_000), appeal: null } })
        )
      )
    );
    expect(text.length).toBeGreaterThan(4);
    expect(text.join('').match(/å/g)?.length).toBeGreaterThan(20_000);
  });
});

describe('making a document', () => {
  it('takes milliseconds of a processor', async () => {
    await maker.make(EXAMPLES.beslut());
    const start = process.cpuUsage();
    for (let i = 0; i < 10; i++) {
      const data = { ...beslut, decision: `Beslut nummer ${i}.`, reasons: `Skäl ${i}. `.repeat(200) };
      await maker.make({ kind: 'beslut', data });
    }
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000 / 10).toBeLessThan(250);
  });
});
