// Reads every case's timeline and says where it is not as it was written: `npm run verify:timeline`.
// Uses DATABASE_URL, or the embedded PostgreSQL of this folder. Exits 0 when all is whole, 1 when something was changed.
import { verifyTimeline } from '../runtime/case/verify-timeline.server.ts';
import { startDatabase } from '../runtime/persistence/embedded.server.ts';
import { closeDatabase } from '../runtime/persistence/orm.server.ts';

const folder = process.env.SMEDJA_DATA ?? '.data';
const embedded = process.env.DATABASE_URL ? undefined : await startDatabase(`${folder}/postgres`);
process.env.DATABASE_URL ??= embedded?.url ?? '';

try {
  const { cases, entries, faults } = await verifyTimeline();
  for (const { caseId, seq, fault } of faults) console.log(`${fault}: entry ${seq} of case ${caseId}`);
  console.log(`${entries} entries of ${cases} cases read, ${faults.length} not as they were written.`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await closeDatabase();
  if (embedded?.started) await embedded.stop();
}
