// Brings the database of DATABASE_URL to the newest schema: `npm run migrate`.
import { migrate } from '../runtime/persistence/migrate.server.ts';

const url = process.env.DATABASE_URL;
if (!url) throw new Error('Set DATABASE_URL to the database to migrate.');
const done = await migrate(url);
console.log(done.length > 0 ? done.join('\n') : 'Nothing to migrate.');
