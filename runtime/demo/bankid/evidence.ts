import { createHash } from 'node:crypto';
import { nameOf, type DemoCitizen } from '../people.ts';
import type { TestOrder } from './orders.ts';

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/**
 * Stand-ins for the signature and the OCSP response, in the shape of BankID's: what was shown and what was not stand in
 * `bidSignedData`. The signature value is a hash, so it proves nothing.
 */
export function evidence(order: TestOrder, person: DemoCitizen, at: Date): { signature: string; ocspResponse: string } {
  const visible = order.visible
    ? `<usrVisibleData charset="UTF-8" visible="wysiwys">${order.visible}</usrVisibleData>`
    : '';
  const nonVisible = order.nonVisible ? `<usrNonVisibleData>${order.nonVisible}</usrNonVisibleData>` : '';
  const use = order.kind === 'sign' ? 'Signing' : 'Identification';
  const signed =
    `<bankIdSignedData xmlns="http://www.bankid.com/signature/v1.0.0/types" Id="bidSignedData">${visible}${nonVisible}` +
    `<srvInfo><name>${base64('TEST ONLY')}</name><nonce>${base64(order.orderRef)}</nonce></srvInfo>` +
    `<clientInfo><funcId>${use}</funcId><version>TEST</version></clientInfo></bankIdSignedData>`;
  const value = createHash('sha256').update(signed).digest('base64');
  const signature =
    `<?xml version="1.0" encoding="UTF-8"?><Signature xmlns="http://www.w3.org/2000/09/xmldsig#">` +
    `<SignatureValue>${value}</SignatureValue>` +
    `<KeyInfo><KeyName>TEST ONLY ${escape(nameOf(person))}</KeyName></KeyInfo><Object>${signed}</Object></Signature>`;
  return { signature: base64(signature), ocspResponse: base64(`TEST ONLY ocsp ${value} good ${at.toISOString()}`) };
}
