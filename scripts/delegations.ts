// Enters items of a delegationsordning and who holds them: `npm run delegations -- <file.json>` (docs/operations.md).
// Uses DATABASE_URL, or the embedded PostgreSQL of this folder. What is there already stays as it is. Exits 1 when the file is not sound.
import { readFileSync } from 'node:fs';
import { STAFF_ROLES } from '../runtime/access/roles.ts';
import { enterDelegations, type EnteredDelegation } from '../runtime/persistence/delegations.server.ts';
import { startDatabase } from '../runtime/persistence/embedded.server.ts';
import { closeDatabase } from '../runtime/persistence/orm.server.ts';

const [path] = process.argv.slice(2);
const delegations = path ? read(path) : fail('Name a file: npm run delegations -- delegationsordning.json');

const folder = process.env.SMEDJA_DATA ?? '.data';
const embedded = process.env.DATABASE_URL ? undefined : await startDatabase(`${folder}/postgres`);
process.env.DATABASE_URL ??= embedded?.url ?? '';
try {
  await enterDelegations(delegations);
  console.log(`${delegations.length} items are entered.`);
} finally {
  await closeDatabase();
  if (embedded?.started) await embedded.stop();
}

function read(file: string): EnteredDelegation[] {
  const items: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(items)) fail('The file is to hold a list of items.');
  return items.map((item: unknown, index) =>
    isDelegation(item)
      ? item
      : fail(`Item ${index + 1} lacks organ, item, title, roles, basis or from, or a role is unknown.`)
  );
}

function isDelegation(value: unknown): value is EnteredDelegation {
  if (typeof value !== 'object' || value === null) return false;
  const { organ, item, title, basis, from, roles }: Partial<Record<keyof EnteredDelegation, unknown>> = value;
  const texts = [organ, item, title, basis].every((text) => typeof text === 'string' && text !== '');
  const known = Array.isArray(roles) && roles.length > 0 && roles.every((role) => STAFF_ROLES.includes(role));
  return texts && known && typeof from === 'string' && /^\d{4}-\d\d-\d\d$/.test(from);
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
