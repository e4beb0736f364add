import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { definitionOf } from '#runtime/case/definitions.server.ts';
import { eventDraft, saveDraft } from '#runtime/case/drafts.server.ts';
import { publishedCaseTypes } from '#runtime/case/publish-case-type.server.ts';
import type { JsonObject } from '#runtime/definition/json.ts';
import type { Role, Scenario, ScenarioStep } from '#runtime/definition/types.ts';
import { plainJson } from '#runtime/demo/fill/answers.ts';
import { drawing } from '#runtime/demo/fill/drawing.ts';
import { Life } from '#runtime/demo/fill/life.server.ts';
import { rememberPeople, type Person } from '#runtime/demo/fill/people.server.ts';
import type { Play } from '#runtime/demo/fill/plays.ts';
import { diskFileStore } from '#runtime/effects/disk-file-store.server.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { startSession } from '#runtime/identity/sessions.server.ts';
import { startDatabase } from '#runtime/persistence/embedded.server.ts';
import { closeDatabase } from '#runtime/persistence/orm.server.ts';
import { movedDays } from '#runtime/simulate/told-answers.ts';
import { daysBetween, stockholmDay } from '#runtime/time/day.ts';

/** A case of the product, at the point where a test begins. */
export interface Begun {
  readonly caseId: string;
  readonly number: string;
  readonly scenario: string;
  /** Lets one more event happen, as the scenarios have it. */
  readonly happens: (...events: readonly string[]) => Promise<void>;
}

/** The product's database, where what a test is not about has happened already, by the same use cases as any other. */
export interface Stage {
  readonly sql: pg.Pool;
  readonly citizen: (key: string) => Person;
  readonly colleague: (role: Role, organ?: string, unit?: string) => Person;
  /** Files an application, and lets events happen to it. */
  readonly begin: (play: Pick<Play, 'scenario' | 'by'> & { slug: string }, events: readonly string[]) => Promise<Begun>;
  /** What the scenarios answer to an event stands in its form already when this person opens it. */
  readonly hasWritten: (person: Person, begun: Begun, event: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const BUILDING = 'samhallsbyggnadsnamnden';

/** Of the product that the tests share, or of another whose data lies in `folder`. */
export async function openStage(folder = inject('data')): Promise<Stage> {
  const { url } = await startDatabase(join(folder, 'postgres'));
  process.env.DATABASE_URL = url;
  const sql = new pg.Pool({ connectionString: url, max: 2 });
  const cast = await rememberPeople(new Date());
  const published = await publishedCaseTypes();
  const known = (person: Person | null | undefined): Person => person ?? expect.unreachable('nobody of the demo');
  return {
    sql,
    citizen: (key) => known(cast.citizen(key)?.actor),
    colleague: (role, organ = BUILDING, unit) => known(cast.staff(role, { organ, ...(unit && { unit }) }, 0)),
    begin: async (play, events) => {
      const version = published.find(({ slug }) => slug === play.slug);
      const scenario = version?.caseType.scenarios[play.scenario];
      if (!version || !scenario) expect.unreachable(`no ${play.slug} ${play.scenario}`);
      const { versionId, caseType } = version;
      const definition = await definitionOf(versionId);
      const key = randomUUID();
      const life = new Life({
        ...{ play: { ...play, key, steps: 0, since: 0 }, scenario, definition, versionId, cast, turn: 0 },
        keepFile: keepIn(folder)
      });
      const live = async (step: ScenarioStep | null, index: number, told: Scenario) => {
        const at = new Date();
        expect(await life.live({ at, step, index, shift: shiftOf(told, at) })).toBeNull();
        await life.settle(at);
      };
      await live(null, -1, scenario);
      const owner = known(cast.citizen(play.by ?? '')?.actor).personId;
      const { rows } = await sql.query<{ id: string; number: string }>(NEWEST, [owner, play.slug]);
      const [{ id: caseId, number } = expect.unreachable('no case')] = rows;
      let index = 0;
      const happens = async (...more: readonly string[]) => {
        for (const event of more) {
          const { step, told } = stepOf(caseType.scenarios, play.scenario, event);
          await live(step, index, told);
          index += 1;
        }
      };
      await happens(...events);
      return { caseId, number, scenario: play.scenario, happens };
    },
    hasWritten: async ({ personId }, { caseId, scenario }, event) => {
      const { rows } = await sql.query<{ version_id: string }>('select version_id from case_ where id = $1', [caseId]);
      const [{ version_id: versionId } = expect.unreachable('no case')] = rows;
      const now = new Date();
      const { step, told } = stepOf((await definitionOf(versionId)).caseType.scenarios, scenario, event);
      const draft = await eventDraft({ personId }, { caseId, event, versionId, language: 'sv' }, now);
      const answers: JsonObject = movedDays(plainJson(step.data ?? {}), shiftOf(told, now));
      expect(isRefusal(await saveDraft(draft.id, { personId }, { answers, now }))).toBe(false);
    },
    close: async () => {
      await sql.end();
      await closeDatabase();
    }
  };
}

const NEWEST = `
select c.id, c.number from case_ c join party p on p.case_id = c.id
where p.person_id = $1 and c.slug = $2 order by c.opened_at desc limit 1`;

const shiftOf = ({ now }: Scenario, at: Date) => daysBetween(stockholmDay(new Date(now)), stockholmDay(at));

/** How an event goes well in a scenario of a case type, or in another. */
function stepOf(scenarios: Readonly<Record<string, Scenario>>, own: string, event: string) {
  for (const told of [scenarios[own], ...Object.values(scenarios)]) {
    const step = told?.steps.find((one) => one.event === event && one.expect?.refused === undefined);
    if (step && told) return { step, told };
  }
  return expect.unreachable(`no scenario has ${event}`);
}

const keepIn = (folder: string) => async (name: string) => {
  const store = diskFileStore(join(folder, 'files'));
  const {
    key: storageKey,
    size,
    sha256
  } = await store.write(
    (async function* () {
      yield drawing();
    })()
  );
  return {
    name,
    mediaType: 'application/pdf',
    size,
    sha256,
    storageKey,
    scan: 'not-scanned'
  } as const;
};

/** This browser is logged in as somebody, without walking through the login, which other tests do. */
export async function enterAs(page: Page, { personId, memberships }: Person): Promise<void> {
  const value = await startSession(personId, memberships.length > 0 ? 'staff' : 'loa3');
  await page
    .context()
    .addCookies([{ name: 'session', value, url: inject('address'), httpOnly: true, sameSite: 'Lax' }]);
}
