import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { pool } from './orm.server.ts';
import type { LoadedCase } from './load-case.server.ts';
import type { StepRows } from './write-step.server.ts';

/** A statement with a name is prepared once per connection and planned once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Runs a statement, in a transaction or on its own. */
export type Run = <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;

/**
 * Where one change happens, all of it or nothing. Statements that are awaited together (`Promise.all`) travel together. None is left to
 * be awaited later: when the connection breaks all fail, and one that nobody awaits then ends the process.
 */
export interface Transaction {
  /** What is read inside a transaction is read by this too: a second connection would be waited for by all who hold their first. */
  readonly run: Run;
  /** Runs the last statement and, where the transaction is a step's own, commits with it: both travel together. */
  readonly runLast: Run;
  /** Where several changes are made at once, and written together. */
  readonly unit?: UnitOfWork;
}

/** Several changes in one transaction: the cases that they are about are read once, and written when the last of them is made. */
export interface UnitOfWork {
  /** A case as the changes so far have left it. */
  readonly load: (id: string) => Promise<LoadedCase | undefined>;
  readonly write: (rows: StepRows) => Promise<string | null>;
  /** Writes what is not written. */
  readonly flush: () => Promise<void>;
}

/** The transaction that several changes are a part of, when there is one. */
export const joined = new AsyncLocalStorage<{ readonly client: PoolClient; readonly transaction: Transaction }>();

/**
 * Runs `work` in one transaction: commits when it returns, rolls back when it throws. `begin` travels with the first statement and
 * takes no round trip of its own. Inside a unit of work it is a part of that one's.
 */
export function inTransaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const outer = joined.getStore();
  return outer ? work(outer.transaction) : begun((client) => work(within(runOn(client))));
}

/** As `inTransaction`, for work that ends with `runLast` when it changes anything: a lock is held no longer than it takes to write. */
export function inTransactionOfStep<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const outer = joined.getStore();
  if (outer) return work(outer.transaction);
  return begun((client, commit) => {
    const run = runOn(client);
    const runLast: Run = async <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) => {
      const [rows] = await Promise.all([run<Row>(statement, values), commit()]);
      return rows;
    };
    return work({ run, runLast });
  });
}

/** Runs `work` in one transaction, and in it every statement of whatever it calls: all of it or nothing. */
export const wholly = <Result>(work: () => Promise<Result>): Promise<Result> =>
  joined.getStore() ? work() : begun((client) => joined.run({ client, transaction: within(runOn(client)) }, work));

/** Runs `work` between begin and commit on a connection of its own. It may commit itself, as the last that it does. */
export async function begun<Result>(
  work: (client: PoolClient, commit: () => Promise<unknown>) => Promise<Result>
): Promise<Result> {
  const client = await (await pool()).connect();
  let broken: Error | undefined;
  let committed: Promise<unknown> | undefined;
  const commit = () => (committed ??= client.query('commit'));
  try {
    const begin = client.query('begin');
    begin.catch(() => undefined); // what follows it on the connection fails too, and is awaited
    const result = await work(client, commit);
    await begin;
    await commit();
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Of a transaction that somebody else commits. */
export const within = (run: Run): Transaction => ({ run, runLast: run });

export const runOn =
  (client: PoolClient): Run =>
  async <Row extends QueryResultRow>({ name, text }: Statement, values: readonly unknown[]): Promise<Row[]> => {
    const result: QueryResult<Row> = await client.query<Row>({ name, text, values: [...values] });
    return result.rows;
  };

/** What a statement is run on: the connection of the unit of work, which first writes what it has, else any. */
export async function connection(): Promise<Pool | PoolClient> {
  const outer = joined.getStore();
  await outer?.transaction.unit?.flush();
  return outer?.client ?? pool();
}

/** One statement on its own, for reading. */
export async function read<Row extends QueryResultRow>(
  { name, text }: Statement,
  values: readonly unknown[] = []
): Promise<Row[]> {
  const { rows } = await (await connection()).query<Row>({ name, text, values: [...values] });
  return rows;
}
