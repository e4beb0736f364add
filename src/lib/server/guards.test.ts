import { isRedirect, type RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { requireLogin } from './guards.ts';

/** Where somebody is sent who opens an address and is not logged in. */
function sentTo(path: string): string {
  const event: Partial<RequestEvent> = { url: new URL(path, 'http://localhost'), locals: { ...LOCALS } };
  try {
    requireLogin(event as RequestEvent);
  } catch (thrown) {
    if (isRedirect(thrown)) return thrown.location;
  }
  return expect.unreachable('nobody was sent to log in');
}
const LOCALS: App.Locals = { requestId: '', language: 'sv', login: null, actor: { kind: 'anonymous' } };

describe('somebody who has to log in first', () => {
  it('comes back to where they were', () => {
    expect(sentTo('/mina-sidor/arenden?visa=alla')).toBe('/logga-in?till=%2Fmina-sidor%2Farenden%3Fvisa%3Dalla');
  });

  it('comes back to the page alone where what it was asked is too long for a header', () => {
    expect(sentTo(`/mina-sidor/arenden?visa=${'å'.repeat(4000)}`)).toBe('/logga-in?till=%2Fmina-sidor%2Farenden');
    expect(sentTo(`/mina-sidor/${'å'.repeat(4000)}`)).toBe('/logga-in?till=%2F');
  });
});
