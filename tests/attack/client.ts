import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '#runtime/form/generate/chance.ts';

/** An application as its sender was told of it. */
export interface Filed {
  readonly number: string;
  /** Where it is followed, below any of the addresses. */
  readonly status: string;
}

interface Said {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const AGAIN_MS = 100;
/** So long somebody goes on who is not answered: longer than anything takes to start. */
const LONGEST_MS = 90_000;
/** What a server says that will soon be another answer. */
const LATER = [429, 500, 502, 503, 504];

/** People outside who send, and send the same again until it is answered, to whichever process answers. */
export function client(addresses: readonly string[], chance: Chance) {
  const broken: string[] = [];
  let turn = 0;

  async function ask(path: string, init: RequestInit): Promise<Said> {
    const until = performance.now() + LONGEST_MS;
    while (performance.now() < until) {
      const base = addresses[turn++ % addresses.length] ?? '';
      try {
        const response = await fetch(base + path, { ...init, signal: AbortSignal.timeout(15_000) });
        const text = await response.text();
        if (response.status === 500) broken.push(`${path} ${text.slice(0, 500)}`);
        if (!LATER.includes(response.status)) return { status: response.status, body: JSON.parse(text) };
      } catch {
        // Nobody there, or killed before it had answered.
      }
      await pause(AGAIN_MS);
    }
    throw new Error(`${path} was not answered`);
  }

  /** Each from an address of its own, since nobody files without end. */
  const somebody = () => ({ 'x-forwarded-for': `10.${[1, 2, 3].map(() => chance.whole(1, 250)).join('.')}` });
  const post = (path: string, body: object) =>
    ask(path, {
      method: 'POST',
      headers: { ...somebody(), 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body)
    });

  return {
    /** What was answered 500, which no kill explains. */
    broken,
    async file(): Promise<Filed> {
      const { status, body } = await post('/api/v1/cases', { caseType: 'felanmalan', answers: ANSWERS });
      if (status !== 201) throw new Error(`not filed: ${status} ${JSON.stringify(body)}`);
      return { number: String(body['number']), status: new URL(String(body['status'])).pathname };
    },
    /** Takes it back, once, however often it has to be sent. */
    async takeBack({ status }: Filed): Promise<void> {
      const sent = await post(`${status}/events`, { event: 'aterta' });
      if (sent.status !== 200) throw new Error(`not taken back: ${sent.status} ${JSON.stringify(sent.body)}`);
    },
    /** The number of what is followed there; the sender's own link has to lead to it. */
    async numberAt({ status }: Filed): Promise<unknown> {
      return (await ask(status, { headers: somebody() })).body['number'];
    }
  };
}

const ANSWERS = {
  ...{ urgency: 'kan_vanta', what: 'gata', streetFault: 'hal', description: 'Ett hål.', address: 'Storgatan 12' },
  ...{ wantsAnswer: true, replyBy: 'epost', email: 'anmalare@exempel.example' }
};
