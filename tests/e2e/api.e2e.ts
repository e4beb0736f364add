import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';

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

async function fileOne(key = randomUUID()) {
  const { body: type } = await get('/api/v1/case-types/felanmalan');
  const urgency = type.form.schema.properties.urgency;
  const first = (property: { enum?: string[]; oneOf?: { const: string }[] }) =>
    property.enum?.[0] ?? property.oneOf?.[0]?.const;
  const chosen = { ...answers, urgency: first(urgency), litterFault: first(type.form.schema.properties.litterFault) };
  const what = type.form.schema.properties.what;
  const litter = (what.enum ?? what.oneOf.map((option: { const: string }) => option.const)).find((value: string) =>
    /skrap/.test(value)
  );
  return post(
    '/api/v1/cases',
    { caseType: 'felanmalan', answers: { ...chosen, what: litter } },
    { 'idempotency-key': key }
  );
}

describe('another system', () => {
  it('finds the case types and the form of each', async () => {
    const { body } = await get('/api/v1/case-types');
    const slugs = body.caseTypes.map(({ slug }: { slug: string }) => slug);
    expect(slugs).toEqual(expect.arrayContaining(['bygglov', 'felanmalan', 'utlamnande']));
    expect((await get('/api/v1/case-types/bygglov')).body.form.schema.type).toBe('object');
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

  it('finds every path of the contract answered', async () => {
    const { body } = await get('/api/v1/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const paths = Object.entries<Record<string, unknown>>(body.paths);
    const answered = await Promise.all(
      paths.map(async ([path, methods]) => {
        const at = address(path.replace('{slug}', 'felanmalan').replace('{token}', 'x'.repeat(32)));
        const method = 'get' in methods ? 'GET' : 'POST';
        const response = await fetch(at, {
          method,
          ...(method === 'POST' && { body: '{}', headers: { 'content-type': 'application/json' } })
        });
        return [path, response.headers.get('content-type')?.includes('json')];
      })
    );
    expect(answered).toEqual(paths.map(([path]) => [path, true]));
  });
});
