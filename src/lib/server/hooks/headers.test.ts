import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { headers } from './headers.ts';

const answered = async (address: string) => {
  const event: Partial<RequestEvent> = { url: new URL(address), route: { id: null } };
  return (await headers({ event: event as RequestEvent, resolve: async () => new Response() })).headers;
};

describe('every answer', () => {
  it('is not sniffed, and tells other hosts nothing of where somebody was', async () => {
    const given = await answered('http://localhost/');
    expect(given.get('x-content-type-options')).toBe('nosniff');
    expect(given.get('referrer-policy')).toBe('same-origin');
    expect(given.get('strict-transport-security')).toBeNull();
  });

  it('over https keeps the browser to https for a year', async () => {
    const policy = (await answered('https://kommun.example/')).get('strict-transport-security');
    expect(policy).toBe('max-age=31536000; includeSubDomains');
  });
});
