import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import { pool } from './orm.server.ts';

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
}

/**
 * Runs `work` in one transaction: commits when it returns, rolls back when it throws. `begin` travels with the first statement and
 * takes no round trip of its own.
 */
export async function inTransaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const client = await (await pool()).connect();
  let broken: Error | undefined;
  try {
    const begun = client.query('begin');
    begun.catch(() => undefined); // what follows it on the connection fails too, and is awaited
    const result = await work(transactionOn(client));
    await begun;
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}

const transactionOn = (client: PoolClient): Transaction => ({
  async run<Row extends QueryResultRow>({ name, text }: Statement, values: readonly unknown[]): Promise<Row[]> {
    const result: QueryResult<Row> = await client.query<Row>({ name, text, values: [...values] });
    return result.rows;
  }
});

/** One statement on its own, for reading. */
export async function read<Row extends QueryResultRow>(
  { name, text }: Statement,
  values: readonly unknown[] = []
): Promise<Row[]> {
  const { rows } = await (await pool()).query<Row>({ name, text, values: [...values] });
  return rows;
}
