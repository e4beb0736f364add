import pg from 'pg';
import type { JsonObject } from '../../runtime/definition/json.ts';
import { pause } from './pages.ts';

/** What the walk reads in the database past the pages, and the time that it lets pass there. */
export class Ledger {
  readonly #sql: pg.Pool;

  constructor(url: string) {
    this.#sql = new pg.Pool({ connectionString: url, max: 1 });
  }

  close = () => this.#sql.end();

  /** The case that was opened last. */
  async newest(slug: string): Promise<string> {
    const text = 'select id from case_ where slug = $1 order by opened_at desc limit 1';
    return (await this.#one<{ id: string }>(text, [slug])).id;
  }

  async place(caseId: string): Promise<{ organ: string; unit: string; status: string; states: readonly string[] }> {
    return this.#one('select organ_key as organ, unit_key as unit, status, states from case_ where id = $1', [caseId]);
  }

  async data(caseId: string): Promise<JsonObject> {
    return (await this.#one<{ data: JsonObject }>('select data from case_ where id = $1', [caseId])).data;
  }

  /** What the case waits for that a citizen does not do. */
  async waiting(caseId: string): Promise<readonly { id: string; src: string; direction: string | null }[]> {
    const text = "select id, src, input ->> 'direction' as direction from waiting where case_id = $1";
    return (await this.#sql.query(text, [caseId])).rows;
  }

  /** Moves what the case waits for nearer by a period, one timer at a time, so that each fires before the next is set. */
  async pass(caseId: string, period: string, fired: () => Promise<void>): Promise<void> {
    const { ms } = await this.#one<{ ms: string }>('select extract(epoch from $1::interval) * 1000 as ms', [period]);
    for (let left = Number(ms); left > 0;) {
      const [next] = (
        await this.#sql.query<{ ms: string }>(
          'select extract(epoch from min(at) - now()) * 1000 as ms from timer where case_id = $1 having count(*) > 0',
          [caseId]
        )
      ).rows;
      const step = Math.min(left, Math.max(1, Number(next?.ms ?? left)));
      await this.#sql.query("update timer set at = at - $2 * interval '1 millisecond' where case_id = $1", [
        caseId,
        Math.ceil(step)
      ]);
      left -= step;
      await this.#settled(caseId);
      await fired();
    }
  }

  async #settled(caseId: string): Promise<void> {
    for (let tries = 0; tries < 150; tries += 1) {
      const due = await this.#sql.query('select 1 from timer where case_id = $1 and at <= now()', [caseId]);
      if (due.rowCount === 0) return;
      await pause(100);
    }
    throw new Error('a timer that is due does not fire');
  }

  async #one<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row> {
    const [row] = (await this.#sql.query<Row>(text, values)).rows;
    if (!row) throw new Error(`nothing found: ${text}`);
    return row;
  }
}
