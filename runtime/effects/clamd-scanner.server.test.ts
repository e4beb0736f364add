import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { EICAR } from '../testing/fake-scanner.ts';
import { clamdScanner } from './clamd-scanner.server.ts';

let server: Server;
afterEach(() => server?.close());

/** A clamd that understands INSTREAM as the manual has it, and answers by `verdict`. */
async function clamd(verdict: (content: Buffer) => string, limit = Infinity) {
  server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      if (received.length > limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const content = unframe(received);
      if (content) socket.end(verdict(content));
    });
  }).listen(0);
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return clamdScanner({ host: '127.0.0.1', port: address.port });
}

function unframe(received: Buffer): Buffer | null {
  if (received.subarray(0, 10).toString() !== 'zINSTREAM\0') return null;
  const parts: Buffer[] = [];
  for (let at = 10; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

const byContent = (content: Buffer) => (content.includes(EICAR) ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0');

describe('a file shown to clamd', () => {
  it('is let in when clamd finds nothing, however it is cut in chunks', async () => {
    const scanner = await clamd(byContent);
    const chunks = Array.from({ length: 300 }, (_, i) => Buffer.alloc(1000 + i, i));
    expect(await scanner.scan(Readable.from(chunks))).toBe('clean');
  });

  it('is infected when clamd has a name for what is in it', async () => {
    const scanner = await clamd(byContent);
    expect(await scanner.scan(Readable.from([Buffer.from(EICAR.slice(0, 20)), Buffer.from(EICAR.slice(20))]))).toBe(
      'infected'
    );
  });

  it('is not let in when it is larger than clamd takes', async () => {
    const scanner = await clamd(byContent, 100_000);
    const large = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(65_536)));
    await expect(scanner.scan(large)).rejects.toThrow('file.not_scanned');
  });

  it('is not let in when clamd is away', async () => {
    const scanner = await clamd(byContent);
    server.close();
    await once(server, 'close');
    await expect(scanner.scan(Readable.from([Buffer.from('x')]))).rejects.toThrow('file.not_scanned');
  });
});
