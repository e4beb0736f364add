import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowed } from '#runtime/access/allowed.ts';
import { rulesOf } from '#runtime/case/rules.server.ts';
import { leavesOf } from '#runtime/flow/active.ts';
import { compile } from '#runtime/flow/compile.ts';
import type { Definition } from '#runtime/flow/model.ts';
import { branchesOf, statesOf } from '#runtime/flow/walk.ts';
import { closeDatabase } from '#runtime/persistence/orm.server.ts';
import { startDatabase } from '#runtime/persistence/embedded.server.ts';
import type { CaseType } from '#runtime/definition/case-type.ts';
import { oneOfEach, reachable, type Reached } from '#runtime/testing/reachable.ts';
import { sampled } from '../support/sample.ts';
import { shippedCaseTypes } from '#runtime/testing/shipped.ts';
import { peopleOf, placedCase, type Visiting } from '../support/placed-case.ts';
import { startApart, type ProductApart } from '../support/server.ts';

let product: ProductApart;
let sql: pg.Pool;

// A product of its own, without a worker: what these cases would lead to outside is nobody's concern.
beforeAll(async () => {
  product = await startApart({ SMEDJA_ROLE: 'web' });
  const { url } = await startDatabase(join(product.data, 'postgres'));
  process.env.DATABASE_URL = url;
  sql = new pg.Pool({ connectionString: url, max: 4 });
  // Nobody misses these data.
  await sql.query('alter system set synchronous_commit = off');
  await sql.query('select pg_reload_conf()');
});
afterAll(async () => {
  await sql?.end();
  await closeDatabase();
  await product?.stop();
});

/** A state takes a second: of the case types that came later, not every state each time. */
const MOST_STATES = 4;

const shipped = await shippedCaseTypes();

describe('the pages of a case, over HTTP', () => {
  it.each(shipped)(
    'give each role in %s the buttons of what it may do in each state, and take nothing else',
    { timeout: 300_000 },
    async (slug, caseType) => {
      const definition = compile(caseType);
      const rules = rulesOf(definition);
      const reached = reachable(rules);
      // The applicant's own way in: on paper, or by staff, less is asked of an application.
      const first = reached.find(({ opening }) => opening.channel === 'e-service') ?? reached[0];
      if (!first) expect.unreachable('no scenario opens a case');
      const people = await peopleOf(rules);
      const all = [...eventsOf(caseType), 'nonsense'];
      const states = sampled(slug, oneOfEachState(definition, reached), MOST_STATES);
      for (const [turn, { simulated }] of states.entries()) {
        const { visitors, put } = await placedCase(rules, { opening: first.opening, people, sql });
        await put(simulated);
        const { record } = simulated;
        const where = JSON.stringify(record.state.value);
        const may = ({ role }: Visiting) =>
          allowed(definition, record, simulated.actor(role)).map(({ event }) => event);
        const told = (one: Visiting, events: readonly string[]) => `${one.role}: ${events.toSorted().join(' ')}`;
        const shown = await Promise.all(visitors.map(async (one) => told(one, await buttons(one))));
        expect(shown, where).toEqual(visitors.map((one) => told(one, may(one))));

        // What is to be refused changes nothing, and over all states each role tries each event, once where there are states enough.
        // The pure law tries them all in each.
        const among = Math.max(states.length, 2 * visitors.length);
        const refused = visitors.flatMap((one, index) =>
          all
            .filter((event, place) => !may(one).includes(event) && (turn + place + index) % among === 0)
            .map((event) => ({ one, event }))
        );
        const answers = await inTurns(refused, ({ one, event }) => press(one, event));
        expect(
          answers.filter((answer) => !answer.endsWith('refused')),
          where
        ).toEqual([]);
        for (const one of visitors) {
          for (const event of may(one)) {
            const answer = await press(one, event);
            expect(answer, where).not.toContain('refused');
            if (answer.endsWith('done')) await put(simulated);
          }
        }
      }
    }
  );
});

/** One case in each state, among those in every combination of states. */
function oneOfEachState(definition: Definition, reached: readonly Reached[]): Reached[] {
  const seen = new Set<string>();
  return oneOfEach(reached).filter(({ simulated }) => {
    const states = leavesOf(definition, simulated.record.state).map(({ key }) => key);
    const isNew = states.some((state) => !seen.has(state));
    states.forEach((state) => seen.add(state));
    return isNew;
  });
}

/** Does so for each, a few at a time. */
async function inTurns<Thing, Done>(things: readonly Thing[], each: (thing: Thing) => Promise<Done>): Promise<Done[]> {
  const AT_A_TIME = 8;
  const done: Done[] = [];
  for (let from = 0; from < things.length; from += AT_A_TIME)
    done.push(...(await Promise.all(things.slice(from, from + AT_A_TIME).map(each))));
  return done;
}

/** Every event that a flow names anywhere. */
function eventsOf({ flow }: CaseType): string[] {
  const branches = [
    ...branchesOf(flow, ''),
    ...statesOf(flow).flatMap(({ config, pointer }) => branchesOf(config, pointer))
  ];
  return [...new Set(branches.filter(({ trigger }) => trigger === 'on').map(({ name }) => name))];
}

/** The events whose buttons stand in the page of the case; none when there is no page. */
async function buttons({ page, cookie }: Visiting): Promise<string[]> {
  const response = await fetch(product.address + page, { headers: { cookie }, redirect: 'manual' });
  const html = await response.text();
  if (![200, 403, 404].includes(response.status)) expect.unreachable(`${page} is answered ${response.status}`);
  const [, list = ''] = /<ul class="events[^"]*">(.*?)<\/ul>/s.exec(html) ?? [];
  return [...list.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.slice(page.length + 1));
}

/** Posts an event with nothing filled in: it is done, refused, or taken but for what its form asks. */
async function press({ role, page, cookie }: Visiting, event: string): Promise<string> {
  const response = await fetch(`${product.address}${page}/${event}`, {
    method: 'POST',
    body: new FormData(),
    redirect: 'manual',
    headers: { cookie, origin: product.address, accept: 'application/json', 'x-sveltekit-action': 'true' }
  });
  const { type, status, location } = await response.json();
  if (type === 'redirect') return `${role} ${event} ${location.includes('klart') ? 'done' : 'refused'}`;
  if (type === 'failure' && status === 422) return `${role} ${event} asked`;
  expect([403, 404, 409], `${page}/${event} ${type}`).toContain(status ?? response.status);
  return `${role} ${event} refused`;
}
