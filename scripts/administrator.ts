// Makes somebody system administrator: `npm run administrator -- <user name> <name>` (docs/operations.md). For a new installation, where
// nobody is yet. Uses DATABASE_URL, or the embedded PostgreSQL of this folder, and OIDC_STAFF_ISSUER.
import { staffIssuer } from '../runtime/identity/settings.server.ts';
import { startDatabase } from '../runtime/persistence/embedded.server.ts';
import { closeDatabase } from '../runtime/persistence/orm.server.ts';
import { enterAdministrators } from '../runtime/persistence/staff.server.ts';
import { stockholmDay } from '../runtime/time/day.ts';

const [subject, name] = process.argv.slice(2);
if (!subject || !name) {
  console.error('Name somebody: npm run administrator -- <user name> "<name>"');
  process.exit(1);
}

const folder = process.env.SMEDJA_DATA ?? '.data';
const embedded = process.env.DATABASE_URL ? undefined : await startDatabase(`${folder}/postgres`);
process.env.DATABASE_URL ??= embedded?.url ?? '';
try {
  const now = new Date();
  await enterAdministrators([{ issuer: staffIssuer(process.env), subject, name }], { now, day: stockholmDay(now) });
  console.log(`${name} is a system administrator from today.`);
} finally {
  await closeDatabase();
  if (embedded?.started) await embedded.stop();
}
