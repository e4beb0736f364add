import type { JsonObject } from '../definition/json.ts';
import { fault, type ScimFault } from './fault.ts';
import { GROUP, USER } from './resources.ts';

/** How many resources a list has at most. */
export const MOST_RESULTS = 200;

const supported = (is: boolean) => ({ supported: is });

/** What of SCIM there is here (RFC 7643, 5). */
export const serviceProviderConfig = (base: string): JsonObject => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: supported(true),
  bulk: { ...supported(false), maxOperations: 0, maxPayloadSize: 0 },
  filter: { ...supported(true), maxResults: MOST_RESULTS },
  changePassword: supported(false),
  sort: supported(false),
  etag: supported(true),
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Service account',
      description: 'The token of a service account that may provision people, made at /admin/api.',
      primary: true
    }
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` }
});

const type = (name: 'User' | 'Group', schema: string, base: string): JsonObject => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id: name,
  name,
  endpoint: `/${name}s`,
  schema,
  meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` }
});

export const resourceTypes = (base: string): JsonObject[] => [type('User', USER, base), type('Group', GROUP, base)];

interface Said {
  readonly type?: 'string' | 'boolean' | 'complex' | 'reference';
  readonly multiValued?: boolean;
  readonly required?: boolean;
  readonly caseExact?: boolean;
  readonly mutability?: 'readWrite' | 'readOnly' | 'immutable';
  readonly uniqueness?: 'none' | 'server';
  readonly subAttributes?: JsonObject[];
}

const attribute = (name: string, description: string, said: Said = {}): JsonObject => ({
  ...{ name, description, type: 'string', multiValued: false, required: false, caseExact: false },
  ...{ mutability: 'readWrite', returned: 'default', uniqueness: 'none' },
  ...said
});

const several = (name: string, description: string, subAttributes: JsonObject[], said: Said = {}) =>
  attribute(name, description, { type: 'complex', multiValued: true, subAttributes, ...said });

const externalId = attribute('externalId', 'What the directory calls it; what the login calls a user.', {
  caseExact: true
});

const schema = (id: string, name: string, attributes: JsonObject[], base: string): JsonObject => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id,
  name,
  attributes,
  meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` }
});

/** What is kept of users and groups (RFC 7643, 4 and 7). */
export const schemas = (base: string): JsonObject[] => [
  schema(
    USER,
    'User',
    [
      attribute('userName', 'The name in the directory.', { required: true, uniqueness: 'server' }),
      externalId,
      attribute('displayName', 'The name that is shown.'),
      attribute('name', 'The parts of the name; kept as one.', {
        type: 'complex',
        subAttributes: [
          attribute('formatted', 'The whole name.'),
          attribute('givenName', 'Given name.'),
          attribute('familyName', 'Family name.')
        ]
      }),
      attribute('title', 'What the person works as.'),
      attribute('active', 'Whether the person works here; one who does not has no right.', { type: 'boolean' }),
      several('emails', 'Addresses; the primary one is kept.', [
        attribute('value', 'The address.'),
        attribute('type', 'What it is for.'),
        attribute('primary', 'Whether it is the one to use.', { type: 'boolean' })
      ]),
      several(
        'groups',
        'The groups that the user is in.',
        [
          attribute('value', 'The id of the group.', { mutability: 'readOnly' }),
          attribute('display', 'Its name.', { mutability: 'readOnly' }),
          attribute('$ref', 'Its address.', { type: 'reference', mutability: 'readOnly' })
        ],
        { mutability: 'readOnly' }
      )
    ],
    base
  ),
  schema(
    GROUP,
    'Group',
    [
      attribute('displayName', 'The name that is shown.', { required: true, uniqueness: 'server' }),
      externalId,
      several('members', 'The users in it.', [
        attribute('value', 'The id of the user.', { mutability: 'immutable' }),
        attribute('display', 'Their name.', { mutability: 'readOnly' }),
        attribute('$ref', 'Their address.', { type: 'reference', mutability: 'immutable' })
      ])
    ],
    base
  )
];

/** All of them as a list, or the one that is named. */
export function listedOrOne(all: readonly JsonObject[], id: string | undefined): JsonObject | ScimFault {
  if (id !== undefined) return all.find((one) => one['id'] === id) ?? fault(404, 'There is no such resource.');
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: all.length,
    startIndex: 1,
    itemsPerPage: all.length,
    Resources: [...all]
  };
}
