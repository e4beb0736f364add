import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../runtime/errors/codes.ts';

const documented = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([^`]+)`/gm)].map(([, code]) => code);

describe('docs/errors.md', () => {
  it('explains every error code and every problem, and no other', () => {
    const problems: Record<string, string> = JSON.parse(readFileSync('src/lib/text/problems.en.json', 'utf8'));
    expect(documented.toSorted()).toEqual([...ERROR_CODES, ...Object.keys(problems)].sort());
  });
});
