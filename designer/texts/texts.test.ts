import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { setText, setTexts } from '../commands/set-text.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { applyPatches } from '../document/patch.ts';
import { shippedDocuments } from '../testing/documents.ts';
import { readCsv, writeCsv } from './csv.ts';
import { languagesOf, textIn, textRows } from './rows.ts';
import { textsFromCsv, textsToCsv } from './text-csv.ts';
import { textsFromXliff, textsToXliff } from './xliff.ts';

const { felanmalan: shipped = {} } = await shippedDocuments();
const TITLE = 'caseType.title';

const done = (document: CaseTypeDocument, command: Command): CaseTypeDocument => {
  const edit = command(document);
  const next = isRefusal(edit) ? edit : applyPatches(document, edit.patches);
  if (isRefusal(next)) throw new Error(next.refused);
  return next.document;
};
const marksOf = (document: CaseTypeDocument, language: string, key = TITLE) =>
  textRows(document)
    .find((row) => row.key === key)
    ?.cells.find((cell) => cell.language === language)?.marks;
const where = () => 'Där';

describe('the texts of a case type', () => {
  it('are all of them, and a shipped one lacks none', () => {
    const rows = textRows(shipped);
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.flatMap(({ cells }) => cells.flatMap(({ marks }) => marks)).filter((mark) => mark !== 'hard')).toEqual(
      []
    );
  });

  it('are missing where somebody reads them and nobody has written them', () => {
    expect(marksOf(done(shipped, setText('sv', TITLE, '')), 'sv')).toEqual(['missing']);
    expect(marksOf(done(shipped, setText('en', TITLE, '')), 'en')).toEqual(['missing']);
    const french = done(shipped, setText('fr', 'caseType.summary', 'Un trou?'));
    expect(languagesOf(french)).toEqual(['sv', 'en', 'fr']);
    expect(marksOf(french, 'fr')).toEqual(['missing']);
  });
});

describe('a translation whose Swedish text has become another', () => {
  const changed = done(shipped, setText('sv', TITLE, 'Felanmälan'));

  it('is stale, and tells what it was made from, also after further changes', () => {
    expect(marksOf(changed, 'en')).toEqual(['stale']);
    const cell = textRows(done(changed, setText('sv', TITLE, 'Anmäl fel')))
      .find(({ key }) => key === TITLE)
      ?.cells.find(({ language }) => language === 'en');
    expect(cell?.madeFrom).toBe(textIn(shipped, 'sv', TITLE));
  });

  it('is stale no more when it is translated anew, found to be right still, or the Swedish is as it was', () => {
    expect(marksOf(done(changed, setText('en', TITLE, 'Report a fault')), 'en')).toEqual([]);
    expect(marksOf(done(changed, setText('en', TITLE, textIn(changed, 'en', TITLE))), 'en')).toEqual([]);
    expect(done(changed, setText('sv', TITLE, textIn(shipped, 'sv', TITLE)))).toEqual(shipped);
  });

  it('leaves no trace when that is undone', () => {
    const edit = setText('sv', TITLE, 'Annat')(shipped);
    if (isRefusal(edit)) throw new Error(edit.refused);
    const back = applyPatches(changed, edit.inverse);
    expect(isRefusal(back) ? back : JSON.stringify(back.document)).toBe(JSON.stringify(shipped));
  });
});

describe('rows in CSV', () => {
  const anyCell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1+1', "'-x", 'a;b', 'a,b', '"', 'å\r\nä', ' x ', '\r')
  );
  it('come back as they were', () => {
    const anyRows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { maxLength: 5 }));
    fc.assert(
      fc.property(anyRows, (rows) => {
        const read = readCsv(writeCsv([['a', 'b'], ...rows]));
        expect(read.faults).toEqual([]);
        expect(read.rows.slice(1).map(({ cells }) => cells)).toEqual(
          rows.filter((row) => row.some((cell) => cell !== ''))
        );
      })
    );
  });

  it('are read with semicolons, bare newlines, and a quote that never ends told', () => {
    expect(readCsv('key;sv\nx;"a;b"\n\ny;c').rows).toEqual([
      { line: 1, cells: ['key', 'sv'] },
      { line: 2, cells: ['x', 'a;b'] },
      { line: 4, cells: ['y', 'c'] }
    ]);
    expect(readCsv('a,b\nc,"d').faults).toEqual([{ fault: 'quotes', line: 2 }]);
    expect(readCsv('a,b\n"c"d,e').faults).toEqual([{ fault: 'quotes', line: 2 }]);
  });

  it('never fail on anything', () => {
    const rows = textRows(shipped);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void textsFromCsv(text, shipped, rows)));
  });

  it('hold no formula that a spreadsheet would compute', () => {
    expect(writeCsv([['=HYPERLINK("x")']])).toBe('\uFEFF"\'=HYPERLINK(""x"")"\r\n');
  });
});

