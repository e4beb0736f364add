import type { Json, JsonObject } from '../definition/json.ts';
import { isObject } from '../form/pointer.ts';
import { fault, type ScimFault } from './fault.ts';
import { inOwnNames } from './patch.ts';
import { isUuid } from '../uuid.ts';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

/** When something was made and changed, and how often: what `meta` and the ETag say. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** A colleague as the directory keeps them. */
export interface UserFacts {
  readonly userName: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly active: boolean;
}

export interface GroupFacts {
  readonly name: string;
  readonly externalId: string | null;
  /** Ids of users. */
  readonly members: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export const etagOf = ({ version }: Pick<Versioned, 'version'>): string => `W/"${version}"`;

const metaOf = (kind: 'User' | 'Group', row: Versioned, base: string): JsonObject => ({
  resourceType: kind,
  created: new Date(row.createdAt).toISOString(),
  lastModified: new Date(row.changedAt).toISOString(),
  location: `${base}/${kind}s/${row.id}`,
  version: etagOf(row)
});

/** The last word is the family name: what a directory shows, never what we look for. */
function nameOf(name: string): JsonObject {
  const words = name.split(' ');
  const familyName = words.pop() ?? '';
  return words.length === 0 ? { formatted: name } : { formatted: name, givenName: words.join(' '), familyName };
}

export const userResource = (
  row: UserFacts & Versioned & { readonly groups: readonly Named[] },
  base: string
): JsonObject => ({
  schemas: [USER],
  id: row.id,
  ...(row.externalId !== null && { externalId: row.externalId }),
  userName: row.userName,
  name: nameOf(row.name),
  displayName: row.name,
  ...(row.title !== null && { title: row.title }),
  active: row.active,
  ...(row.email !== null && { emails: [{ value: row.email, type: 'work', primary: true }] }),
  groups: row.groups.map(({ id, name }) => ({
    value: id,
    display: name,
    $ref: `${base}/Groups/${id}`,
    type: 'direct'
  })),
  meta: metaOf('User', row, base)
});

export const groupResource = (
  row: Omit<GroupFacts, 'members'> & Versioned & { readonly members: readonly Named[] },
  base: string
): JsonObject => ({
  schemas: [GROUP],
  id: row.id,
  ...(row.externalId !== null && { externalId: row.externalId }),
  displayName: row.name,
  members: row.members.map(({ id, name }) => ({ value: id, display: name, $ref: `${base}/Users/${id}`, type: 'User' })),
  meta: metaOf('Group', row, base)
});

const MOST = 200;
const text = (value: Json | undefined): string | null => {
  const said = typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '';
  return said === '' ? null : said.slice(0, MOST);
};

/** The name that a user is said to have; of two that differ, the one that is other than before. */
function readName({ displayName, name }: JsonObject, before: string | null): string | null {
  const parts = name !== undefined && isObject(name) ? name : {};
  const whole = [text(parts['givenName']), text(parts['familyName'])].filter((part) => part !== null).join(' ');
  const said = [text(displayName), text(parts['formatted']), whole || null].filter((one) => one !== null);
  return said.find((one) => one !== before) ?? said[0] ?? before;
}

/** Some directories write truth as a text. */
const readFlag = (value: Json | undefined): boolean | undefined =>
  value === undefined
    ? true
    : typeof value === 'boolean'
      ? value
      : /^(true|false)$/i.test(String(value))
        ? /^true$/i.test(String(value))
        : undefined;

const readEmail = (value: Json | undefined): string | null => {
  const emails = Array.isArray(value) ? value.filter((one) => isObject(one)) : [];
  const chosen = emails.find(({ primary }) => readFlag(primary ?? false)) ?? emails.find(({ type }) => type === 'work');
  return text((chosen ?? emails[0])?.['value']);
};

/** What a user resource says. Attributes that are not kept here are passed over (RFC 7644, 3.3). Pure. */
export function readUser(resource: JsonObject, before: string | null = null): UserFacts | ScimFault {
  const said = inOwnNames(resource);
  const userName = text(said['userName']);
  const active = readFlag(said['active']);
  if (userName === null) return fault(400, 'A user has a userName.', 'invalidValue');
  if (active === undefined) return fault(400, 'active is true or false.', 'invalidValue');
  const email = readEmail(said['emails']);
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email))
    return fault(400, 'An e-mail address is none.', 'invalidValue');
  const name = readName(said, before) ?? userName;
  return { userName, name, email, active, externalId: text(said['externalId']), title: text(said['title']) };
}

export function readGroup(resource: JsonObject): GroupFacts | ScimFault {
  const said = inOwnNames(resource);
  const name = text(said['displayName']);
  if (name === null) return fault(400, 'A group has a displayName.', 'invalidValue');
  const written = said['members'] ?? [];
  const members = (Array.isArray(written) ? written : [written]).map((one) =>
    isObject(one) && typeof one['value'] === 'string' ? one['value'].toLowerCase() : ''
  );
  if (members.some((id) => !isUuid(id))) return fault(400, 'A member is named by the id of a user.', 'invalidValue');
  return { name, externalId: text(said['externalId']), members: [...new Set(members)] };
}
