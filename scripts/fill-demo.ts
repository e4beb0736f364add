// Gives the demo the cases of a simulated year: `npm run demo:fill -- --cases 5000 --seed 2`. Each seed is filled once; one that was cut
// off goes on where it was, as it was begun. Uses DATABASE_URL, or the embedded PostgreSQL of this folder, also beside `npm start`.
import { parseArgs } from 'node:util';
import { fillDemo } from '../runtime/demo/fill.server.ts';
import { effectTasks } from '../runtime/effects/effect-tasks.server.ts';
import { demoMail } from '../runtime/effects/messages/deliver.server.ts';
import { isDemo } from '../runtime/effects/settings.server.ts';
import { ports } from '../runtime/index.ts';
import { startDatabase } from '../runtime/persistence/embedded.server.ts';
import { migrate } from '../runtime/persistence/migrate.server.ts';
import { closeDatabase } from '../runtime/persistence/orm.server.ts';

const EACH = 250;

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '2000' }, seed: { type: 'string', default: '2' } }
});
const [cases, seed] = [Number(values.cases), Number(values.seed)];
if (!Number.isInteger(cases) || cases < 0 || !Number.isInteger(seed) || seed < 1)
  throw new Error('--cases takes a whole number, --seed one from 1.');
// What is made up must never stand among the cases of a municipality.
if (!isDemo(process.env)) throw new Error('This is no demo: NODE_ENV is production, and SMEDJA_DEMO is not 1.');

process.on('disconnect', () => process.exit(1)); // whoever started this is gone
process.channel?.unref(); // to listen for that alone would keep it from ending
process.env.SMEDJA_DATA ??= '.data';
const embedded = process.env.DATABASE_URL ? undefined : await startDatabase(`${process.env.SMEDJA_DATA}/postgres`);
process.env.DATABASE_URL ??= embedded?.url ?? '';
try {
  await migrate(process.env.DATABASE_URL);
  const { clock, files, ...others } = ports();
  // What is made up reaches nobody, also where the demo can send mail.
  const tasks = (at: typeof clock) => effectTasks({ ...others, files, clock: at, mail: demoMail(at) });
  const begun = Date.now();
  const progress = (made: number, of: number) => {
    if (made % EACH === 0 && made < of) console.log(`The demo has ${made} of ${of} cases.`);
  };
  const { cases: made, refused } = await fillDemo({ files, cases, seed, tasks, progress }, clock.now());
  if (made > 0) console.log(`The demo has got ${made} cases in ${Math.round((Date.now() - begun) / 1000)} s.`);
  if (refused.length > 0) console.log(`${refused.length} of them did not come all the way.`);
} finally {
  await closeDatabase();
  if (embedded?.started) await embedded.stop();
}
