import type { RequestEvent } from '@sveltejs/kit';
import { cookieOptions } from '../session.ts';

const COOKIE = 'kvitto';
const SECONDS = 1800;

/** The secrets of one who has just sent: one shows the receipt for a while, the other is the status link, where they may follow the case. */
export interface ReceiptSecrets {
  readonly receipt: string;
  readonly status: string | null;
}

/** Kept in a cookie and not in the address, which others see over a shoulder and in a history. */
export const keepReceipt = ({ cookies, url }: RequestEvent, { receipt, status }: ReceiptSecrets): void =>
  cookies.set(COOKIE, `${receipt}.${status ?? ''}`, { ...cookieOptions(url), maxAge: SECONDS });

export function receiptOf({ cookies }: RequestEvent): ReceiptSecrets | undefined {
  const [receipt, status] = (cookies.get(COOKIE) ?? '').split('.');
  return receipt ? { receipt, status: status || null } : undefined;
}
