import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, { errors, interactionPolicy, type Configuration } from 'oidc-provider';
import { readBody } from './http.server.ts';
import { accountOf, accounts, type Audience } from './oidc/accounts.ts';
import { memoryAdapter } from './oidc/memory-adapter.ts';
import { DEMO_ISSUER } from './issuer.ts';
import { html, page, PAGE_HEADERS, type Html } from './page.ts';

export const DEMO_CLIENTS = { citizen: 'smedja-citizen', staff: 'smedja-staff' } as const;
/** The secret of both clients. It is in the source, so it keeps nothing secret. */
export const DEMO_CLIENT_SECRET = 'demo-only';

const BASE = '/demo/oidc';
const NATURAL_PERSON_NUMBER = 'https://id.oidc.se/scope/naturalPersonNumber';

export interface DemoIdentityProvider {
  /** Mount at `/demo/oidc` on the main port. */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Asks who one is at every login, since a demo is shown as one person after another. */
function policy() {
  const prompts = interactionPolicy.base();
  const always = new interactionPolicy.Check('each_time', 'the demo asks each time', (context) =>
    Promise.resolve(!context.oidc.result?.login)
  );
  prompts.get('login')?.checks.add(always);
  prompts.remove('consent');
  return prompts;
}

function configuration(): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const client = (client_id: string) => ({
    client_id,
    client_secret: DEMO_CLIENT_SECRET,
    redirect_uris: ['http://localhost/logga-in/oidc/retur'],
    grant_types: ['authorization_code'],
    response_types: ['code' as const]
  });
  return {
    adapter: memoryAdapter(),
    clients: Object.values(DEMO_CLIENTS).map(client),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: 'demo-oidc', interaction: 'demo-oidc-login', resume: 'demo-oidc-resume' }
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false }
    },
    interactions: { policy: policy(), url: (_, interaction) => `${BASE}/vem/${interaction.uid}` },
    acrValues: ['http://id.elegnamnden.se/loa/1.0/loa3'],
    claims: {
      openid: ['sub', 'acr'],
      profile: ['name', 'given_name', 'family_name', 'memberships'],
      [NATURAL_PERSON_NUMBER]: ['https://id.oidc.se/claim/personalIdentityNumber']
    },
    scopes: ['openid', 'profile', NATURAL_PERSON_NUMBER],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 600, Interaction: 1800, Session: 1800, Grant: 1800 },
    findAccount: (_, id) => {
      const claims = accountOf(id);
      return claims ? { accountId: id, claims: () => Promise.resolve(claims) } : undefined;
    },
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope(`openid profile ${NATURAL_PERSON_NUMBER}`);
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = 'html';
      context.body = page(
        'Fel',
        html`<h1>Inloggningen gick inte</h1>
          <p>${out.error}</p>`,
        { style: `${BASE}/style.css` }
      );
    }
  };
}

/** An OpenID provider of the demo: no passwords, one picks who to be. Staff carry memberships, citizens a personnummer. */
export function startIdentityProvider(): DemoIdentityProvider {
  const provider = new Provider(DEMO_ISSUER, configuration());
  provider.proxy = true; // the demo is also shown through a forwarded port
  // The same reason: the browser's own origin is not known beforehand, only the path is.
  provider.Client.prototype.redirectUriAllowed = (uri: string) =>
    URL.parse(uri)?.pathname.startsWith('/logga-in/') ?? false;
  const openId = provider.callback();
  const css = readFileSync('runtime/demo/demo.css');

  async function who(request: IncomingMessage, response: ServerResponse) {
    const { uid, params } = await provider.interactionDetails(request, response);
    const audience: Audience = params.client_id === DEMO_CLIENTS.staff ? 'staff' : 'citizen';
    if (request.method === 'POST') {
      const accountId = new URLSearchParams(await readBody(request)).get('person') ?? '';
      if (!accounts(audience).some(({ id }) => id === accountId)) return response.writeHead(400, PAGE_HEADERS).end();
      const login = { accountId, acr: 'http://id.elegnamnden.se/loa/1.0/loa3', remember: false };
      return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
    }
    const body = choice(audience, `${BASE}/vem/${uid}`);
    return response.writeHead(200, PAGE_HEADERS).end(page('Vem är du?', body, { style: `${BASE}/style.css` }));
  }

  return {
    handler: (request, response) => {
      const url = request.url ?? '';
      if (url === `${BASE}/style.css`) return void response.writeHead(200, { 'content-type': 'text/css' }).end(css);
      if (url.startsWith(`${BASE}/vem/`)) {
        who(request, response).catch((error: unknown) => {
          const gone = error instanceof errors.SessionNotFound;
          const body = html`<h1>Inloggningen har gått ut</h1>
            <p>Börja om från början.</p>`;
          response.writeHead(gone ? 400 : 500, PAGE_HEADERS).end(page('Fel', body, { style: `${BASE}/style.css` }));
        });
        return;
      }
      Object.assign(request, { originalUrl: url, url: url.slice(BASE.length) || '/' });
      void openId(request, response);
    }
  };
}

const choice = (audience: Audience, action: string): Html => html`
  <h1>${audience === 'staff' ? 'Vem är du på jobbet?' : 'Vem är du?'}</h1>
  <p class="soft">
    ${audience === 'staff' ? 'Lindsjö kommuns inloggning för medarbetare.' : 'En e-legitimation som bara finns i demon.'}
  </p>
  <form method="post" action="${action}">
    <ul>
      ${accounts(audience).map(
        ({ id, name, about }) =>
          html`<li>
            <button name="person" value="${id}">${name}<small>${about}</small></button>
          </li>`
      )}
    </ul>
  </form>
`;
