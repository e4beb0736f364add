import { describe, expect, it } from 'vitest';
import { CONDITIONS, VALUES } from './vectors/run.ts';

describe('a condition', () => {
  it.each(CONDITIONS)('$name', (known) => expect(known.actual()).toEqual(known.expect));
});

describe('a value', () => {
  it.each(VALUES)('$name', (known) => expect(known.actual()).toEqual(known.expect));
});
