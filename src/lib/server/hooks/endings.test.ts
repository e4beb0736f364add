import { error, redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { refuse } from '#runtime/errors/refusal.ts';
import { stopWith } from '../fault-page.ts';
import { address } from './address.ts';
import { availability } from './availability.ts';
import { endings } from './endings.ts';

const HTML = { accept: 'text/html' };

/** A request that comes to the hooks. */
function asked(path: string, headers: Record<string, string> = {}) {
  const url = new URL(path, 'http://localhost');
  const event: Partial<RequestEvent> = {
    ...{ url, request: new Request(url, { headers }), isDataRequest: false, route: { id: null } },
    locals: { requestId: 'x' } as App.Locals
  };
  return event as RequestEvent;
}

/** What the hooks answer when one after them ends the request so. */
const answered = (event: RequestEvent, end: () => Response) =>
  availability({ event, resolve: (one) => endings({ event: one, resolve: async () => end() }) });

describe('a request that a hook ends', () => {
  it('leads where it is sent, in the words of who asked', async () => {
    const login = () => redirect(303, '/logga-in');
    const page = await answered(asked('/'), login);
    expect([page.status, page.headers.get('location')]).toEqual([303, '/logga-in']);
    const script = await answered(asked('/', { 'x-sveltekit-action': 'true' }), login);
    expect(await script.json()).toEqual({ type: 'redirect', status: 303, location: '/logga-in' });
  });

  it('tells a refusal as a page, and as what a script reads', async () => {
    const denied = () => stopWith(refuse('access.denied'), 'x');
    const page = await answered(asked('/', HTML), denied);
    expect([page.status, page.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    const call = await answered(asked('/', { accept: '*/*' }), denied);
    expect(await call.json()).toMatchObject({ code: 'access.denied' });
  });

  it('is 503 with a time to try again when the database was away before the page began', async () => {
    const page = await answered(asked('/', HTML), () => {
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    });
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
  });
});

describe('an address with U+0000, which the database cannot look for', () => {
  const seen: Handle = ({ event }) => Response.json([...event.url.searchParams]);
  const at = (path: string) => {
    const event = asked(path, HTML);
    const resolve = (one: RequestEvent) =>
      address({ event: one, resolve: (last) => seen({ event: last, resolve: () => error(500) }) });
    return endings({ event, resolve });
  };

  it('is nobody’s, and sought without it', async () => {
    expect((await at('/e-tjanster/a%00b')).status).toBe(404);
    expect(await (await at('/?sok=a%00b&typ=c')).json()).toEqual([
      ['sok', 'ab'],
      ['typ', 'c']
    ]);
  });
});
