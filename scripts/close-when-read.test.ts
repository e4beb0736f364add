import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWhenRead } from './close-when-read.ts';

/** Answers at once, before anything of what is sent has been read. */
const server = createServer((asked, answer) => {
  closeWhenRead(asked, answer);
  answer.writeHead(413).end('too large');
});
const port = () => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => server.close());

/** Ten megabytes, on a connection that is to be closed after them: the status that is answered, once it is closed. */
async function sent(): Promise<number> {
  const sending = request({ port: port(), method: 'POST', agent: false, headers: { connection: 'close' } });
  for (let part = 0; part < 160; part += 1) sending.write(Buffer.alloc(65_536));
  sending.end();
  const [response] = await once(sending, 'response');
  const { socket, statusCode } = response;
  response.resume();
  await once(socket, 'close');
  return statusCode;
}

describe('somebody who sends much on a connection that is to be closed, and is answered before all is sent', () => {
  it('gets the answer each time, and the connection is closed', async () => {
    for (let times = 0; times < 5; times += 1) expect(await sent()).toBe(413);
  });
});
