import { Client } from 'pg';
import { PlatformError } from '../errors/platform-error.ts';

const AGAIN_MS = 2000;

/** Tells who watches a case that it was written, by whichever process: every step is told on the channel `case`. */
export interface CaseChanges {
  /** Calls `hear` after each write of the case, until the returned function is called. */
  watch(caseId: string, hear: () => void): () => void;
  /** Lets go of the connection; nobody hears anything afterwards. */
  stop(): Promise<void>;
}

/**
 * One connection that listens, opened when somebody first watches and again whenever it is lost: then all are called, since what was
 * written meanwhile was told to nobody.
 */
export function caseChanges(url = process.env.DATABASE_URL): CaseChanges {
  const watchers = new Map<string, Set<() => void>>();
  let connection: Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  const tell = (caseId: string) => watchers.get(caseId)?.forEach((hear) => hear());

  function lost(client: Client) {
    if (connection !== client) return;
    connection = undefined;
    client.end().catch(() => undefined);
    if (stopped || watchers.size === 0) return;
    retry = setTimeout(() => connect(true), AGAIN_MS).unref();
  }

  function connect(again: boolean) {
    if (!url) throw new PlatformError('database.not_configured');
    clearTimeout(retry);
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    connection = client;
    client.on('error', () => lost(client)).on('end', () => lost(client));
    client.on('notification', ({ payload }) => tell(caseIn(payload)));
    client
      .connect()
      .then(() => client.query('listen "case"'))
      .then(
        () => again && [...watchers.keys()].forEach(tell),
        () => lost(client)
      );
  }

  return {
    watch(caseId, hear) {
      const hearing = watchers.get(caseId) ?? new Set();
      watchers.set(caseId, hearing.add(hear));
      if (!connection && !stopped) connect(false);
      return () => {
        hearing.delete(hear);
        if (hearing.size === 0 && watchers.get(caseId) === hearing) watchers.delete(caseId);
      };
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      watchers.clear();
      await connection?.end().catch(() => undefined);
    }
  };
}

function caseIn(payload: string | undefined): string {
  const told: unknown = JSON.parse(payload ?? 'null');
  return typeof told === 'object' && told !== null && 'id' in told ? String(told.id) : '';
}
