import { Agent, request } from 'node:https';

/** A client certificate (PEM), and the authority that the other side's certificate must stand under: `''` for the world's usual ones. */
export interface MutualTls {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

export interface JsonAnswer {
  readonly httpStatus: number;
  /** undefined when the body is no JSON. */
  readonly body: unknown;
}

const LONGEST_ANSWER = 4_000_000;

/** Connections are kept and reused; close with `agent.destroy()`. */
export const mutualTlsAgent = ({ cert, key, ca }: MutualTls): Agent =>
  new Agent({ cert, key, ...(ca && { ca }), keepAlive: true, minVersion: 'TLSv1.2', maxSockets: 64 });

/** One POST over mutual TLS. Throws when no whole answer comes within ten seconds. */
export function post(
  url: URL,
  body: string,
  options: { agent: Agent; headers: Record<string, string> }
): Promise<JsonAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: options.agent,
        headers: options.headers,
        timeout: 10_000,
        signal: AbortSignal.timeout(10_000)
      },
      (answer) => {
        const chunks: Buffer[] = [];
        let size = 0;
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > LONGEST_ANSWER) answer.destroy(new Error('answer too long'));
          else chunks.push(chunk);
        });
        answer.on('error', reject);
        answer.on('end', () => resolve({ httpStatus: answer.statusCode ?? 0, body: parse(Buffer.concat(chunks)) }));
      }
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
