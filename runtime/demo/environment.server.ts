import { join } from 'node:path';
import { DEMO_CLIENTS, DEMO_CLIENT_SECRET } from './identity-provider.server.ts';
import { DEMO_ISSUER } from './issuer.ts';
import { NAVET_TEST, type NavetServer } from './navet-server.server.ts';
import { PAYMENT_TEST } from './payment-server.server.ts';
import { TEST_CERTIFICATES } from './test-certificates.server.ts';

const certificate = (file: string) => join(TEST_CERTIFICATES, file);

/** Settings that make the product use the BankID test server. */
export const bankIdEnvironment = (url: string): Record<string, string> => ({
  BANKID_URL: url,
  BANKID_CERT: certificate('client.crt'),
  BANKID_KEY: certificate('client.key'),
  BANKID_CA: certificate('ca.crt'),
  BANKID_APP: '/demo/bankid'
});

/** Settings that make the product use the demo's identity provider, which answers on `origin` (this machine). */
export const oidcEnvironment = (audience: 'citizen' | 'staff', origin: string): Record<string, string> => {
  const prefix = `OIDC_${audience.toUpperCase()}_`;
  return {
    [`${prefix}ISSUER`]: DEMO_ISSUER,
    [`${prefix}CLIENT_ID`]: DEMO_CLIENTS[audience],
    [`${prefix}CLIENT_SECRET`]: DEMO_CLIENT_SECRET,
    [`${prefix}LOCAL`]: origin,
    ...(audience === 'citizen' ? { OIDC_CITIZEN_NAME: 'Lindsjö-id (demo)' } : {})
  };
};

/** Settings that make the product use the test population register. */
export const navetEnvironment = ({ url, tokenUrl }: NavetServer): Record<string, string> => ({
  NAVET_URL: url,
  NAVET_TOKEN_URL: tokenUrl,
  NAVET_CLIENT_ID: NAVET_TEST.clientId,
  NAVET_CLIENT_SECRET: NAVET_TEST.clientSecret,
  NAVET_ORGANISATION: NAVET_TEST.organisationsnummer,
  NAVET_ORDER: NAVET_TEST.order,
  NAVET_CERT: certificate('client.crt'),
  NAVET_KEY: certificate('client.key'),
  NAVET_CA: certificate('ca.crt')
});

/** Settings that make the product use the demo's payment provider, which answers on `origin` (this machine). */
export const paymentEnvironment = (origin: string): Record<string, string> => ({
  PAYMENTS_URL: `${origin}${PAYMENT_TEST.base}/api`,
  PAYMENTS_SECRET: PAYMENT_TEST.secret
});
