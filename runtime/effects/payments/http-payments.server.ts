import { PlatformError } from '../../errors/platform-error.ts';
import type { PaymentOrder, Payments } from '../../ports/payments.ts';

export interface PaymentSettings {
  /** Where payments are begun by POST; one of them is read below it by GET. */
  readonly url: string;
  readonly secret: string;
}

const PATIENCE_MS = 10_000;
/** The provider understood, and will never take this payment. */
const REFUSED: readonly number[] = [400, 402, 403, 404, 409, 422];

/** Payments over a gateway that speaks JSON (`docs/payments.md`): what stands between the municipality's own provider and us. */
export function httpPayments({ url, secret }: PaymentSettings): Payments {
  const base = url.replace(/\/$/, '');
  const ask = async (address: string, body?: object) => {
    const answer = await fetch(address, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body && { body: JSON.stringify(body) })
    });
    return { status: answer.status, said: readObject(await answer.text()) };
  };
  return {
    async begin({ id, amount, reference, returnUrl, language }: PaymentOrder) {
      const { status, said } = await ask(base, { id, amount, currency: 'SEK', reference, returnUrl, language });
      if (REFUSED.includes(status)) return 'refused';
      const { id: providerId, location } = said;
      if (status >= 300 || typeof providerId !== 'string' || !isAddress(location)) throw unreadable(status);
      return { providerId, location };
    },
    async stateOf(providerId) {
      const { status, said } = await ask(`${base}/${encodeURIComponent(providerId)}`);
      const { status: standing, amount, reference } = said;
      if (status === 200 && standing === 'paid' && typeof amount === 'number' && typeof reference === 'string')
        return { status: 'paid', amount, reference };
      if (status === 200 && (standing === 'open' || standing === 'ended')) return { status: standing };
      throw unreadable(status);
    },
    async payOut(order) {
      const { status, said } = await ask(`${base}/payouts`, { ...order, currency: 'SEK' });
      if (REFUSED.includes(status)) return 'refused';
      const { id: providerId } = said;
      if (status >= 300 || typeof providerId !== 'string') throw unreadable(status);
      return { providerId };
    }
  };
}

const unreadable = (status: number) => new PlatformError('payments.unreadable', { status });

function readObject(text: string): { readonly [key: string]: unknown } {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? { ...said } : {};
  } catch {
    return {};
  }
}

const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && ['https:', 'http:'].includes(URL.parse(value)?.protocol ?? '');
