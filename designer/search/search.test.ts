import { describe, expect, it } from 'vitest';
import { checkOnServer } from '#runtime/case/check-case-type.server.ts';
import { locate } from '#runtime/edit/path.ts';
import { t } from '#lib/text/index.ts';
import builder from '#lib/text/builder.sv.json' with { type: 'json' };
import law from '#lib/text/law.sv.json' with { type: 'json' };
import problems from '#lib/text/problems.sv.json' with { type: 'json' };
import search from '#lib/text/search.sv.json' with { type: 'json' };
import texts from '#lib/text/texts.sv.json' with { type: 'json' };
import { setPlace } from '../commands/set-place.ts';
import { applyPatches } from '../document/patch.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { shippedDocuments } from '../testing/documents.ts';
import { entriesOf, SORTS, type Entry } from './entries.ts';
import { find } from './find.ts';

const sv = t('sv');
for (const area of [builder, law, problems, search, texts]) sv.add(area);
const shipped = await shippedDocuments();
const bygglov = shipped.bygglov ?? expect.unreachable('there is no bygglov');
const entries = entriesOf(bygglov, [], sv);
const names = (sought: string, sort?: Entry['sort']) =>
  find(entries, sought)
    .best.filter((entry) => sort === undefined || entry.sort === sort)
    .map(({ name }) => name);

describe('a search of a case type', () => {
  it('finds every sort of thing by what people call it, and leads to where it is', () => {
    expect(names('det du vill göra')[0]).toBe('Det du vill göra');
    expect(names('fastighetsbeteckning', 'field')).toEqual(['Fastighetsbeteckning']);
    expect(names('överklagande', 'setting')[0]).toBe('Överklagande');
    expect(find(entries, 'lantmateriet.se').best[0]).toMatchObject({ sort: 'text', href: './texter' });
    expect(names('komplett', 'state').length).toBeGreaterThan(0);
    expect(names('komplett', 'event').length).toBeGreaterThan(0);
    for (const { selection } of entries) if (selection !== null) expect(locate(bygglov, selection)).toBeDefined();
  });

  it('finds by keys and by what it is called in English, without regard to case, accents or order', () => {
    expect(names('application/facadeColour', 'field')).toEqual(names('FÄRG fasad', 'field').slice(0, 1));
    expect(names('invoice address', 'field')).toEqual(['Fakturaadress']);
    expect(names('FASTIGHETEN', 'page')).toEqual(['Fastigheten']);
  });

  it('does not take å, ä and ö for other letters', () => {
    expect(names('fastighetens agare')).toEqual([]);
  });

  it('finds tables, conditions, templates and faults, each by its own', () => {
    const edit = setPlace(['settings', 'conditions', 'vid-vatten'], { op: 'answered', field: '/application/nope' })(
      bygglov
    );
    const done = isRefusal(edit) ? edit : applyPatches(bygglov, edit.patches);
    if (isRefusal(done)) return expect.unreachable(done.refused);
    const faulty = entriesOf(done.document, checkOnServer(done.document), sv);
    expect(find(faulty, 'vid-vatten').best.map(({ sort }) => sort)).toEqual(
      expect.arrayContaining(['condition', 'problem'])
    );
    const others = entriesOf({ ...bygglov, templates: { 'kontrollrapport.typ': 'a'.repeat(64) } }, [], sv);
    expect(find(others, 'kontrollrapport.typ').best[0]).toMatchObject({ sort: 'template', href: './mallar' });
    const sorts = new Set(
      Object.values(shipped).flatMap((document) => entriesOf(document, [], sv).map(({ sort }) => sort))
    );
    expect(SORTS.filter((sort) => !sorts.has(sort))).toEqual(['template', 'problem']);
  });

  it('says how many there are when it shows some', () => {
    const { best, count } = find(entries, 'a');
    expect(best.length).toBe(50);
    expect(count).toBeGreaterThan(50);
    expect(find(entries, '   ')).toEqual({ best: [], count: 0 });
  });
});
