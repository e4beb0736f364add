import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workedExample } from '../testing/case-types.ts';
import type { CaseType } from './case-type.ts';
import { hashCaseType } from './hash.ts';

/** The same JSON with the keys of every object in another order. */
function shuffled<T>(value: T, order: () => number): T {
  return JSON.parse(JSON.stringify(value), (_, entry: unknown) =>
    entry !== null && typeof entry === 'object' && !Array.isArray(entry)
      ? Object.fromEntries(
          Object.entries(entry)
            .map((pair) => ({ pair, at: order() }))
            .sort((a, b) => a.at - b.at)
            .map(({ pair }) => pair)
        )
      : entry
  );
}

describe('the hash that identifies a version', () => {
  it('does not depend on the order of keys', () => {
    const example = workedExample();
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        expect(hashCaseType(shuffled(example, () => numbers.next().value))).toBe(hashCaseType(example));
      }),
      { numRuns: 20 }
    );
  });

  it('does not count layout and scenarios', () => {
    const example = workedExample();
    expect(hashCaseType({ ...example, scenarios: {}, layout: { nodes: {}, edges: {} } })).toBe(hashCaseType(example));
  });

  it('is the same for the same case type read again', () => {
    expect(hashCaseType(workedExample())).toBe(hashCaseType(workedExample()));
    expect(hashCaseType(workedExample())).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, (example: CaseType) => CaseType]>([
    ['a text', (e) => ({ ...e, texts: { ...e.texts, sv: { ...e.texts.sv, 'caseType.title': 'Annat' } } })],
    ['a template', (e) => ({ ...e, templates: { 'beslut.typ': 'a'.repeat(64) } })],
    ['a setting', (e) => ({ ...e, settings: { ...e.settings, slug: 'annat' } })],
    ['the flow', (e) => ({ ...e, flow: { ...e.flow, initial: 'granska' } })],
    ['a decision', (e) => ({ ...e, decisions: {} })]
  ])('changes with %s', (_, change) => {
    expect(hashCaseType(change(workedExample()))).not.toBe(hashCaseType(workedExample()));
  });
});
