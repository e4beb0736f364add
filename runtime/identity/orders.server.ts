import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { PlatformError } from '../errors/platform-error.ts';
import {
  changeAttempt,
  changeOrder,
  claimOrder,
  findOrder,
  insertOrder,
  markReturned,
  takeOrder,
  type StoredOrder
} from '../persistence/identity-orders.server.ts';
import type { Identity, IdentityProvider, LoginRequest } from '../ports/identity-provider.ts';

export type Order = StoredOrder;

export interface NewOrder {
  readonly provider: string;
  readonly returnTo: string;
  readonly sameDevice: boolean;
  /** What only this browser knows. */
  readonly secret: string;
  readonly sign?: { readonly visible: string; readonly nonVisible: string; readonly personId: string };
}

/** A request of the browser that began an order. */
export interface Visit {
  readonly id: string;
  readonly secret: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly language: 'sv' | 'en';
  /** Whose signature it is; the provider lets nobody else give it. */
  readonly personnummer?: string | null;
  /** Our address to come back to, with a word in it that proves that this browser was on the device that identified. */
  readonly returnUrl: (nonce: string) => string;
}

const MINUTE = 60_000;
const LOGIN_LIVES = 15 * MINUTE;
const SIGNATURE_LIVES = 60 * MINUTE;
/** BankID allows one question every two seconds. */
const BETWEEN_QUESTIONS = 2000;
/** An unused QR code is renewed by itself for some five minutes. */
const MOST_ATTEMPTS = 10;

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Logins and signatures that are going on, in the database. Every node can take the next request, and the provider is asked no
 * more often than it allows. An order answers only the browser that began it.
 */
export function identityOrders(providers: Readonly<Record<string, IdentityProvider>>, now: () => Date) {
  const providerOf = (key: string): IdentityProvider => {
    const provider = providers[key];
    if (!provider) throw new PlatformError('identity.provider_not_configured', { provider: key });
    return provider;
  };

  async function mine({ id, secret }: Pick<Visit, 'id' | 'secret'>): Promise<Order | null> {
    const order = await findOrder(id, now());
    return order?.browserHash === hash(secret) ? order : null;
  }

  /** Begins an attempt at the provider. Gives where the browser must go, for a provider that has pages of its own. */
  async function attempt(order: Order, visit: Visit): Promise<string | undefined> {
    const nonce = randomBytes(16).toString('hex');
    const { ip, userAgent, language, personnummer } = visit;
    const request: LoginRequest = {
      ip,
      userAgent,
      language,
      browser: order.browserHash,
      sameDevice: order.sameDevice,
      returnUrl: visit.returnUrl(nonce)
    };
    if (order.sign && !personnummer) throw new PlatformError('identity.signature_without_person');
    const sign = order.sign && personnummer ? { ...order.sign, personnummer } : undefined;
    const begun = await providerOf(order.provider).begin(request, sign);
    const attempts = order.attempts + 1;
    if (begun.status === 'failed') {
      await changeOrder(order.id, { status: 'failed', hint: begun.code, attempts, state: null });
      return undefined;
    }
    const { state, location } = begun;
    await changeOrder(order.id, {
      status: 'pending',
      hint: '',
      attempts,
      state,
      nonceHash: hash(nonce),
      returned: false
    });
    return location;
  }

  async function ask(order: Order, visit: Visit, returned: URL | null): Promise<void> {
    const progress = await providerOf(order.provider).proceed(order.state ?? {}, returned);
    if (progress.status === 'pending') return changeAttempt(order, { hint: progress.hint });
    if (progress.status === 'complete') {
      const { identity, evidence } = progress;
      return changeAttempt(order, { status: 'complete', hint: '', result: { identity, evidence } });
    }
    const renew = progress.unused && !order.sameDevice && order.attempts < MOST_ATTEMPTS;
    if (renew) await attempt(order, visit);
    else await changeAttempt(order, { status: 'failed', hint: progress.code, state: null });
  }

  return {
    /** Gives the new order's id. Nothing has been asked of the provider yet. */
    async start({ provider, returnTo, sameDevice, secret, sign }: NewOrder): Promise<string> {
      const id = randomUUID();
      const startedAt = now();
      await insertOrder({
        id,
        browserHash: hash(secret),
        provider,
        person: sign?.personId ?? null,
        sign: sign ? { visible: sign.visible, nonVisible: sign.nonVisible } : null,
        returnTo,
        sameDevice,
        status: 'new',
        hint: '',
        attempts: 0,
        startedAt,
        askedAt: new Date(0),
        expiresAt: new Date(startedAt.getTime() + (sign ? SIGNATURE_LIVES : LOGIN_LIVES))
      });
      return id;
    },

    /** Carries an order on as far as it goes now: begins it, or asks how it went. null when it is not this browser's, or has run out. */
    async visit(visit: Visit, returned: URL | null = null): Promise<{ order: Order; location?: string } | null> {
      const order = await mine(visit);
      if (!order) return null;
      if (!(order.status === 'new' || order.status === 'pending')) return { order };
      const wait = returned ? 0 : BETWEEN_QUESTIONS;
      if (!(await claimOrder(order.id, wait, now()))) return { order };
      const location = order.status === 'new' ? await attempt(order, visit) : undefined;
      if (order.status === 'pending') await ask(order, visit, returned);
      const after = await mine(visit);
      return after && { order: after, ...(location ? { location } : {}) };
    },

    /** The order as it stands, asking nobody. */
    look: mine,

    /** The browser came back from the app on its own device. false when the word in the address is not the one of this order. */
    async comeBack(visit: Pick<Visit, 'id' | 'secret'>, nonce: string): Promise<boolean> {
      const order = await mine(visit);
      if (!order?.sameDevice || order.nonceHash !== hash(nonce)) return false;
      await markReturned(order.id);
      return true;
    },

    /** Begins anew, on this device or another: the page that comes may ask the provider at once. */
    async again(visit: Pick<Visit, 'id' | 'secret'>, sameDevice: boolean): Promise<void> {
      const order = await mine(visit);
      if (!order || order.status === 'complete') return;
      if (order.state) await providerOf(order.provider).abandon(order.state);
      await changeOrder(order.id, {
        status: 'new',
        sameDevice,
        hint: '',
        attempts: 0,
        state: null,
        nonceHash: null,
        askedAt: new Date(0)
      });
    },

    /** The person does not want to any more. Gives where they came from. */
    async cancel(visit: Pick<Visit, 'id' | 'secret'>): Promise<string | null> {
      const order = await mine(visit);
      if (!order) return null;
      if (order.state && order.status === 'pending') await providerOf(order.provider).abandon(order.state);
      await changeOrder(order.id, { status: 'failed', hint: 'userCancel', state: null });
      return order.returnTo;
    },

    /** Who a completed login proved, once: a second request with the same order gets null. */
    async takeLogin(order: Order): Promise<Identity | null> {
      if (order.sign || !isProved(order) || !(await takeOrder(order.id))) return null;
      return order.result?.identity ?? null;
    }
  };
}

/** Complete; and on the same device also come back to, so that a link sent to somebody else logs nobody in here. */
export const isProved = (order: Order): boolean => order.status === 'complete' && (!order.sameDevice || order.returned);
