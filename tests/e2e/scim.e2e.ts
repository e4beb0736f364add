import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { addServiceAccount } from '#runtime/identity/service-accounts.server.ts';
import { startSession } from '#runtime/identity/sessions.server.ts';
import { openStage, type Stage } from '../support/stage.ts';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

let stage: Stage;
let token: string;
let otherToken: string;
beforeAll(async () => {
  stage = await openStage();
  const actor = stage.colleague('administrator', 'kommunstyrelsen');
  const account = async (scope: string) => {
    const wish = { actor, name: `Katalogen ${scope}`, organ: 'kommunstyrelsen', scopes: [scope] };
    const made = await addServiceAccount(wish, new Date());
    return isRefusal(made) ? expect.unreachable(made.refused) : made.token;
  };
  [token, otherToken] = [await account('people:provision'), await account('cases:read')];
});
afterAll(() => stage?.close());

interface Sent {
  readonly body?: object;
  readonly headers?: Record<string, string>;
  readonly bearer?: string;
}

async function scim(method: string, path: string, { body, headers, bearer = token }: Sent = {}) {
  const response = await fetch(new URL(`/scim/v2${path}`, inject('address')), {
    method,
    headers: {
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(body && { 'content-type': 'application/scim+json' }),
      ...headers
    },
    ...(body && { body: JSON.stringify(body) })
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    etag: response.headers.get('etag'),
    location: response.headers.get('location'),
    body: text === '' ? null : JSON.parse(text)
  };
}

const said = (more: object = {}) => {
  const userName = `Test.${randomUUID()}@lindsjo.example`;
  return {
    schemas: [USER],
    userName,
    name: { givenName: 'Test', familyName: 'Person' },
    emails: [{ value: userName, type: 'work', primary: true }],
    ...more
  };
};
const addUser = async (more: object = {}) => (await scim('POST', '/Users', { body: said(more) })).body;
const patch = (path: string, ...Operations: object[]) =>
  scim('PATCH', path, { body: { schemas: [PATCH_OP], Operations } });
const isInvalid = (status: number, scimType?: string) => ({
  status,
  type: 'application/scim+json',
  body: {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    detail: expect.any(String),
    ...(scimType && { scimType })
  }
});

describe('the directory of the municipality, by SCIM 2.0', { timeout: 60_000 }, () => {
  it('is let in by a token that is for it, and by no other', async () => {
    for (const path of ['/Users', '/Groups', '/ServiceProviderConfig', '/Schemas', '/ResourceTypes']) {
      expect(await scim('GET', path, { bearer: '' })).toMatchObject(isInvalid(401));
      expect(await scim('GET', path, { bearer: 'smedja_wrong' })).toMatchObject(isInvalid(401));
      expect(await scim('GET', path, { bearer: otherToken })).toMatchObject(isInvalid(403));
      expect(await scim('GET', path)).toMatchObject({ status: 200, type: 'application/scim+json' });
    }
    expect(await scim('POST', '/Users', { bearer: otherToken, body: said() })).toMatchObject(isInvalid(403));
  });

  it('is told what there is: configuration, schemas and types, and errors in its own words', async () => {
    expect((await scim('GET', '/ServiceProviderConfig')).body).toMatchObject({
      patch: { supported: true },
      filter: { supported: true, maxResults: 200 },
      etag: { supported: true },
      bulk: { supported: false }
    });
    expect((await scim('GET', `/Schemas/${USER}`)).body).toMatchObject({ id: USER, name: 'User' });
    expect((await scim('GET', '/Schemas')).body).toMatchObject({ totalResults: 2 });
    expect((await scim('GET', '/ResourceTypes/Group')).body).toMatchObject({ endpoint: '/Groups', schema: GROUP });
    expect(await scim('GET', '/Schemas/other')).toMatchObject(isInvalid(404));
    expect(await scim('GET', '/Nothing')).toMatchObject(isInvalid(404));
    expect(await scim('DELETE', '/Users')).toMatchObject(isInvalid(405));
    const other = { body: said(), headers: { 'content-type': 'application/xml' } };
    expect(await scim('POST', '/Users', other)).toMatchObject(isInvalid(415));
  });

  it('adds a user, finds it by eq, and adds none twice', async () => {
    const externalId = randomUUID();
    const body = said({ title: 'Handläggare', externalId, active: true, nickName: 'unknown' });
    const made = await scim('POST', '/Users', { body });
    expect(made).toMatchObject({
      status: 201,
      etag: 'W/"1"',
      body: { userName: body.userName, displayName: 'Test Person', title: 'Handläggare', active: true, groups: [] }
    });
    expect(made.body).not.toHaveProperty('nickName');
    expect(made.location).toBe(made.body.meta.location);
    expect((await scim('GET', `/Users/${made.body.id}`)).body).toEqual(made.body);
    for (const filter of [
      `userName eq "${body.userName.toUpperCase()}"`,
      `externalId eq "${externalId}" and active eq true`,
      `${USER}:userName Eq "${body.userName}"`,
      `id eq "${made.body.id}"`,
      `emails.value eq "${body.userName}"`
    ]) {
      const found = await scim('GET', `/Users?filter=${encodeURIComponent(filter)}`);
      expect([filter, found.body.totalResults, found.body.Resources[0]?.id]).toEqual([filter, 1, made.body.id]);
    }
    const none = await scim('GET', `/Users?filter=${encodeURIComponent(`userName eq "x' or 1=1 --"`)}`);
    expect(none.body).toMatchObject({ totalResults: 0, Resources: [] });
    for (const filter of ['userName co "x"', 'password eq "x"', 'userName eq', 'userName eq "x" or id eq "y"'])
      expect(await scim('GET', `/Users?filter=${encodeURIComponent(filter)}`)).toMatchObject(
        isInvalid(400, 'invalidFilter')
      );
    expect(await scim('POST', '/Users', { body })).toMatchObject(isInvalid(409, 'uniqueness'));
    expect(await scim('POST', '/Users', { body: { name: {} } })).toMatchObject(isInvalid(400, 'invalidValue'));
    expect(await scim('GET', '/Users/no-such')).toMatchObject(isInvalid(404));
  });

  it('reads page by page, each user once', async () => {
    for (let made = 0; made < 3; made += 1) await addUser();
    const { totalResults } = (await scim('GET', '/Users?count=0')).body;
    const seen: string[] = [];
    for (let start = 1; start <= totalResults; start += 7) {
      const { body } = await scim('GET', `/Users?startIndex=${start}&count=7`);
      expect(body).toMatchObject({ totalResults, startIndex: start, itemsPerPage: body.Resources.length });
      seen.push(...body.Resources.map(({ id }: { id: string }) => id));
    }
    expect([seen.length, new Set(seen).size]).toEqual([totalResults, totalResults]);
    expect((await scim('GET', '/Users?startIndex=-3&count=-1')).body).toMatchObject({ startIndex: 1, Resources: [] });
    expect(await scim('GET', '/Users?count=many')).toMatchObject(isInvalid(400, 'invalidValue'));
    const short = (await scim('GET', '/Users?count=1&attributes=userName')).body.Resources[0];
    expect(Object.keys(short).sort()).toEqual(['id', 'schemas', 'userName']);
  });

  it('changes a user by PUT and PATCH, as directories really write it', async () => {
    const { id, userName } = await addUser();
    const put = { schemas: [USER], userName, displayName: 'Ny Namnsson', title: 'Chef' };
    expect((await scim('PUT', `/Users/${id}`, { body: put })).body).toMatchObject({
      displayName: 'Ny Namnsson',
      title: 'Chef'
    });
    expect((await scim('GET', `/Users/${id}`)).body).not.toHaveProperty('emails');
    const changed = await patch(
      `/Users/${id}`,
      { op: 'Replace', path: 'name.familyName', value: 'Gift' },
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'ny@lindsjo.example' },
      { op: 'remove', path: 'title' },
      { op: 'replace', value: { externalId: 'e-1' + id, [`${USER}:active`]: 'True' } },
      { op: 'add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'IT' }
    );
    expect(changed).toMatchObject({
      status: 200,
      body: { displayName: 'Ny Gift', emails: [{ value: 'ny@lindsjo.example' }], externalId: `e-1${id}`, active: true }
    });
    expect(changed.body).not.toHaveProperty('title');
    expect(await patch(`/Users/${id}`, { op: 'replace', path: 'id', value: 'x' })).toMatchObject(
      isInvalid(400, 'mutability')
    );
    expect(await patch(`/Users/${id}`, { op: 'move', path: 'title' })).toMatchObject(isInvalid(400, 'invalidSyntax'));
    expect(await patch(`/Users/${id}`, { op: 'remove' })).toMatchObject(isInvalid(400, 'noTarget'));
    expect(
      await patch(`/Users/${id}`, { op: 'replace', path: 'emails[type eq "home"].value', value: 'x' })
    ).toMatchObject(isInvalid(400, 'noTarget'));
    expect(await patch(`/Users/${id}`, { op: 'replace', path: 'title[', value: 'x' })).toMatchObject(
      isInvalid(400, 'invalidPath')
    );
    // All or nothing: the first of these does not stay.
    await patch(`/Users/${id}`, { op: 'add', path: 'title', value: 'Kvar' }, { op: 'remove', path: 'meta' });
    expect((await scim('GET', `/Users/${id}`)).body).not.toHaveProperty('title');
  });

  it('changes only what it has seen, when it says what that was', async () => {
    const { id, userName } = await addUser();
    const first = await scim('GET', `/Users/${id}`);
    const seen = { 'if-none-match': first.etag ?? '' };
    expect((await scim('GET', `/Users/${id}`, { headers: seen })).status).toBe(304);
    await patch(`/Users/${id}`, { op: 'add', path: 'title', value: 'Chef' });
    expect((await scim('GET', `/Users/${id}`, { headers: seen })).status).toBe(200);
    const late = { headers: { 'if-match': first.etag ?? '' } };
    const body = { schemas: [USER], userName };
    expect(await scim('PUT', `/Users/${id}`, { body, ...late })).toMatchObject(isInvalid(412));
    expect(await scim('DELETE', `/Users/${id}`, late)).toMatchObject(isInvalid(412));
    expect((await scim('PUT', `/Users/${id}`, { body, headers: { 'if-match': '*' } })).status).toBe(200);
  });

  it('gives roles by a group, and takes every right at once from who is no longer active', async () => {
    const { id, userName } = await addUser();
    const group = await scim('POST', '/Groups', { body: { schemas: [GROUP], displayName: `Grupp ${id}` } });
    expect(group).toMatchObject({ status: 201, body: { members: [] } });
    const at = `/Groups/${group.body.id}`;
    await stage.sql.query(
      `insert into group_role (id, group_id, organ_key, role, from_day) values ($1, $2, 'tekniska-namnden', 'caseworker', '2020-01-01')`,
      [randomUUID(), group.body.id]
    );
    const session = await startSession(id, 'staff');
    const desk = async () => {
      const response = await fetch(new URL('/handlaggning', inject('address')), {
        headers: { cookie: `session=${session}` },
        redirect: 'manual'
      });
      await response.arrayBuffer();
      return response;
    };
    expect((await desk()).status).toBe(403);
    const added = await patch(at, { op: 'Add', path: 'members', value: [{ value: id }] });
    expect(added.body.members).toMatchObject([{ value: id, display: 'Test Person', type: 'User' }]);
    expect((await desk()).status).toBe(200);
    expect((await scim('GET', `/Users/${id}`)).body.groups).toMatchObject([{ value: group.body.id }]);
    expect((await scim('GET', `${at}?excludedAttributes=members`)).body).not.toHaveProperty('members');
    await patch(at, { op: 'remove', path: `members[value eq "${id}"]` });
    expect((await desk()).status).toBe(403);
    await patch(at, { op: 'replace', path: 'members', value: [{ value: id }, { value: id }] });
    expect((await desk()).status).toBe(200);

    const gone = await patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' });
    expect(gone.body.active).toBe(false);
    expect((await desk()).status).toBe(303);
    const back = await patch(`/Users/${id}`, { op: 'replace', path: 'active', value: true });
    expect(back.body).toMatchObject({ active: true, groups: [] });
    expect((await desk()).status).toBe(303);

    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204);
    expect(await scim('GET', `/Users/${id}`)).toMatchObject(isInvalid(404));
    const { rows } = await stage.sql.query('select name from person where id = $1', [id]);
    expect(rows).toEqual([{ name: 'Test Person' }]);
    expect(await scim('POST', '/Users', { body: said({ userName }) })).toMatchObject({ status: 201, body: { id } });
    expect(await patch(at, { op: 'add', path: 'members', value: [{ value: randomUUID() }] })).toMatchObject(
      isInvalid(400, 'invalidValue')
    );
    expect((await scim('DELETE', at)).status).toBe(204);
    expect(await scim('GET', at)).toMatchObject(isInvalid(404));
  });

  it('adds two to a group at the same moment, and loses neither', async () => {
    const users = await Promise.all([addUser(), addUser(), addUser(), addUser()]);
    const { body } = await scim('POST', '/Groups', { body: { schemas: [GROUP], displayName: randomUUID() } });
    await Promise.all(
      users.map(({ id }) => patch(`/Groups/${body.id}`, { op: 'add', path: 'members', value: [{ value: id }] }))
    );
    expect((await scim('GET', `/Groups/${body.id}`)).body.members).toHaveLength(4);
  });

  it('does not take the last system administrator', async () => {
    const { rows } = await stage.sql.query<{ id: string }>(
      `select distinct s.person_id as id from system_administrator s join employee e using (person_id) where e.left_at is null and s.to_day is null`
    );
    const outcomes = await Promise.all(
      rows.map(({ id }) => patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false }))
    );
    const refused = outcomes.filter(({ status }) => status !== 200);
    expect(refused).toMatchObject([isInvalid(400, 'mutability')]);
    const kept = rows.filter((_, index) => outcomes[index]?.status !== 200);
    expect(await scim('DELETE', `/Users/${kept[0]?.id}`)).toMatchObject(isInvalid(400, 'mutability'));
    for (const { id } of rows.filter((one) => !kept.includes(one))) {
      await patch(`/Users/${id}`, { op: 'replace', path: 'active', value: true });
      await stage.sql.query(
        `insert into system_administrator (id, person_id, from_day) values ($1, $2, '2020-01-01')`,
        [randomUUID(), id]
      );
    }
  });

  it('is named in the log as who changed what', async () => {
    const { id } = await addUser();
    const { rows } = await stage.sql.query(
      `select p.name from organisation_log l join person p on l.actor = 'person:' || p.id where l.after->>'person_id' = $1`,
      [id]
    );
    expect(rows).toEqual([{ name: 'Katalogen people:provision' }]);
  });
});
