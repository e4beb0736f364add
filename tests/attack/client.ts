import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** An application as its sender was told of it. */
export interface Filed {
  readonly key: string;
  readonly number: string;
  /** Where it is followed, below any of the addresses. */
  readonly status: string;
}

const AGAIN_MS = 100;
/** What a server says that will soon be another answer. */
const LATER = [429, 500, 502, 503, 504];

/** Somebody outside who sends, and sends the same again until it is answered, to whichever process answers. */
export function client(addresses: readonly string[]) {
  const ip = `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join('.')}`;
  const broken: string[] = [];
  let turn = 0;
  async function post(
    path: string,
    body: object,
    key: string
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    for (;;) {
      const base = addresses[turn++ % addresses.length] ?? '';
      try {
        const response = await fetch(base + path, {
          method: 'POST',
          signal: AbortSignal.timeout(15_000),
          headers: { 'content-type': 'application/json', 'idempotency-key': key, 'x-forwarded-for': ip },
          body: JSON.stringify(body)
        });
        const said: Record<string, unknown> = JSON.parse(await response.text());
        if (response.status === 500) broken.push(`${path} ${JSON.stringify(said)}`);
        if (!LATER.includes(response.status)) return { status: response.status, body: said };
      } catch {
        // Nobody there, or killed before it answered.
      }
      await pause(AGAIN_MS);
    }
  }
  return {
    /** What was answered 500, which no kill explains. */
    broken,
    async file(): Promise<Filed> {
      const key = randomUUID();
      const { status, body } = await post('/api/v1/cases', { caseType: 'felanmalan', answers: ANSWERS }, key);
      if (status !== 201) throw new Error(`not filed: ${status} ${JSON.stringify(body)}`);
      return { key, number: String(body['number']), status: new URL(String(body['status'])).pathname };
    },
    /** Takes it back, once, however often it has to be sent. */
    async takeBack({ status }: Filed): Promise<void> {
      const sent = await post(`${status}/events`, { event: 'aterta' }, randomUUID());
      if (sent.status !== 200) throw new Error(`not taken back: ${sent.status} ${JSON.stringify(sent.body)}`);
    }
  };
}

const ANSWERS = {
  ...{ urgency: 'kan_vanta', what: 'gata', streetFault: 'hal', description: 'Ett hål.', address: 'Storgatan 12' },
  ...{ wantsAnswer: true, replyBy: 'epost', email: 'anmalare@exempel.example' }
};
