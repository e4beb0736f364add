import type { EnteredAdministrator } from '../persistence/staff.server.ts';
import { DEMO_ISSUER } from './issuer.ts';
import { STAFF } from './people.ts';

/** Who administers the demo's installation. */
export const DEMO_ADMINISTRATORS: readonly EnteredAdministrator[] = STAFF.filter(({ administers }) => administers).map(
  ({ key, name }) => ({ issuer: DEMO_ISSUER, subject: key, name })
);
