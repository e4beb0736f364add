import { settleDemo } from '../runtime/demo/fill.server.ts';
import { ports } from '../runtime/effects/ports.server.ts';
import { publishCaseType } from '../runtime/case/publish-case-type.server.ts';
import { report, type Round } from './figures.ts';
import { formOf25, postedFields } from './form-of-25.ts';
import { browserAt, CONNECTIONS, driven, ledOn, type Browser } from './load.ts';
import { logIn, openDatabase, startWeb } from './stage.ts';
import { plainInserts } from './plain-inserts.ts';

const ROUNDS = 5;
const SECONDS = 4;
const DRAFTS = 200;
const SLUG = 'foreningsbidrag';
const ORGAN = 'kultur-fritidsnamnden';

/** (b) Submissions and (c) events over HTTP, each against pgbench inserting the same rows. */
export async function benchFiling(): Promise<void> {
  const database = await openDatabase();
  try {
    const { clock } = ports();
    await settleDemo(clock.now());
    const published = await publishCaseType({ caseType: formOf25(), templates: {} }, { kind: 'system' }, clock.now());
    if ('problems' in published) throw new Error(JSON.stringify(published.problems));
    const web = await startWeb(database.url, database.folder);
    try {
      const each = async (work?: Parameters<typeof logIn>[1]) =>
        Promise.all(
          Array.from({ length: CONNECTIONS }, async () =>
            browserAt(web.address, (await logIn(database.sql, work)).cookie)
          )
        );
      const [citizens, colleagues] = [await each(), await each({ organ: ORGAN, role: 'caseworker' })];
      const cases: string[] = [];
      const file = async (worker: number) => cases.push(await fileOne(at(citizens, worker))) > 0;
      const handle = async (worker: number) => {
        const caseId = cases.pop();
        if (caseId === undefined) return false;
        await sendEvent(at(colleagues, worker), caseId);
        return true;
      };
      for (let warm = 0; warm < 10; warm += 1) await file(warm);
      const filing = await plainInserts(database, 'filing', () => file(0));
      for (let warm = 0; warm < 5; warm += 1) await handle(warm);
      const event = await plainInserts(database, 'event', () => handle(0));
      const told = (rows: object) =>
        Object.entries(rows)
          .map(([table, count]) => `${count} ${table}`)
          .join(', ');
      console.log(`\nA submission leaves ${told(filing.rows)}; an event ${told(event.rows)}`);
      const [b, c, s]: Round[][] = [[], [], []];
      await driven(file, 2000);
      for (let round = 0; round < ROUNDS; round += 1) {
        const plain = await filing.perSecond(SECONDS);
        b?.push({ ours: await driven(file, SECONDS * 1000), yardstick: plain });
        const drafts = await prepared(citizens, DRAFTS);
        s?.push({ ours: await sendAll(citizens, drafts, cases), yardstick: plain });
        const plainEvent = await event.perSecond(SECONDS);
        c?.push({ ours: await driven(handle, SECONDS * 1000), yardstick: plainEvent });
      }
      const yardstick = 'pgbench inserting the same rows';
      report([
        {
          ...{ key: 'b', what: 'whole submissions over HTTP: begin, fill in, send', yardstick, unit: 'a second' },
          least: 0.25,
          rounds: b ?? []
        },
        { ...{ key: 'b-send', what: 'the request that submits', yardstick, unit: 'a second' }, rounds: s ?? [] },
        {
          ...{ key: 'c', what: 'events by caseworkers over HTTP', yardstick, unit: 'a second' },
          least: 0.25,
          rounds: c ?? []
        }
      ]);
    } finally {
      await web.stop();
    }
  } finally {
    await database.drop();
  }
}

const at = <T>(all: readonly T[], index: number): T => {
  const found = all[index % all.length];
  if (found === undefined) throw new Error('nobody');
  return found;
};

/**
 * Begins a draft and fills in its only page, twice as somebody without script does: what follows from the answers is asked
 * when they have been sent. Gives the address of the draft.
 */
async function fillIn(browser: Browser): Promise<string> {
  const draft = ledOn(await browser.post(`/e-tjanster/${SLUG}`, []), '/ansok/');
  for (const to of ['?fler', '/granska'])
    ledOn(await browser.post(`${draft}/om`, [...postedFields(), ['do', 'next']]), to);
  return draft;
}

/** Sends a draft; gives the id of the case, which is the draft's. */
async function send(browser: Browser, draft: string): Promise<string> {
  ledOn(await browser.post(`${draft}/granska`, [['do', 'send']]), '/kvitto');
  return draft.split('/').at(-1) ?? '';
}

const fileOne = async (browser: Browser) => send(browser, await fillIn(browser));

async function prepared(citizens: readonly Browser[], count: number): Promise<string[]> {
  const drafts: string[] = [];
  await Promise.all(
    citizens.map(async (citizen, worker) => {
      for (let place = worker; place < count; place += citizens.length) drafts[place] = await fillIn(citizen);
    })
  );
  return drafts;
}

async function sendAll(citizens: readonly Browser[], drafts: readonly string[], cases: string[]): Promise<number> {
  const start = performance.now();
  await Promise.all(
    citizens.map(async (citizen, worker) => {
      for (let place = worker; place < drafts.length; place += citizens.length)
        cases.push(await send(citizen, at(drafts, place)));
    })
  );
  return (drafts.length * 1000) / (performance.now() - start);
}

/** A caseworker looks no further, but asks the applicant to complete the application. */
async function sendEvent(browser: Browser, caseId: string): Promise<void> {
  ledOn(await browser.post(`/handlaggning/arenden/${caseId}/begar-komplettering`, [['do', 'send']]), '?klart');
}
