import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { expect, inject } from 'vitest';
import { startDraft } from '#runtime/case/drafts.server.ts';
import { publishedCaseType } from '#runtime/case/publish-case-type.server.ts';
import { isRefusal, type Refusal } from '#runtime/errors/refusal.ts';
import { openBrowser } from '../../support/browser.ts';
import { everybody } from '../../support/everybody.ts';
import { IS_WHOLE, SEED } from '../../support/sample.ts';
import { openStage, type Begun, type Stage } from '../../support/stage.ts';

export const RUNS = IS_WHOLE ? 400 : 12;
export const [HOME, OWNER] = ['samhallsbyggnadsnamnden', 'sofia'];
const TOO_LONG_MS = 10_000;

/** What is there to be attacked. */
export interface Scene {
  readonly stage: Stage;
  readonly browser: Browser;
  /** A case of bygglov, and one that is still written. */
  readonly begun: Begun;
  readonly draft: string;
  /** The headers that show who sends. */
  readonly as: (name: string) => Record<string, string>;
}

export function got<T extends object>(outcome: T | Refusal): T {
  return isRefusal(outcome) ? expect.unreachable(outcome.refused) : outcome;
}

let stage: Stage | undefined;

export async function openScene(): Promise<Scene> {
  const [opened, browser] = await Promise.all([openStage(), openBrowser()]);
  stage = opened;
  const headersOf = new Map<string, Record<string, string>>();
  for (const who of await everybody(opened, { citizens: [OWNER], organs: [HOME] }))
    headersOf.set(who.name, await who.headers());
  const begun = await opened.begin({ slug: 'bygglov', scenario: 'aterkallas', by: OWNER }, ['ta-emot']);
  const { versionId } = got(await publishedCaseType('bygglov'));
  const { personId } = opened.citizen(OWNER);
  const draft = await startDraft({ personId }, { versionId, days: 30, language: 'sv' }, new Date());
  return { stage: opened, browser, begun, draft, as: (name) => headersOf.get(name) ?? {} };
}

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: BodyInit;
}

/** Sends, and sees that it is answered in time, and not by a fault of ours. Gives the answer. */
export async function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Response> {
  const from = performance.now();
  const response = await fetch(inject('address') + path, {
    ...{ method, headers: { origin: inject('address'), connection: 'close', ...headers }, redirect: 'manual' },
    ...(body !== undefined && { body }),
    signal: AbortSignal.timeout(3 * TOO_LONG_MS)
  });
  const told = `${method} ${path.slice(0, 200)} ${typeof body === 'string' ? body.slice(0, 500) : ''}`;
  if (response.status >= 500) expect.unreachable(`${response.status} to ${told}`);
  const took = performance.now() - from;
  if (took > TOO_LONG_MS) expect.unreachable(`${Math.round(took)} ms for ${told}`);
  if (response.headers.get('content-type') === 'text/event-stream') {
    await response.body?.cancel(); // it has no end
    return new Response(null, response);
  }
  // Read to its end: an answer left half read when its connection closes ends whoever asked (nodejs/undici#5360).
  const read = await response.arrayBuffer();
  return new Response(read.byteLength > 0 ? read : null, response);
}

const JSON_TYPE = { 'content-type': 'application/json' };
export const sendJson = (path: string, body: unknown, { method = 'POST', headers = {} }: Sent = {}) =>
  send(path, {
    method,
    body: typeof body === 'string' ? body : (JSON.stringify(body) ?? 'null'),
    headers: { ...JSON_TYPE, 'idempotency-key': randomUUID(), ...headers }
  });

/** Each run is a round of a few, so that the product has more than one at a time; none is turned away only for their number. */
export const property = <T>(arbitrary: fc.Arbitrary<T>, work: (value: T) => Promise<unknown>, runs = RUNS) =>
  fc.assert(
    fc.asyncProperty(fc.array(arbitrary, { minLength: 4, maxLength: 4 }), async (values) => {
      await stage?.sql.query('delete from rate_limit');
      await Promise.all(values.map(work));
    }),
    { numRuns: Math.ceil(runs / 4), seed: SEED, endOnFailure: true }
  );

/** As it goes in an address, also what no address can hold. */
export const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/** A sound application. */
export const FAULT = {
  ...{ urgency: 'kan_vanta', what: 'gata', streetFault: 'hal', description: 'Ett hål.', address: 'Storgatan 12' },
  ...{ wantsAnswer: true, replyBy: 'epost', email: 'anmalare@exempel.example' }
};
