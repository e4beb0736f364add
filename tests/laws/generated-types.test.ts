import { describe, expect, it } from 'vitest';
import { typesAreFresh } from '../../scripts/generate-types.ts';

describe('the types of the case-type format', () => {
  it('are those that the schemas in case-types/schema give', async () => {
    expect(await typesAreFresh()).toBe(true);
  });
});
