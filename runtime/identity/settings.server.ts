import { readFileSync } from 'node:fs';
import type { BankIdSettings } from './bankid/client.server.ts';
import type { NavetSettings } from './navet/client.server.ts';
import type { OidcSettings } from './oidc.server.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Which ways to log in this installation has; what is not set is not offered. */
export interface IdentitySettings {
  readonly bankId: (BankIdSettings & { readonly app: string | undefined }) | null;
  readonly citizen: (OidcSettings & { readonly name: string }) | null;
  readonly staff: OidcSettings | null;
}

const pem = (path: string | undefined): string => (path ? readFileSync(path, 'utf8') : '');

function bankId(env: Environment): IdentitySettings['bankId'] {
  if (!env['BANKID_URL']) return null;
  const { BANKID_CERT, BANKID_KEY, BANKID_CA } = env;
  return {
    url: env['BANKID_URL'],
    cert: pem(BANKID_CERT),
    key: pem(BANKID_KEY),
    ca: pem(BANKID_CA),
    app: env['BANKID_APP']
  };
}

function oidc(env: Environment, audience: 'citizen' | 'staff'): OidcSettings | null {
  const setting = (name: string) => env[`OIDC_${audience.toUpperCase()}_${name}`];
  const issuer = setting('ISSUER');
  if (!issuer) return null;
  const localOrigin = setting('LOCAL');
  const [subject, groups] = [setting('SUBJECT'), setting('GROUPS')];
  return {
    issuer,
    audience,
    clientId: setting('CLIENT_ID') ?? '',
    clientSecret: setting('CLIENT_SECRET') ?? '',
    claims: { ...(subject ? { subject } : {}), ...(groups ? { groups } : {}) },
    ...(localOrigin ? { localOrigin } : {})
  };
}

/** Who vouches for the staff: people that are entered here are known by it at their first login. */
export const staffIssuer = (env: Environment): string => env['OIDC_STAFF_ISSUER'] || 'staff';

/**
 * Settings from the environment: `BANKID_URL`, `BANKID_CERT`, `BANKID_KEY`, `BANKID_CA` (paths of PEM files), `BANKID_APP` (demo);
 * `OIDC_CITIZEN_` and `OIDC_STAFF_` with `ISSUER`, `CLIENT_ID`, `CLIENT_SECRET`, `LOCAL` (demo), `OIDC_STAFF_SUBJECT` and `OIDC_STAFF_GROUPS`
 * (names of claims, else `sub` and `groups`), and `OIDC_CITIZEN_NAME`.
 */
export function identitySettings(env: Environment): IdentitySettings {
  const citizen = oidc(env, 'citizen');
  return {
    bankId: bankId(env),
    citizen: citizen && { ...citizen, name: env['OIDC_CITIZEN_NAME'] ?? new URL(citizen.issuer).hostname },
    staff: oidc(env, 'staff')
  };
}

/**
 * The population register's settings from the environment: `NAVET_` with `URL`, `TOKEN_URL`, `CLIENT_ID`, `CLIENT_SECRET`,
 * `ORGANISATION`, `ORDER`, `CERT`, `KEY`, `CA`; null when there are none.
 */
export function navetSettings(env: Environment): NavetSettings | null {
  const setting = (name: string) => env[`NAVET_${name}`] ?? '';
  if (!setting('URL')) return null;
  return {
    url: setting('URL'),
    tokenUrl: setting('TOKEN_URL'),
    clientId: setting('CLIENT_ID'),
    clientSecret: setting('CLIENT_SECRET'),
    organisationsnummer: setting('ORGANISATION'),
    order: setting('ORDER'),
    cert: pem(setting('CERT')),
    key: pem(setting('KEY')),
    ca: pem(setting('CA'))
  };
}
