import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../definition/json.ts';
import { compile } from '../flow/compile.ts';
import { workedExample } from '../testing/case-types.ts';
import { toldAnswers } from './told.ts';

const definition = compile(workedExample());
const told = (tells: readonly string[], application: JsonObject) =>
  toldAnswers(definition, { tells }, { application }).map(({ element, value }) => [element.id, value]);

describe('what the citizen reads with the status', () => {
  it('is what the state tells of what is answered, in its order', () => {
    const answers = { kind: 'drift', total: 5, purpose: '' };
    expect(told(['/application/total', '/application/kind', '/application/project'], answers)).toEqual([
      ['total', 5],
      ['kind', 'drift']
    ]);
  });

  it('never says who somebody is, since whoever holds the status link reads it', () => {
    expect(told(['/application/contact'], { contact: 'anna@exempel.example' })).toEqual([]);
  });

  it('is nothing where the state tells nothing', () => {
    expect(told([], { kind: 'drift' })).toEqual([]);
  });
});
