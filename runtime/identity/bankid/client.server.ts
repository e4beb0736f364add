import { mutualTlsAgent, post, type MutualTls } from '../https-json.server.ts';
import { fieldsOf, readCollected, readStarted } from './answer.ts';
import type { BankIdFault, Collected, OrderRequest, SignRequest, StartedOrder } from './model.ts';
import { orderBody } from './request.ts';

export interface BankIdSettings extends MutualTls {
  /** For example `https://appapi2.bankid.com/rp/v6.0/`. */
  readonly url: string;
}

/** The BankID Relying Party API. A "no" from BankID, and no answer at all, are values (`BankIdFault`); an answer we cannot read throws. */
export interface BankIdClient {
  auth(request: OrderRequest): Promise<StartedOrder | BankIdFault>;
  sign(request: SignRequest): Promise<StartedOrder | BankIdFault>;
  /** At most every two seconds for an order. A completed one can be collected once: keep the answer before anything else. */
  collect(orderRef: string): Promise<Collected | BankIdFault>;
  cancel(orderRef: string): Promise<BankIdFault | undefined>;
  close(): void;
}

export function createBankIdClient(settings: BankIdSettings): BankIdClient {
  const agent = mutualTlsAgent(settings);
  const base = settings.url.endsWith('/') ? settings.url : `${settings.url}/`;

  async function call<T>(method: string, body: object, read: (json: unknown) => T): Promise<T | BankIdFault> {
    const headers = { 'content-type': 'application/json' }; // BankID refuses any parameter, also charset
    const answer = await post(new URL(method, base), JSON.stringify(body), { agent, headers }).catch(() => undefined);
    if (!answer) return { errorCode: 'unreachable', httpStatus: 0 };
    if (answer.httpStatus === 200) return read(answer.body);
    const { errorCode } = fieldsOf(answer.body);
    if (typeof errorCode === 'string') return { errorCode, httpStatus: answer.httpStatus };
    return { errorCode: answer.httpStatus >= 500 ? 'internalError' : 'unknown', httpStatus: answer.httpStatus };
  }

  return {
    auth: async (request) => call('auth', orderBody('auth', request), readStarted),
    sign: async (request) => call('sign', orderBody('sign', request), readStarted),
    collect: (orderRef) => call('collect', { orderRef }, readCollected),
    cancel: (orderRef) => call('cancel', { orderRef }, () => undefined),
    close: () => agent.destroy()
  };
}
