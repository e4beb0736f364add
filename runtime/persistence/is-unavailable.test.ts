import { describe, expect, it } from 'vitest';
import { isDatabaseUnavailable } from './is-unavailable.server.ts';

const failure = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('an error from the database', () => {
  it.each(['ECONNREFUSED', '57P01', '57P03', '08006', '53300'])('with %s means that it cannot be reached', (code) => {
    expect(isDatabaseUnavailable(failure(code))).toBe(true);
    expect(isDatabaseUnavailable(new Error('query failed', { cause: failure(code) }))).toBe(true);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable'
  ])('means so too without a code: %s', (message) => {
    expect(isDatabaseUnavailable(new Error(message))).toBe(true);
  });

  it('means so too when every address of the host refused', () => {
    expect(isDatabaseUnavailable(new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')]))).toBe(true);
  });

  it.each(['23505', '42P01', '22P02'])('with %s is a fault in what we asked', (code) => {
    expect(isDatabaseUnavailable(failure(code))).toBe(false);
  });

  it('that is no error at all is nothing', () => {
    expect(isDatabaseUnavailable('ECONNREFUSED')).toBe(false);
  });
});
