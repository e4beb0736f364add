import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenOnLoopback } from '../demo/http.server.ts';
import { DEMO_CLIENTS, DEMO_CLIENT_SECRET, startIdentityProvider } from '../demo/identity-provider.server.ts';
import { DEMO_ISSUER } from '../demo/issuer.ts';
import type { LoginRequest } from '../ports/identity-provider.ts';
import { oidcProvider } from './oidc.server.ts';

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer(startIdentityProvider().handler);
  origin = `http://127.0.0.1:${await listenOnLoopback(server)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const providerFor = (audience: 'citizen' | 'staff') =>
  oidcProvider({
    issuer: DEMO_ISSUER,
    clientId: DEMO_CLIENTS[audience],
    clientSecret: DEMO_CLIENT_SECRET,
    audience,
    localOrigin: origin
  });

const request: LoginRequest = {
  returnUrl: 'http://our.example/logga-in/oidc/retur',
  ip: '192.0.2.1',
  userAgent: 'test',
  browser: 'b',
  language: 'sv',
  sameDevice: false
};

/** A browser of a few lines: keeps cookies, follows redirects on the provider's host, and gives the first address outside it. */
function browser() {
  const jar = new Map<string, string>();
  return async function go(path: string, form?: Record<string, string>): Promise<{ url: URL; text: string }> {
    const response = await fetch(new URL(path, origin), {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {})
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location) return { url: new URL(path, origin), text: await response.text() };
    const next = new URL(location, origin);
    return next.origin === origin ? go(next.pathname + next.search) : { url: next, text: '' };
  };
}

async function begin(audience: 'citizen' | 'staff') {
  const provider = providerFor(audience);
  const begun = await provider.begin(request);
  if (begun.status !== 'begun' || !begun.location) throw new Error('not begun');
  return { provider, state: begun.state, location: begun.location };
}

describe('a login by an OpenID provider', () => {
  it('of a colleague brings the roles', async () => {
    const { provider, state, location } = await begin('staff');
    const go = browser();
    const { url, text } = await go(location);
    expect(text).toContain('Lena Norberg');
    expect(text).not.toContain('Karin Lindqvist');
    const back = await go(url.pathname, { person: 'lena' });
    expect(await provider.proceed(state, back.url)).toMatchObject({
      status: 'complete',
      identity: {
        issuer: DEMO_ISSUER,
        subject: 'lena',
        memberships: [{ organ: 'samhallsbyggnadsnamnden', unit: null, role: 'caseworker' }]
      }
    });
  });

  it('of a citizen brings the personnummer and how sure it is', async () => {
    const { provider, state, location } = await begin('citizen');
    const go = browser();
    const { url } = await go(location);
    const back = await go(url.pathname, { person: 'karin' });
    expect(back.url.href).toContain(request.returnUrl);
    expect(await provider.proceed(state, back.url)).toMatchObject({
      identity: { name: 'Karin Lindqvist', personnummer: '198102102384', assurance: 'loa3', memberships: null }
    });
  });

  it('asks again at the next login', async () => {
    const go = browser();
    const first = await begin('citizen');
    const { url } = await go(first.location);
    await go(url.pathname, { person: 'karin' });
    const second = await begin('citizen');
    expect((await go(second.location)).text).toContain('Vem är du?');
  });

  it('that another browser began is refused', async () => {
    const [mine, theirs] = [await begin('citizen'), await begin('citizen')];
    const go = browser();
    const { url } = await go(theirs.location);
    const back = await go(url.pathname, { person: 'karin' });
    expect(await mine.provider.proceed(mine.state, back.url)).toEqual({ status: 'failed', code: 'refused' });
  });

  it('that the person broke off says so', async () => {
    const { provider, state } = await begin('citizen');
    const back = new URL(
      `${request.returnUrl}?error=access_denied&state=${state.state}&iss=${encodeURIComponent(DEMO_ISSUER)}`
    );
    expect(await provider.proceed(state, back)).toEqual({ status: 'failed', code: 'userCancel' });
  });

  it('fails in words when the provider is away, and works again when it is back', async () => {
    const away = oidcProvider({
      issuer: DEMO_ISSUER,
      clientId: 'x',
      clientSecret: 'x',
      audience: 'staff',
      localOrigin: 'http://127.0.0.1:9'
    });
    expect(await away.begin(request)).toEqual({ status: 'failed', code: 'unreachable' });
  });
});
