import { describe, expect, it } from 'vitest';
import { checkDraft } from '#runtime/check/check-draft.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { CATEGORIES, templateOf, type Category } from '../../start/template.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
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
  checkDraft(document).map(({ code, fault, pointer, params }) => `${code} ${fault} ${pointer} ${JSON.stringify(params)}`);

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
