import type { IncomingMessage, Server } from 'node:http';

const LONGEST_BODY = 1_000_000;

/** The whole body as text; the test servers take no more than a megabyte. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
    size += chunks[chunks.length - 1]?.length ?? 0;
    if (size > LONGEST_BODY) throw new Error('body too long');
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Listens on a free port of this machine only; gives the port. */
export const listenOnLoopback = (server: Pick<Server, 'listen' | 'address' | 'once'>, port = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
    });
  });
