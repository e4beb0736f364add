import { describe, expect, it } from 'vitest';
import { checkDraft } from '#runtime/check/check-draft.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { put } from '#runtime/form/pointer.ts';
import { CATEGORIES, templateOf, type Category } from '../../start/template.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { shippedDocuments } from '../../testing/documents.ts';
import { applyPatches } from '../../document/patch.ts';
import { flowOf } from '../flow-of.ts';
import { PATTERN_KEYS, type PatternKey } from './model.ts';
import { PATTERNS } from './patterns.ts';
import { spotsFor } from './spot.ts';

const owner = { organ: 'namnden', kind: 'namnd', unit: 'enheten' } as const;
const template = (category: Category) => templateOf({ slug: 'prov', title: 'Prov', category, owner });

/** The places of a document that a pattern can be put. */
const placesIn = (document: CaseTypeDocument, key: PatternKey): string[] => {
  const flow = flowOf(document) ?? expect.unreachable();
  const { place } = PATTERNS[key];
  return place === 'whole' ? [''] : spotsFor(flow, place).map(({ pointer }) => pointer);
};

const PARAMS = { item: 'KS-1', changeItem: 'KS-2' };
const insert = (document: CaseTypeDocument, key: PatternKey, where: string) => {
  const edit = PATTERNS[key].insert(document, where, PARAMS);
  if (isRefusal(edit)) return edit;
  const done = applyPatches(document, edit.patches);
  if (isRefusal(done)) expect.unreachable(done.refused);
  const back = applyPatches(done.document, edit.inverse);
  expect(isRefusal(back) ? back : JSON.stringify(back.document)).toBe(JSON.stringify(document));
  return done.document;
};
const faults = (document: CaseTypeDocument) =>
  checkDraft(document).map(
    ({ code, fault, pointer, params }) => `${code} ${fault} ${pointer} ${JSON.stringify(params)}`
  );

/** Why a pattern is none in a template: nothing to appeal, nothing to take back. */
const NOT_THERE: Readonly<Partial<Record<PatternKey, readonly Category[]>>> = {
  appeal: ['anmalan', 'bestallning', 'forfragan', 'forslag'],
  enforceable: ['anmalan', 'bestallning', 'forfragan', 'forslag'],
  withdrawal: ['tillsyn']
};

const bilingual = (document: CaseTypeDocument): CaseTypeDocument => {
  const sv = JSON.parse(JSON.stringify(document)).texts.sv;
  return { ...document, texts: { sv, en: sv } };
};

describe.each(CATEGORIES)('in the template of %s', (category) => {
  it.each(PATTERN_KEYS)('%s brings nothing that the check blames, wherever it is put', (key) => {
    const before = bilingual(template(category));
    const known = new Set(faults(before));
    const places = placesIn(before, key);
    const taken = places.flatMap((where) => {
      const after = insert(before, key, where);
      if (isRefusal(after)) return [];
      expect(faults(after).filter((fault) => !known.has(fault))).toEqual([]);
      return [where];
    });
    expect(taken.length > 0).toBe(!NOT_THERE[key]?.includes(category));
  });
});

describe('in a case type whose beslut members may have tried (laglighetsprövning)', () => {
  const appeal = {
    ...{ kind: 'laglighetsprovning', instance: 'forvaltningsratten', handIn: 'forvaltningsratten', period: 'P21D' },
    ...{ startsWhen: 'notice-on-anslagstavla', statute: { sfs: '2017:725', paragraph: '13 kap. 5 §' } }
  };
  it.each(PATTERN_KEYS)('%s brings nothing that the check blames', (key) => {
    const before = put(template('ansokan'), '/settings/appeal', appeal);
    const known = new Set(faults(before));
    for (const where of placesIn(before, key)) {
      const after = insert(before, key, where);
      if (isRefusal(after)) expect.unreachable(after.refused);
      expect(faults(after).filter((fault) => !known.has(fault))).toEqual([]);
    }
  });
});

describe('one after another', () => {
  it('all of them fit in one case type, and none takes the keys of another', () => {
    let document = template('ansokan');
    const before = new Set(faults(document));
    for (const key of PATTERN_KEYS) {
      const [where = ''] = placesIn(document, key);
      const after = insert(document, key, where);
      if (isRefusal(after)) expect.unreachable(`${key} ${after.refused}`);
      document = after;
    }
    expect(faults(document).filter((fault) => !before.has(fault))).toEqual([]);
  });
});

describe('beside something that the citizen reads of already', () => {
  it('a pattern has no status of its own, since a case has one', async () => {
    const document = (await shippedDocuments())['livsmedelskontroll'] ?? expect.unreachable();
    const where = '/states/efter-beslut/states/overklagande/states/rattidsprovning/on/overlamna';
    const after = insert(document, 'announcement', where);
    if (isRefusal(after)) expect.unreachable(after.refused);
    const known = new Set(faults(document));
    expect(faults(after).filter((fault) => !known.has(fault))).toEqual([]);
  });
});
