import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const json = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8'));
const sv = Object.keys(json('src/lib/text/problems.sv.json'));
const en = Object.keys(json('src/lib/text/problems.en.json'));
const fixtures = readdirSync('runtime/check/fixtures').map((file) => file.replace(/\.json$/, ''));

/** Faults that no patch of a small document can show; each has a test of its own. */
const ELSEWHERE = ['V1.unknown-file', 'V1.not-json', 'V2.repeated-key', 'V7.too-large-to-tell'];

/** The rules of the format that publishing asks for. */
const RULES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23, 24, 25, 26, 27].map(
  (n) => `V${n}`
);

describe('the rules of the check', () => {
  it('each have a fixture', () => {
    const covered = new Set(fixtures.map((name) => name.split('.')[0]));
    expect(RULES.filter((rule) => !covered.has(rule))).toEqual([]);
  });

  it('have a fixture for each fault that has a sentence', () => {
    expect(sv.filter((fault) => !fixtures.includes(fault) && !ELSEWHERE.includes(fault))).toEqual([]);
  });

  it('have a sentence in both languages for each fault', () => {
    expect(fixtures.filter((fault) => !sv.includes(fault))).toEqual([]);
    expect(en).toEqual(sv);
  });

  it('have sentences that name only parameters which the fault has', () => {
    const wrong = fixtures.flatMap((fault) => {
      const { problems } = json(`runtime/check/fixtures/${fault}.json`) as {
        problems: { code: string; fault: string; params: object }[];
      };
      const problem = problems.find((each) => `${each.code}.${each.fault}` === fault);
      const sentences = [
        json('src/lib/text/problems.sv.json')[fault],
        json('src/lib/text/problems.en.json')[fault]
      ].join(' ');
      const named = [...sentences.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      return named.filter((name) => !Object.hasOwn(problem?.params ?? {}, name)).map((name) => `${fault} ${name}`);
    });
    expect(wrong).toEqual([]);
  });
});
