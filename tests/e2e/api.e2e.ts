import { randomUUID } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { logInAsStaff } from '../support/test-phone.ts';
import { visitor } from '../support/visitor.ts';

const address = (path: string) => new URL(path, inject('address'));
const get = async (path: string | URL) => {
  const response = await fetch(address(String(path)));
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
};
async function post(path: string | URL, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(address(String(path)), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body)
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

const answers = {
  urgency: 'kan-vanta',
  what: 'skrap',
  litterFault: 'nedskrapning',
  description: 'Sopor vid rondellen.',
  address: 'Storgatan 1',
  wantsAnswer: false
};

/** The least image that is one. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
);

/** Asserts that something is as the contract says of it. */
async function conforms(schema: string, value: unknown) {
  const { components } = (await get('/api/v1/openapi.json')).body;
  const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true } });
  ajv.addSchema({ $id: 'contract', components });
  expect([schema, ajv.validate({ $ref: `contract#/components/schemas/${schema}` }, value), ajv.errors]).toEqual([
    schema,
    true,
    null
  ]);
}

/** Answers that the form of the fault report takes. */
function fitting(type: {
  form: { schema: { properties: Record<string, { enum?: string[]; oneOf?: { const: string }[] }> } };
}) {
  const { urgency, litterFault, what } = type.form.schema.properties;
  const options = (property: typeof urgency) => property?.enum ?? property?.oneOf?.map((option) => option.const) ?? [];
  return {
    ...answers,
    urgency: options(urgency)[0],
    litterFault: options(litterFault)[0],
    what: options(what).find((value) => /skrap/.test(value))
  };
}

async function fileOne(key = randomUUID()) {
  const { body: type } = await get('/api/v1/case-types/felanmalan');
  return post('/api/v1/cases', { caseType: 'felanmalan', answers: fitting(type) }, { 'idempotency-key': key });
}

describe('another system', () => {
  it('finds the case types and the form of each', async () => {
    const { body } = await get('/api/v1/case-types');
    const slugs = body.caseTypes.map(({ slug }: { slug: string }) => slug);
    expect(slugs).toEqual(expect.arrayContaining(['bygglov', 'felanmalan', 'utlamnande']));
    expect((await get('/api/v1/case-types/bygglov')).body.form.schema.type).toBe('object');
  });

  it('may keep its connection for longer than a proxy keeps one', async () => {
    const { headers } = await fetch(address('/healthz'));
    expect(headers.get('keep-alive')).toBe('timeout=75');
  });

  it('files, reads where the case stands and sends an event', async () => {
    const filed = await fileOne();
    expect(filed).toMatchObject({ status: 201, body: { number: expect.any(String) } });
    const status = await get(filed.body.status);
    expect(status).toMatchObject({ status: 200, body: { number: filed.body.number, isDone: false } });
    expect(JSON.stringify(status.body)).not.toContain('Storgatan');
    const [{ event }] = status.body.events;
    const sent = await post(`${filed.body.status}/events`, { event, seq: status.body.seq });
    expect(sent.status).toBe(200);
  });

  it('opens one case by one key, however often it asks', async () => {
    const key = randomUUID();
    const [one, two] = [await fileOne(key), await fileOne(key)];
    expect(two.body.number).toBe(one.body.number);
  });

  it.each([
    { what: 'wrong answers', body: { caseType: 'felanmalan', answers: {} }, status: 422, code: 'form.answers_invalid' },
    { what: 'an unknown case type', body: { caseType: 'x', answers: {} }, status: 404, code: 'case_type.not_found' },
    {
      what: 'one that asks who one is',
      body: { caseType: 'bygglov', answers: {} },
      status: 403,
      code: 'access.denied'
    },
    { what: 'what is no JSON', body: '{', status: 422, code: 'form.answers_invalid' }
  ])('gets a problem document for $what', async ({ body, status, code }) => {
    const refused = await post('/api/v1/cases', body);
    expect(refused).toMatchObject({ status, type: 'application/problem+json', body: { status, code } });
  });

  it('gets 409 for an event that the case does not expect, and 415 for another media type', async () => {
    const filed = await fileOne();
    const refused = await post(`${filed.body.status}/events`, { event: 'xstate.done.actor.betalning' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'flow.event_not_allowed' } });
    const other = await post('/api/v1/cases', 'x', { 'content-type': 'text/xml' });
    expect(other).toMatchObject({ status: 415, body: { code: 'api.unsupported_media_type' } });
  });

  it('uploads a photo first, and files with it once, however often it asks', async () => {
    const begun = await post('/api/v1/drafts', { caseType: 'felanmalan' });
    expect(begun).toMatchObject({ status: 201 });
    const upload = (query: string, type = 'application/octet-stream', body: Uint8Array = PNG) =>
      fetch(address(`/api/v1/drafts/${begun.body.draft}/files?${query}`), {
        method: 'POST',
        headers: { 'content-type': type },
        body: new Blob([Uint8Array.from(body)])
      });
    const kept = await upload('field=/photos&name=hal.png');
    expect(kept.status).toBe(201);
    const photo = await kept.json();
    expect(photo).toMatchObject({ name: 'hal.png', type: 'image/png', size: PNG.length });
    expect((await upload('field=/photos&name=hal.png', 'image/png')).status).toBe(415);
    expect((await upload('field=/what&name=hal.png')).status).toBe(422);
    const forbidden = await upload('field=/photos&name=x.txt', 'application/octet-stream', Buffer.from('text'));
    expect(await forbidden.json()).toMatchObject({ code: 'file.type_not_allowed' });

    const { body: type } = await get('/api/v1/case-types/felanmalan');
    const wish = { caseType: 'felanmalan', draft: begun.body.draft, answers: { ...fitting(type), photos: [photo] } };
    const lie = { ...wish, answers: { ...wish.answers, photos: [{ ...photo, type: 'application/pdf' }] } };
    expect(await post('/api/v1/cases', lie)).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/photos', code: 'const' }] }
    });
    const stranger = { ...wish, draft: wish.draft.replace(/.{4}$/, 'AAAA') };
    expect(await post('/api/v1/cases', stranger)).toMatchObject({ status: 404, body: { code: 'draft.not_found' } });
    const again = { 'idempotency-key': randomUUID() };
    const filed = await post('/api/v1/cases', wish, again);
    expect(filed).toMatchObject({ status: 201 });
    expect((await post('/api/v1/cases', wish, again)).body.number).toBe(filed.body.number);
    expect(await post('/api/v1/cases', wish)).toMatchObject({ status: 404, body: { code: 'draft.not_found' } });
  });

  it('gets a problem document also where nothing of ours answers', async () => {
    const problem = (status: number, code: string) => ({ status, type: 'application/problem+json', body: { code } });
    expect(await get('/api/v1/nothing')).toMatchObject(problem(404, 'api.not_found'));
    expect(await get('/api/v1/cases')).toMatchObject(problem(405, 'api.method_not_allowed'));
    expect(await get(`/api/v1/cases/${randomUUID()}`)).toMatchObject(problem(401, 'api.token_invalid'));
    const token = { authorization: 'Bearer smedja_wrong' };
    const wish = { caseType: 'felanmalan', answers: {} };
    expect(await post('/api/v1/cases', wish, token)).toMatchObject(problem(401, 'api.token_invalid'));
    expect(await post('/api/v1/cases', { ...wish, channel: 'letter' })).toMatchObject(problem(403, 'access.denied'));
  });

  it('is told what it may send instead of what the case does not expect', async () => {
    const filed = await fileOne();
    const refused = await post(`${filed.body.status}/events`, { event: 'avsluta' });
    const { events } = (await get(filed.body.status)).body;
    expect(refused.body.params.allowed).toEqual(events.map(({ event }: { event: string }) => event));
  });
});

