import type { Principal } from '../access/model.ts';
import { ports } from '../effects/ports.server.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { standingOf } from '../persistence/memberships.server.ts';
import { personnummerOf, rememberPerson, type Known } from '../persistence/people.server.ts';
import type { KnownValues } from '../form/prefill.ts';
import type { Identity, IdentityProvider } from '../ports/identity-provider.ts';
import type { PopulationRegister } from '../ports/population-register.ts';
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

/** What stands around it. The time is the real one also in a demo whose clock was moved: an e-ID lives in it. */
export interface Surroundings {
  readonly register: PopulationRegister | null;
  readonly now: () => Date;
}

/** Everything about who people are: logins, signatures, and the persons behind them. */
export function createIdentity(settings: IdentitySettings, { register: connected, now }: Surroundings) {
  const providers: Partial<Record<ProviderKey, IdentityProvider>> = {};
  if (settings.bankId) providers.bankid = bankIdProvider(createBankIdClient(settings.bankId), now);
  if (settings.citizen) providers.oidc = oidcProvider(settings.citizen);
  if (settings.staff) providers.staff = oidcProvider(settings.staff);
  const orders = identityOrders(providers, now);
  const register = connected && patient(connected);

  /** Whether a citizen is protected, as far as can be known now. One whom the register does not tell of may be hidden from us for that reason. */
  async function protectionOf({
    personnummer
  }: Pick<Identity, 'personnummer'>): Promise<Extract<Known, { audience: 'citizen' }>['protection']> {
    if (!register || personnummer === null) return 'not-asked';
    const found = await register.lookUp(personnummer);
    if (typeof found === 'string') return 'unknown';
    return found.protected ? 'protected' : 'open';
  }

  async function knownBy(personnummer: string): Promise<KnownApplicant | null> {
    const found = await register?.lookUp(personnummer);
    if (!found || typeof found === 'string' || found.protected || !found.name) return null;
    const { name, address, source, at } = found;
    const values: KnownValues = {
      name: name.full,
      'given-name': name.given,
      'family-name': name.family,
      'personal-number': personnummer,
      ...(address && { address: { ...address } })
    };
    return { values, source, at };
  }

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

    /** Logs in who a completed order proved, once. Gives the new session, or null when it was used already; `staff.left`. */
    async logIn(order: Order): Promise<{ session: string; returnTo: string } | null | Refusal> {
      const identity = await orders.takeLogin(order);
      if (!identity) return null;
      const isStaff = order.provider === 'staff';
      const known: Known = isStaff
        ? { audience: 'staff' }
        : { audience: 'citizen', protection: await protectionOf(identity) };
      const personId = await rememberPerson(identity, known, now());
      if (isStaff && (await standingOf(personId, now())).hasLeft) return refuse('staff.left');
      const strength: Strength = isStaff ? 'staff' : identity.assurance;
      return { session: await startSession(personId, strength), returnTo: order.returnTo };
    },

    /**
     * What can stand in a citizen's form from the start, with its source and time to show beside it. null when nothing may: for
     * staff, where there is no register or it does not answer, and always for protected identity.
     */
    async knownOf({ strength, personnummer, actor }: Login): Promise<KnownApplicant | null> {
      return strength === 'staff' || personnummer === null || actor.protected ? null : knownBy(personnummer);
    },

    /** The same for whom somebody acts: of an organisation its name and number, as the right to act for it says them. */
    async knownOfPrincipal(principal: Principal, now: Date): Promise<KnownApplicant | null> {
      if (principal.kind === 'organisation') {
        const { name, organisationsnummer } = principal;
        return {
          values: { name, 'organisation-number': organisationsnummer },
          source: 'Behörighetsregistret',
          at: now.toISOString()
        };
      }
      const personnummer = await personnummerOf(principal.personId);
      return personnummer === null ? null : knownBy(personnummer);
    },

    /** Whether somebody whom others name must not be shown: protected, or not told of by the register. */
    async isHidden(personnummer: string): Promise<boolean> {
      const protection = await protectionOf({ personnummer });
      return protection === 'protected' || protection === 'unknown';
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

export interface KnownApplicant {
  readonly values: KnownValues;
  readonly source: string;
  /** When it was fetched, ISO 8601. */
  readonly at: string;
}

/** How long a login or a form waits for the register. */
const PATIENCE = 3000;

/** A register that is slow is away. */
const patient = (register: PopulationRegister): PopulationRegister => ({
  lookUp: (personnummer) =>
    Promise.race([
      register.lookUp(personnummer),
      new Promise<'unavailable'>((resolve) => setTimeout(() => resolve('unavailable'), PATIENCE).unref())
    ])
});

let started: IdentityService | undefined;

/** The one of this process, from the environment. */
export const identity = (): IdentityService =>
  (started ??= createIdentity(identitySettings(process.env), { register: ports().register, now: () => new Date() }));
