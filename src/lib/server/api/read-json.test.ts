import { describe, expect, it } from 'vitest';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { readJson } from './read-json.ts';

const read = (body: string) =>
  readJson(new Request('http://x/', { method: 'POST', body, headers: { 'content-type': 'application/json' } }));

describe('a body that spells what the database cannot keep', () => {
  it.each([String.raw`{"a":"\u0000"}`, String.raw`{"a":[{"\u0000":1}]}`, String.raw`{"a":"\ud83d"}`])(
    'is refused: %s',
    async (body) => {
      const found = await read(body);
      expect(isRefusal(found) && found.refused).toBe('form.answers_invalid');
    }
  );

  it('is not one that speaks of it', async () => {
    expect(await read(String.raw`{"a":"\\u0000"}`)).toEqual({ a: String.raw`\u0000` });
  });
});
