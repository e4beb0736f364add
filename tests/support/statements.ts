import { pool } from '../../runtime/persistence/orm.server.ts';

/** A statement as it was sent to the database. */
export interface Sent {
  /** What it is called, or what it begins with. */
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Hears every statement that the runtime sends on connections that are opened from now on. */
export async function hearStatements(): Promise<{
  readonly during: (work: () => Promise<unknown>) => Promise<Sent[]>;
}> {
  let heard: Sent[] = [];
  (await pool()).on('connect', (client) => {
    const send = client.query.bind(client);
    Object.assign(client, {
      query: (...args: Parameters<typeof send>) => {
        const [asked, values]: unknown[] = args;
        const {
          name,
          text,
          values: own
        }: { name?: string; text?: string; values?: unknown[] } = typeof asked === 'string'
          ? { text: asked }
          : Object(asked);
        if (text)
          heard.push({
            name: name ?? text.trim().split(' ')[0] ?? '',
            text,
            values: own ?? (Array.isArray(values) ? values : [])
          });
        return send(...args);
      }
    });
  });
  return {
    during: async (work) => {
      heard = [];
      await work();
      return heard;
    }
  };
}
