import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { pool } from './orm.server.ts';
import type { Job } from './write-step.server.ts';

/** A statement with a name is prepared once per connection and planned once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Runs a statement, in a transaction or on its own. */
export type Run = <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;

/** Where one change happens, all of it or nothing. Statements that are not awaited one by one travel together. */
export interface Transaction {
  /** What is read inside a transaction is read by this too: a second connection would be waited for by all who hold their first. */
  readonly run: Run;
  /** Takes the jobs that a change asks for, where they are not to be queued. */
  readonly takeJobs?: ((jobs: readonly Job[]) => void) | undefined;
}

/** The transaction that several changes happen in, when there is one. */
const joined = new AsyncLocalStorage<{ readonly client: PoolClient; readonly transaction: Transaction }>();

/**
 * Runs `work` in one transaction: commits when it returns, rolls back when it throws. `begin` travels with the first statement and
 * takes no round trip of its own. Inside `asOne` it is a part of that transaction.
 */
export function inTransaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const outer = joined.getStore();
  return outer ? work(outer.transaction) : begun((client) => work({ run: runOn(client) }));
}

/**
 * Lets every change and every reading that `work` makes happen in one transaction: all of it or nothing.
 * @param takeJobs gets the jobs that the changes ask for, instead of the queue
 */
export const asOne = <Result>(work: () => Promise<Result>, takeJobs: Transaction['takeJobs']): Promise<Result> =>
  begun((client) => joined.run({ client, transaction: { run: runOn(client), takeJobs } }, work));

async function begun<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await (await pool()).connect();
  let broken: Error | undefined;
  try {
    const begin = client.query('begin');
    begin.catch(() => undefined); // what follows it on the connection fails too, and is awaited
    const result = await work(client);
    await begin;
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}

const runOn =
  (client: PoolClient): Run =>
  async <Row extends QueryResultRow>({ name, text }: Statement, values: readonly unknown[]): Promise<Row[]> => {
    const result: QueryResult<Row> = await client.query<Row>({ name, text, values: [...values] });
    return result.rows;
  };

/** What a statement without a name is run on: the transaction's connection inside `asOne`, else any. */
export const connection = async (): Promise<Pool | PoolClient> => joined.getStore()?.client ?? (await pool());

/** One statement on its own, for reading. */
export async function read<Row extends QueryResultRow>(
  { name, text }: Statement,
  values: readonly unknown[] = []
): Promise<Row[]> {
  const { rows } = await (await connection()).query<Row>({ name, text, values: [...values] });
  return rows;
}
