import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { PlatformError } from '../errors/platform-error.ts';
import type { VirusScanner } from '../ports/virus-scanner.ts';

const SILENCE = 60_000;

/**
 * Scans by the clamd at `host:port`: its INSTREAM command (man clamd) takes chunks, each after its length, and answers
 * `stream: OK` or `stream: <name> FOUND`. Any other answer, and none, throws `file.not_scanned`.
 */
export function clamdScanner({ host, port }: { host: string; port: number }): VirusScanner {
  return {
    async scan(content) {
      const socket = connect(port, host).setTimeout(SILENCE, () => socket.destroy(new Error('clamd is silent')));
      const answer = text(socket);
      const sent = pipeline(framed(content), socket, { end: false });
      try {
        // clamd answers before all is sent when the file is above its limit, so the answer decides, not the sending.
        const said = await Promise.race([answer, sent.then(() => answer)]);
        if (/^stream: OK\0?$/.test(said)) return 'clean';
        if (/ FOUND\0?$/.test(said)) return 'infected';
        throw new PlatformError('file.not_scanned', { answer: said.slice(0, 80) });
      } catch (fault) {
        throw fault instanceof PlatformError ? fault : new PlatformError('file.not_scanned', {}, fault);
      } finally {
        socket.destroy();
        content.destroy();
        await sent.catch(() => undefined);
      }
    }
  };
}

async function* framed(content: Readable): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of content) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    if (chunk.length > 0) yield Buffer.concat([length, chunk]);
  }
  yield Buffer.alloc(4);
}
