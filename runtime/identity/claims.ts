import type { Membership } from '../case/model.ts';
import type { Role } from '../definition/types.ts';
import type { Assurance, Identity } from '../ports/identity-provider.ts';

const CLAIM = 'https://id.oidc.se/claim/';
const LEVEL = /\/loa\/1\.0\/(?:uncertified-)?(?:eidas-(?:nf-)?)?(loa[234]|low|sub|high)(?:-nonresident)?$/;
const LEVELS: Readonly<Record<string, Assurance>> = {
  low: 'loa2',
  sub: 'loa3',
  high: 'loa4',
  loa2: 'loa2',
  loa3: 'loa3',
  loa4: 'loa4'
};
const ROLES: readonly Role[] = [
  'caseworker',
  'manager',
  'registrar',
  'secretary',
  'contact-centre',
  'archivist',
  'administrator'
];

type Claims = Readonly<Record<string, unknown>>;

/** Which claims say who a colleague is and what groups they are in, where the directory has names of its own for that. */
export interface ClaimNames {
  readonly subject?: string;
  readonly groups?: string;
}

const text = (claims: Claims, name: string): string | null => {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/**
 * Who an ID token speaks of, by the Swedish OIDC profile (id.oidc.se) and, for staff, the claim `memberships`:
 * `[{ organ, unit, role }]`, unit null for all, and the claim of groups, a list of texts. A level of assurance that we do not know is
 * none. Pure.
 */
export function readClaims(issuer: string, claims: Claims, called: ClaimNames = {}): Identity {
  const subject = text(claims, called.subject ?? 'sub') ?? '';
  const groups = claims[called.groups ?? 'groups'];
  const names = [text(claims, 'given_name'), text(claims, 'family_name')].filter((name) => name !== null).join(' ');
  const number = text(claims, `${CLAIM}personalIdentityNumber`) ?? text(claims, `${CLAIM}coordinationNumber`);
  return {
    issuer,
    subject,
    name: text(claims, 'name') ?? (names || subject),
    personnummer: number && /^\d{12}$/.test(number) ? number : null,
    assurance: LEVELS[LEVEL.exec(text(claims, 'acr') ?? '')?.[1] ?? ''] ?? 'none',
    memberships: Array.isArray(claims.memberships) ? claims.memberships.flatMap(readMembership) : null,
    ...(Array.isArray(groups) && { groups: groups.filter((group) => typeof group === 'string') })
  };
}

function readMembership(claim: unknown): Membership[] {
  if (typeof claim !== 'object' || claim === null) return [];
  const fields: Claims = { ...claim };
  const organ = text(fields, 'organ');
  const role = ROLES.find((known) => known === fields.role);
  return organ && role ? [{ organ, unit: text(fields, 'unit'), role }] : [];
}