describe('texts in CSV', () => {
  const rows = textRows(shipped);
  const csv = textsToCsv(rows, where);
  const take = (text: string) => textsFromCsv(text, shipped, rows);

  it('change nothing when they come back untouched', () => {
    expect(take(csv)).toEqual({ texts: [], faults: [] });
  });

  it('change what was changed', () => {
    expect(take(csv.replace(textIn(shipped, 'en', TITLE), 'Tell us'))).toEqual({
      texts: [{ language: 'en', key: TITLE, text: 'Tell us' }],
      faults: []
    });
  });

  it('set a translation with its Swedish text, and neither is stale', () => {
    const { texts } = take(`en,key,sv\nTell us,${TITLE},Berätta\n`);
    expect(marksOf(done(shipped, setTexts(texts)), 'en')).toEqual([]);
  });

  it('tell what cannot be taken, and take the rest', () => {
    const status = 'message.kvittens.body';
    const found = take(`key,sv,en\n${TITLE},,Tell us\nform.x.y.label,,No\n${TITLE},,Again\nshort\n`);
    expect(found.texts).toEqual([{ language: 'en', key: TITLE, text: 'Tell us' }]);
    expect(found.faults).toEqual([
      { fault: 'cells', line: 5, what: '1 / 3' },
      { fault: 'unknown-key', line: 3, key: 'form.x.y.label', language: 'en' },
      { fault: 'key-twice', line: 4, key: TITLE, language: 'en' }
    ]);
    const [withNumber = status] = rows
      .map(({ key }) => key)
      .filter((key) => textIn(shipped, 'sv', key).includes('{number}'));
    expect(take(`key,en\n${withNumber},Hello\n`).faults).toMatchObject([{ fault: 'placeholders', key: withNumber }]);
    expect(take('nyckel,sv\na,b').faults).toEqual([{ fault: 'no-key-column', line: 1 }]);
    expect(take('').faults).toEqual([{ fault: 'no-key-column', line: 1 }]);
    expect(take('key,svenska\na,b').faults).toEqual([{ fault: 'no-language-column', line: 1 }]);
  });
});

describe('texts in XLIFF', () => {
  const rows = textRows(shipped);
  const xliff = textsToXliff(rows, { language: 'en', where });
  const take = (text: string, document = shipped) =>
    textsFromXliff(text, document, document === shipped ? rows : textRows(document));

  it('change nothing when they come back untouched', () => {
    expect(take(xliff)).toEqual({ texts: [], faults: [] });
  });

  it('come back as they were, whatever they say', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.string({ unit: 'binary', minLength: 1 }),
        (sv, en) => {
          fc.pre(!/[{}]/.test(sv + en));
          const document = done(
            shipped,
            setTexts([
              { language: 'sv', key: TITLE, text: sv },
              { language: 'en', key: TITLE, text: en }
            ])
          );
          const sent = textsToXliff(textRows(document), { language: 'en', where });
          const empty = done(document, setText('en', TITLE, ''));
          expect(take(sent, empty)).toEqual({
            texts: [{ language: 'en', key: TITLE, text: en, from: sv }],
            faults: []
          });
        }
      ),
      { numRuns: 30 }
    );
  });

  it('are stale when their Swedish text has changed while they were away', () => {
    const meanwhile = done(shipped, setText('sv', TITLE, 'Anmäl'));
    const { texts } = take(xliff.replace(textIn(shipped, 'en', TITLE), 'Tell us'), meanwhile);
    const after = done(meanwhile, setTexts(texts));
    expect(textIn(after, 'en', TITLE)).toBe('Tell us');
    expect(marksOf(after, 'en')).toEqual(['stale']);
  });

  it('are stale still when nobody has touched them, and not when somebody says that they are right', () => {
    const stale = done(shipped, setText('sv', TITLE, 'Anmäl'));
    const sent = textsToXliff(textRows(stale), { language: 'en', where });
    expect(take(sent, stale).texts).toEqual([]);
    const { texts } = take(sent.replace('state="initial"', 'state="reviewed"'), stale);
    expect(marksOf(done(stale, setTexts(texts)), 'en')).toEqual([]);
  });

  it('are put together from segments and spans, and refused with codes inside', () => {
    const unit = (inner: string) =>
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="sv-SE" trgLang="en-GB"><file id="f"><group id="g"><unit id="${TITLE}">${inner}</unit></group></file></xliff>`;
    const segments =
      '<segment><source>A</source><target>One <pc id="1">two</pc></target></segment><ignorable><source> </source></ignorable><segment><source>B</source><target>three</target></segment>';
    expect(take(unit(segments)).texts).toEqual([{ language: 'en', key: TITLE, text: 'One two three', from: 'A B' }]);
    expect(take(unit('<segment><source>A</source><target>x<ph id="1"/></target></segment>')).faults).toEqual([
      { fault: 'inline-code', key: TITLE, language: 'en', what: 'ph' }
    ]);
  });

  it.each([
    ['', 'not-xml'],
    ['hej', 'not-xml'],
    ['<xliff><file></xliff>', 'not-xml'],
    ['<html/>', 'not-xliff'],
    ['<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', 'xliff-version'],
    ['<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="sv"/>', 'languages']
  ])('of the wrong sort are told and not taken: %s', (text, fault) => {
    expect(take(text)).toMatchObject({ texts: [], faults: [{ fault }] });
  });

  it('never fail on anything', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: xliff.length }), fc.string({ maxLength: 3 }), (at, junk) => {
        take(xliff.slice(0, at) + junk + xliff.slice(at + junk.length));
      }),
      { numRuns: 30 }
    );
  });
});
