import { connect, createServer, type AddressInfo } from 'node:net';

/** A way to a server that counts how often somebody waits for an answer before sending on. */
export interface CountingWay {
  readonly url: string;
  /** Round trips since it was last asked. */
  readonly taken: () => number;
  readonly close: () => void;
}

/** Answers are held back this long, so that what is sent together has all been sent before the first of them comes. */
const HELD_MS = 20;

/** Opens a way to the database at `url`. What is sent without waiting for an answer counts as one trip. */
export async function countingWay(url: string): Promise<CountingWay> {
  const target = new URL(url);
  let trips = 0;
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    let answered = true;
    client.on('data', (sent) => {
      if (answered) trips += 1;
      answered = false;
      database.write(sent);
    });
    database.on('data', (answer) =>
      setTimeout(() => {
        answered = true;
        client.write(answer);
      }, HELD_MS)
    );
    client.on('close', () => database.destroy()).on('error', () => database.destroy());
    database.on('close', () => client.destroy()).on('error', () => client.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const way = new URL(url);
  const { port }: Partial<AddressInfo> = Object(server.address());
  way.port = String(port);
  const taken = () => {
    const since = trips;
    trips = 0;
    return since;
  };
  return { url: way.href, taken, close: () => void server.close() };
}
