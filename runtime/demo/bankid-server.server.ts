import type { IncomingMessage, ServerResponse } from 'node:http';
import { bankIdApi } from './bankid/api.server.ts';
import { TestOrders } from './bankid/orders.ts';
import { phone } from './bankid/phone.server.ts';
import { listenOnLoopback } from './http.server.ts';

export interface BankIdServer {
  /** Address of the Relying Party API: HTTPS on this machine, for holders of the test client certificate. */
  readonly url: string;
  /** The pages that play the phone; mount at `base` on the main port. */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
  readonly orders: TestOrders;
  readonly stop: () => Promise<void>;
}

/**
 * A BankID TEST SERVER: the same HTTP as BankID's, with outcomes chosen by whoever plays the phone.
 * @param settings.base path of the phone's pages; `now` in milliseconds, for tests.
 */
export async function startBankIdServer(
  settings: { base?: string; port?: number; now?: () => number } = {}
): Promise<BankIdServer> {
  const orders = new TestOrders(settings.now ?? Date.now);
  const api = bankIdApi(orders);
  const port = await listenOnLoopback(api, settings.port);
  return {
    url: `https://localhost:${port}/rp/v6.0/`,
    handler: phone(orders, settings.base ?? '/demo/bankid'),
    orders,
    stop: async () => {
      api.closeAllConnections();
      await new Promise((done) => api.close(done));
    }
  };
}
