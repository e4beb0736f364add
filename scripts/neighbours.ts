import type { IncomingMessage, ServerResponse } from 'node:http';
import { startBankIdServer } from '../runtime/demo/bankid-server.server.ts';

/** A system beside Smedja that the demo plays itself. Its pages answer below `base` on the main port. */
export interface Neighbour {
  readonly base: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
  readonly stop: () => Promise<void>;
}

/** Demo mode: always, but in production only when asked for. */
export const isDemo = () => process.env.NODE_ENV !== 'production' || process.env.SMEDJA_DEMO === '1';

/** Starts those that no setting replaces with a real one, and tells the application where they are. */
export async function startNeighbours(): Promise<readonly Neighbour[]> {
  const neighbours: Neighbour[] = [];
  if (!process.env.BANKID_URL) {
    const bankId = await startBankIdServer({ base: '/demo/bankid' });
    process.env.BANKID_URL = bankId.url;
    neighbours.push({ base: '/demo/bankid', handler: bankId.handler, stop: bankId.stop });
  }
  return neighbours;
}
