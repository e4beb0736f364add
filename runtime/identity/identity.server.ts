import { refuse, type Refusal } from '../errors/refusal.ts';
import { rememberPerson } from '../persistence/people.server.ts';
import type { Identity, IdentityProvider } from '../ports/identity-provider.ts';
import { createBankIdClient } from './bankid/client.server.ts';
import { appLinkOf, bankIdProvider, qrOf } from './bankid/provider.server.ts';
import type { SignedAct } from './binding.ts';
import { oidcProvider } from './oidc.server.ts';
import { identityOrders, isProved, type Order } from './orders.server.ts';
import { startSession, type Login, type Strength } from './sessions.server.ts';
import { identitySettings, type IdentitySettings } from './settings.server.ts';
import { proveSignature, type ProvedSignature } from './signature.ts';

/** A way to log in. */
export type ProviderKey = 'bankid' | 'oidc' | 'staff';

/** Everything about who people are: logins, signatures, and the persons behind them. */
export function createIdentity(settings: IdentitySettings, now: () => Date = () => new Date()) {
  const providers: Partial<Record<ProviderKey, IdentityProvider>> = {};
  if (settings.bankId) providers.bankid = bankIdProvider(createBankIdClient(settings.bankId), now);
  if (settings.citizen) providers.oidc = oidcProvider(settings.citizen);
  if (settings.staff) providers.staff = oidcProvider(settings.staff);
  const orders = identityOrders(providers, now);

  return {
    orders,

    /** Ways for citizens, as the page to choose from lists them; and whether staff can log in. */
    ways: { bankId: settings.bankId !== null, other: settings.citizen?.name ?? null, staff: settings.staff !== null },

    /** Where the demo's test phone answers; null in earnest. */
    testPhone: settings.bankId?.app ?? null,

    /** The text of a pending order's QR code now; null when there is none to show. The secret behind it stays here. */
    qr: (order: Order): string | null =>
      order.provider === 'bankid' && order.status === 'pending' && order.state && !order.sameDevice
        ? qrOf(order.state, now())
        : null,

    /** The link that opens the app on this device; null when the order is for another. */
    appLink: (order: Order, device: 'desktop' | 'mobile'): string | null =>
      order.provider === 'bankid' && order.status === 'pending' && order.state && order.sameDevice
        ? appLinkOf(order.state, device, settings.bankId?.app)
        : null,

    /** Logs in who a completed order proved, once. Gives the new session, or null when it was used already. */
    async logIn(order: Order): Promise<{ session: string; returnTo: string } | null> {
      const identity = await orders.takeLogin(order);
      if (!identity) return null;
      const audience = order.provider === 'staff' ? 'staff' : 'citizen';
      const personId = await rememberPerson(identity, audience, now());
      return { session: await startSession(personId, strengthOf(identity, audience)), returnTo: order.returnTo };
    },

    /** The signature of a completed order, if it holds for this act: `signature.missing`, `signature.mismatch`. */
    async signature(id: string, login: Login, act: SignedAct): Promise<ProvedSignature | Refusal> {
      const order = await orders.look({ id, secret: login.id });
      const { personnummer } = login;
      if (!order?.sign || !order.personId || !order.result || !personnummer || !isProved(order))
        return refuse('signature.missing');
      const { sign, personId, result, askedAt } = order;
      return proveSignature({ sign, personId, personnummer, result, signedAt: askedAt }, act);
    }
  };
}

export type IdentityService = ReturnType<typeof createIdentity>;

const strengthOf = (identity: Identity, audience: 'citizen' | 'staff'): Strength =>
  audience === 'staff' ? 'staff' : identity.assurance;

let started: IdentityService | undefined;

/** The one of this process, from the environment. */
export const identity = (): IdentityService => (started ??= createIdentity(identitySettings(process.env)));
