import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The text of BankID's animated QR code, new each second.
 * @param seconds whole seconds since the answer that started the order came.
 * Pure. Source: developers.bankid.com, how-to-guides/qr-code.
 */
export function qrText(order: { qrStartToken: string; qrStartSecret: string }, seconds: number): string {
  const time = String(seconds);
  const code = bytesToHex(hmac(sha256, utf8ToBytes(order.qrStartSecret), utf8ToBytes(time)));
  return `bankid.${order.qrStartToken}.${time}.${code}`;
}
