import * as openId from 'openid-client';
import { log } from '../effects/log.server.ts';
import type { Identity, IdentityProvider, ProviderState } from '../ports/identity-provider.ts';
import { readClaims, type ClaimNames } from './claims.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly audience: 'citizen' | 'staff';
  readonly claims?: ClaimNames;
  /**
   * Demo only: where the issuer answers on this machine, over plain http. The browser is then sent to the path alone, so that it
   * stays on whatever origin it came to us by.
   */
  readonly localOrigin?: string;
}

const SCOPES = {
  citizen: 'openid profile https://id.oidc.se/scope/naturalPersonNumber',
  staff: 'openid profile'
} as const;

/** Personal data takes level 3, or substantial by eIDAS. */
const SURE_ENOUGH = 'http://id.elegnamnden.se/loa/1.0/loa3 http://id.elegnamnden.se/loa/1.0/eidas-sub';
const isSure = ({ assurance }: Identity) => assurance === 'loa3' || assurance === 'loa4';

/** Login by an OpenID provider: authorization code with PKCE, state and nonce. Discovery happens at the first login. */
export function oidcProvider(settings: OidcSettings): IdentityProvider {
  const { issuer, clientId, clientSecret, localOrigin, audience } = settings;
  let found: Promise<openId.Configuration> | undefined;

  function discover(): Promise<openId.Configuration> {
    if (localOrigin === undefined) return openId.discovery(new URL(issuer), clientId, clientSecret);
    return openId.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute: [openId.allowInsecureRequests],
      [openId.customFetch]: (url, { body, ...options }) =>
        fetch(url.replace(new URL(issuer).origin, localOrigin), {
          ...options,
          body: body instanceof URLSearchParams ? body : null
        })
    });
  }

  function configuration(): Promise<openId.Configuration> {
    found ??= discover().catch((error: unknown) => {
      found = undefined; // the next login tries again
      throw error;
    });
    return found;
  }

  return {
    async begin({ returnUrl, language }) {
      try {
        const config = await configuration();
        const verifier = openId.randomPKCECodeVerifier();
        const state: ProviderState = { verifier, state: openId.randomState(), nonce: openId.randomNonce() };
        const url = openId.buildAuthorizationUrl(config, {
          redirect_uri: returnUrl,
          scope: SCOPES[audience],
          code_challenge: await openId.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state: String(state.state),
          nonce: String(state.nonce),
          ui_locales: language,
          ...(audience === 'citizen' && { acr_values: SURE_ENOUGH })
        });
        return { status: 'begun', state, location: localOrigin === undefined ? url.href : url.pathname + url.search };
      } catch (error) {
        log.warn({ issuer, reason: reasonOf(error) }, 'openid provider does not answer');
        return { status: 'failed', code: 'unreachable' };
      }
    },

    async proceed(state, returned) {
      if (!returned) return { status: 'pending', hint: 'redirected' };
      try {
        const tokens = await openId.authorizationCodeGrant(await configuration(), returned, {
          pkceCodeVerifier: String(state.verifier),
          expectedState: String(state.state),
          expectedNonce: String(state.nonce),
          idTokenExpected: true
        });
        const identity = readClaims(issuer, { ...tokens.claims() }, settings.claims);
        if (identity.subject === '') return { status: 'failed', code: 'refused' };
        if (audience === 'citizen' && !isSure(identity)) return { status: 'failed', code: 'tooWeak' };
        return { status: 'complete', identity, evidence: { idToken: tokens.id_token ?? '' } };
      } catch (error) {
        if (returned.searchParams.get('error') === 'access_denied') return { status: 'failed', code: 'userCancel' };
        log.warn({ issuer, reason: reasonOf(error) }, 'openid login failed');
        return { status: 'failed', code: 'refused' };
      }
    },

    abandon: () => Promise.resolve()
  };
}

/** The error's own code; its message may quote the answer. */
const reasonOf = (error: unknown): string => {
  if (error instanceof openId.ClientError) return error.code ?? 'client_error';
  return error instanceof Error ? error.name : 'unknown';
};