describe('a system that an administrator lets in', () => {
  it(
    'files for somebody what came by letter, reads where it stands, and is shut out',
    { timeout: 90_000 },
    async () => {
      const browser = await openBrowser();
      const rasmus = await visitor(browser, inject('address'), { javaScript: true, width: 1200 });
      const { page, press, inspect } = rasmus;
      await logInAsStaff(page, '/admin/api', 'Rasmus Ek');
      await inspect();
      await page.getByLabel('Systemets namn').fill('Postöppningen');
      await page.getByLabel('Registrerar åt').selectOption({ label: 'Samhällsbyggnadsnämnden' });
      await press('Skapa nyckel');
      const token = await page.locator('code.token').innerText();
      await inspect();

      const header = { authorization: `Bearer ${token}` };
      const applicant = {
        kind: 'person',
        name: 'Gunnar Sjöberg',
        street: 'Norra Byn 118',
        postalCode: '812 93',
        city: 'Ålvik'
      };
      const wish = { caseType: 'bygglov', channel: 'letter', arrivedOn: '2026-01-07', applicant, answers: {} };
      const filed = await post('/api/v1/cases', wish, header);
      expect(filed).toMatchObject({ status: 201, body: { case: expect.any(String) } });
      const read = () => fetch(filed.body.case, { headers: header });
      const status = await (await read()).json();
      expect(status).toMatchObject({ number: filed.body.number, caseType: 'bygglov' });
      await conforms('Status', status);
      await conforms('Filed', filed.body);

      const bad = await post('/api/v1/cases', { ...wish, channel: 'phone' }, header);
      expect(bad).toMatchObject({ status: 422, body: { params: { allowed: ['e-mail', 'letter', 'visit'] } } });
      await conforms('Problem', bad.body);
      expect(await post('/api/v1/cases', { ...wish, caseType: 'livsmedelskontroll' }, header)).toMatchObject({
        status: 403
      });

      await press('Återkalla: Postöppningen');
      await inspect();
      expect((await read()).status).toBe(401);
      await rasmus.leave();
      await browser.close();
    }
  );
});

describe('the contract', () => {
  it('finds every path answered', async () => {
    const { body } = await get('/api/v1/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const paths = Object.entries<Record<string, unknown>>(body.paths);
    await conforms('CaseTypeWithForm', (await get('/api/v1/case-types/felanmalan')).body);
    for (const one of (await get('/api/v1/case-types')).body.caseTypes) await conforms('CaseType', one);
    const answered = await Promise.all(
      paths.map(async ([path, methods]) => {
        const at = address(path.replace('{slug}', 'felanmalan').replace(/\{\w+\}/, 'x'.repeat(32)));
        const method = 'get' in methods ? 'GET' : 'POST';
        const response = await fetch(at, {
          method,
          ...(method === 'POST' && { body: '{}', headers: { 'content-type': 'application/json' } })
        });
        await response.arrayBuffer();
        return [path, response.headers.get('content-type')?.includes('json')];
      })
    );
    expect(answered).toEqual(paths.map(([path]) => [path, true]));
  });
});
