import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from './cursor.server.ts';

const id = randomUUID();
const written = (cursor: unknown) => Buffer.from(JSON.stringify(cursor)).toString('base64url');

describe('where a list goes on', () => {
  it.each(['2026-11-22 14:00:00+00', '2026-11-22 14:00:00.123+01:00', 'infinity'])(
    'is read as it was written: %s',
    (at) => {
      expect(readCursor(writeCursor([at, id]))).toEqual([at, id]);
    }
  );

  it.each([
    undefined,
    '',
    'no cursor',
    written(null),
    written(['2026-11-22 14:00:00+00', 'nobody']),
    ...['2026-02-31 14:00:00+00', '2026-11-22 24:00:00+00', '2026-11-22 14:00:00+99', 'yesterday'].map((at) =>
      written([at, id])
    )
  ])('is the beginning for what nobody of us wrote: %s', (text) => {
    expect(readCursor(text)).toBeNull();
  });
});
