import { Agent, request } from 'node:http';

export const CONNECTIONS = 16;

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

export interface Browser {
  readonly get: (path: string) => Promise<Answer>;
  /** Posts a form as a browser with script does: what leads on is told as JSON. */
  readonly post: (path: string, fields: readonly (readonly [string, string])[]) => Promise<Answer>;
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
let senders = 0;

const POSTED = {
  'content-type': 'application/x-www-form-urlencoded',
  accept: 'application/json',
  'x-sveltekit-action': 'true'
};

function answerOf(status: number, body: string): Answer {
  const said: Partial<Answer> = body.startsWith('{"type":"redirect"') ? JSON.parse(body) : {};
  return { status, location: '', ...said, body };
}

/** A browser that holds a cookie. Each of its requests comes from an address of its own. */
export function browserAt(address: URL, cookie: string): Browser {
  const send = (method: string, path: string, body?: string) =>
    new Promise<Answer>((answered, failed) => {
      senders += 1;
      const from = [10, senders >> 16, senders >> 8, senders].map((part) => part & 255).join('.');
      const sent = request(new URL(path, address), {
        ...{ method, agent },
        headers: {
          ...{ cookie, origin: address.origin, 'x-forwarded-for': from },
          ...(body === undefined ? { accept: 'text/html' } : POSTED)
        }
      });
      sent.on('error', failed).on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => answered(answerOf(response.statusCode ?? 0, text)));
      });
      sent.end(body);
    });
  return {
    get: (path) => send('GET', path),
    post: (path, fields) => send('POST', path, new URLSearchParams(fields.map((field) => [...field])).toString())
  };
}

/** How often something is done in a second by so many at a time, for a while or until there is nothing left to do. */
export async function driven(work: (worker: number) => Promise<boolean>, millis: number): Promise<number> {
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, worker) => {
      while (performance.now() - start < millis) {
        if (!(await work(worker))) break;
        done += 1;
      }
    })
  );
  return (done * 1000) / (performance.now() - start);
}

/** What was answered, when it leads on; anything else ends the run. */
export function ledOn(answer: Answer, to: string): string {
  if (answer.status !== 303 || !answer.location.includes(to))
    throw new Error(`expected to be led to ${to}: ${answer.status} ${answer.location} ${answer.body.slice(0, 500)}`);
  return answer.location;
}
