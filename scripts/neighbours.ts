import type { IncomingMessage, ServerResponse } from 'node:http';
import { startBankIdServer } from '../runtime/demo/bankid-server.server.ts';
import {
  bankIdEnvironment,
  navetEnvironment,
  oidcEnvironment,
  paymentEnvironment
} from '../runtime/demo/environment.server.ts';
import { startIdentityProvider } from '../runtime/demo/identity-provider.server.ts';
import { startNavetServer } from '../runtime/demo/navet-server.server.ts';
import { PAYMENT_TEST, startPaymentServer } from '../runtime/demo/payment-server.server.ts';

/** A system beside Smedja that the demo plays itself. */
export interface Neighbour {
  /** What answers below `base` on the main port. */
  readonly pages?: {
    readonly base: string;
    readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
  };
  readonly stop: () => Promise<void>;
}

/** Starts those that no setting replaces with a real one, and tells the application where they are. `port` is the main one. */
export async function startNeighbours(port: number): Promise<readonly Neighbour[]> {
  const neighbours: Neighbour[] = [];
  if (!process.env.BANKID_URL) {
    const bankId = await startBankIdServer({ base: '/demo/bankid' });
    Object.assign(process.env, bankIdEnvironment(bankId.url));
    neighbours.push({ pages: { base: '/demo/bankid', handler: bankId.handler }, stop: bankId.stop });
  }
  const audiences = (['citizen', 'staff'] as const).filter((who) => !process.env[`OIDC_${who.toUpperCase()}_ISSUER`]);
  if (audiences.length > 0) {
    for (const audience of audiences) Object.assign(process.env, oidcEnvironment(audience, `http://127.0.0.1:${port}`));
    const { handler } = startIdentityProvider();
    neighbours.push({ pages: { base: '/demo/oidc', handler }, stop: () => Promise.resolve() });
  }
  if (!process.env.NAVET_URL) {
    const navet = await startNavetServer();
    Object.assign(process.env, navetEnvironment(navet));
    neighbours.push({ stop: navet.stop });
  }
  if (!process.env.PAYMENTS_URL) {
    Object.assign(process.env, paymentEnvironment(`http://127.0.0.1:${port}`));
    neighbours.push({
      pages: { base: PAYMENT_TEST.base, handler: startPaymentServer() },
      stop: () => Promise.resolve()
    });
  }
  return neighbours;
}
