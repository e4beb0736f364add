import { randomUUID } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { documentOfType } from '#lib/server/design/document-of-type.ts';
import { startDraft } from '#runtime/case/drafts.server.ts';
import { publishedCaseType } from '#runtime/case/publish-case-type.server.ts';
import { isRefusal, type Refusal } from '#runtime/errors/refusal.ts';
import { startSession } from '#runtime/identity/sessions.server.ts';
import { builtRoutes } from '../support/built-routes.ts';
import { openBrowser } from '../support/browser.ts';
import { everybody, type Somebody } from '../support/everybody.ts';
import { IS_WHOLE } from '../support/sample.ts';
import { openStage, type Begun, type Stage } from '../support/stage.ts';
import { altered, deep, hostileJson, hostileText, SENTINEL } from './hostile.ts';

const RUNS = IS_WHOLE ? 400 : 12;
const TOO_LONG_MS = 10_000;
const [HOME, OWNER] = ['samhallsbyggnadsnamnden', 'sofia'];

let stage: Stage;
let browser: Browser;
let people: readonly Somebody[];
let begun: Begun;
let draft: string;
const headersOf = new Map<string, Record<string, string>>();

function got<T extends object>(outcome: T | Refusal): T {
  return isRefusal(outcome) ? expect.unreachable(outcome.refused) : outcome;
}

beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  people = await everybody(stage, { citizens: [OWNER], organs: [HOME] });
  for (const who of people) headersOf.set(who.name, await who.headers());
  begun = await stage.begin({ slug: 'bygglov', scenario: 'aterkallas', by: OWNER }, ['ta-emot']);
  const { versionId } = got(await publishedCaseType('bygglov'));
  const { personId } = stage.citizen(OWNER);
  draft = await startDraft({ personId }, { versionId, days: 30, language: 'sv' }, new Date());
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});
beforeEach(() => void stage.sql.query('delete from rate_limit'));

const as = (name: string) => headersOf.get(name) ?? {};

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: BodyInit;
}

/** Sends, and sees that it is answered in time, and not by a fault of ours. Gives the answer. */
async function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Response> {
  const from = performance.now();
  const response = await fetch(inject('address') + path, {
    ...{ method, headers: { origin: inject('address'), connection: 'close', ...headers }, redirect: 'manual' },
    ...(body !== undefined && { body }),
    signal: AbortSignal.timeout(3 * TOO_LONG_MS)
  });
  const told = `${method} ${path.slice(0, 200)} ${typeof body === 'string' ? body.slice(0, 500) : ''}`;
  if (response.status >= 500) expect.unreachable(`${response.status} to ${told}`);
  const took = performance.now() - from;
  if (took > TOO_LONG_MS) expect.unreachable(`${Math.round(took)} ms for ${told}`);
  return response;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const sendJson = (path: string, body: unknown, { method = 'POST', headers = {} }: Sent = {}) =>
  send(path, {
    method,
    body: typeof body === 'string' ? body : (JSON.stringify(body) ?? 'null'),
    headers: { ...JSON_TYPE, 'idempotency-key': randomUUID(), ...headers }
  });

/** Each run is a round of a few, so that the product has more than one at a time. */
const property = <T>(arbitrary: fc.Arbitrary<T>, work: (value: T) => Promise<unknown>, runs = RUNS) =>
  fc.assert(
    fc.asyncProperty(fc.array(arbitrary, { minLength: 4, maxLength: 4 }), async (values) => {
      await Promise.all(values.map(work));
    }),
    { numRuns: Math.ceil(runs / 4), endOnFailure: true }
  );

const FAULT = {
  ...{ urgency: 'kan_vanta', what: 'gata', streetFault: 'hal', description: 'Ett hål.', address: 'Storgatan 12' },
  ...{ wantsAnswer: true, replyBy: 'epost', email: 'anmalare@exempel.example' }
};

describe('what means ill', { timeout: IS_WHOLE ? 1_800_000 : 90_000 }, () => {
  it('in the address of any page or call is no fault of ours', async () => {
    const gets = builtRoutes().flatMap(({ id, isPage, methods }) => (isPage || methods.includes('GET') ? [id] : []));
    const known: Record<string, string> = { id: begun.caseId, slug: 'bygglov', draft };
    const whoever = ['nobody', `the citizen ${OWNER}`, `caseworker of ${HOME}`, `administrator of ${HOME}`];
    const asked = fc.record({
      route: fc.constantFrom(...gets),
      who: fc.constantFrom(...whoever, 'the system administrator', 'a system for people:provision'),
      text: hostileText.map((text) => text.slice(0, 4000)),
      other: hostileText.map((text) => text.slice(0, 200)),
      keeps: fc.boolean()
    });
    const QUERY = [
      'q',
      'sok',
      'efter',
      'fore',
      'om',
      'visa',
      'lista',
      'typ',
      'seen',
      'till',
      'sida',
      'svar',
      'nummer',
      'filter',
      'count'
    ];
    await property(
      asked,
      async ({ route, who, text, other, keeps }) => {
        const path = route
          .replaceAll(/\/\([^)]+\)/g, '')
          .replaceAll(/\[\[?(\w+)(?:=\w+)?\]?\]/g, (_, name: string) =>
            keeps && known[name] ? known[name] : encoded(text)
          );
        const query = QUERY.map((name) => `${name}=${encoded(other)}`).join('&');
        const response = await send(`${path || '/'}?${query}`, { headers: as(who) });
        await response.body?.cancel();
      },
      2 * RUNS
    );
  });

  it('in cookies and headers is no fault of ours', async () => {
    const value = hostileText.map((text) => text.replaceAll(/[^\u0021-\u007e]/g, '.').slice(0, 3000));
    await property(value, async (text) => {
      const cookie = ['session', 'utkast', 'kvitto', 'sprak', 'betalning'].map((name) => `${name}=${text}`).join('; ');
      const headers = {
        cookie,
        'if-none-match': text,
        'accept-language': text,
        'user-agent': text,
        authorization: `Bearer ${text}`
      };
      await Promise.all(
        [
          '/mina-sidor',
          '/e-tjanster/felanmalan/kvitto',
          '/api/v1/case-types',
          `/api/v1/cases/${begun.caseId}`,
          '/scim/v2/Users'
        ].map((path) => send(path, { headers }))
      );
    });
  });

  it('in an application over the API is refused, or kept as the form says', async () => {
    const { form } = await (await send('/api/v1/case-types/felanmalan')).json();
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const properties: Record<string, object> = form.schema.properties;
    await property(fc.oneof(altered(FAULT), hostileJson), async (answers) => {
      const response = await sendJson('/api/v1/cases', { caseType: 'felanmalan', answers });
      if (response.status !== 201) return;
      const { number } = await response.json();
      const { rows } = await stage.sql.query<{ answers: object }>(
        `select s.answers from submission s join case_ c on c.id = s.case_id where c.number = $1`,
        [number]
      );
      for (const [name, value] of Object.entries(rows[0]?.answers ?? {})) {
        const schema = properties[name];
        if (!schema) expect.unreachable(`${name} is no question`);
        expect([name, value, ajv.validate(schema, value)]).toEqual([name, value, true]);
      }
    });
  });

  it('in bodies of any call is refused', async () => {
    const filed = await (await sendJson('/api/v1/cases', { caseType: 'felanmalan', answers: FAULT })).json();
    const status = new URL(filed.status).pathname;
    const begunDraft = await (await sendJson('/api/v1/drafts', { caseType: 'felanmalan' })).json();
    const registers = as('a system for cases:open');
    const wish = {
      caseType: 'felanmalan',
      answers: FAULT,
      channel: 'phone',
      arrivedOn: '2026-01-07',
      applicant: { kind: 'person', name: 'X' }
    };
    await property(fc.oneof(altered({ event: 'x', answers: {}, seq: 1 }), hostileJson), (body) =>
      sendJson(`${status}/events`, body)
    );
    await property(altered({ caseType: 'felanmalan' }), (body) => sendJson('/api/v1/drafts', body));
    await property(altered(wish), (body) => sendJson('/api/v1/cases', body, { headers: registers }));
    await property(altered({ ...wish, draft: begunDraft.draft }), (body) => sendJson('/api/v1/cases', body));
    for (const body of [
      deep(20_000),
      '{"a":'.repeat(50_000),
      '[]',
      'null',
      '"x"',
      '{"a":1,"a":2}',
      '\ufeff{}',
      '{"__proto__":{"caseType":"felanmalan"}}'
    ])
      for (const path of ['/api/v1/cases', '/api/v1/drafts', `${status}/events`]) await sendJson(path, body);
    expect((await sendJson('/api/v1/cases', JSON.stringify({ a: 'x'.repeat(2_000_000) }))).status).toBe(413);
  });

  it('in files that are sent up is kept as a file, under a name, or refused', async () => {
    const { draft: handle } = await (await sendJson('/api/v1/drafts', { caseType: 'felanmalan' })).json();
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc.constantFrom(
        '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
        '%PDF-1.7\n<script>x()</script>',
        'GIF89a<script>x()</script>',
        'PK\u0003\u0004'
      )
    );
    await property(fc.tuple(hostileText, hostileText, content), async ([name, field, bytes]) => {
      const query = `field=${encoded(name.length % 2 === 0 ? '/photos' : field)}&name=${encoded(name)}`;
      const body = new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)]);
      await send(`/api/v1/drafts/${handle}/files?${query.slice(0, 8000)}`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/octet-stream' } },
        body
      });
    });
  });

  it('in the forms of pages is refused or kept as it was typed', async () => {
    const pages = [
      `/e-tjanster/bygglov/ansok/${draft}/sokande`,
      `/e-tjanster/bygglov/ansok/${draft}/granska`,
      `/mina-sidor/arenden/${begun.caseId}/aterkalla`
    ];
    const names = fc.oneof(
      fc.constantFrom(
        '/name',
        '/email',
        '/postalAddress/street',
        '/costs/0/costAmount',
        '/costs/-1',
        '/drawings',
        'do',
        'key',
        'seq',
        '/__proto__/x',
        'row'
      ),
      hostileText.map((text) => text.slice(0, 200))
    );
    const entries = fc.array(fc.tuple(names, hostileText), { maxLength: 12 });
    await property(fc.tuple(fc.constantFrom(...pages), entries, fc.boolean()), async ([page, posted, asFile]) => {
      const body = new FormData();
      for (const [name, value] of posted)
        if (asFile) body.append(name, new Blob([value]), value.slice(0, 300) || 'x');
        else body.append(name, value);
      await send(page, { method: 'POST', body, headers: { ...as(`the citizen ${OWNER}`), accept: 'text/html' } });
    });
    await property(fc.tuple(fc.constantFrom('assign', 'receipt'), entries), async ([action, posted]) => {
      const body = new FormData();
      for (const [name, value] of [
        ...posted,
        ['to', 'me'],
        ['seq', '1e99'],
        ['key', '\u0000'],
        ['receivedOn', '9999-99-99']
      ] as const)
        body.append(name, value);
      await send(`/handlaggning/arenden/${begun.caseId}?/${action}`, {
        method: 'POST',
        body,
        headers: as(`caseworker of ${HOME}`)
      });
    });
  });

  it('in a form that is torn is refused', async () => {
    const pages = [`/e-tjanster/bygglov/ansok/${draft}/sokande`, `/e-tjanster/bygglov/ansok/${draft}/granska`];
    for (const page of pages)
      for (const type of [
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded'
      ])
        for (const body of [
          '',
          '--x',
          '--x\r\ncontent-disposition: form-data\r\n\r\n1\r\n--x--',
          '%%%=%E0%A4%A&__proto__=1'
        ])
          await send(page, { method: 'POST', body, headers: { ...as(`the citizen ${OWNER}`), 'content-type': type } });
  });

  it('in every form action of those who administer is refused', async () => {
    const actions = builtRoutes().flatMap(({ id, actions: names }) =>
      id.startsWith('/(handlaggning)/') && !id.includes('[')
        ? names.map((name) => `${id.replaceAll(/\/\([^)]+\)/g, '')}?/${name}`)
        : []
    );
    const fields = [
      'name',
      'claim',
      'kind',
      'id',
      'organ',
      'scope',
      'userName',
      'email',
      'title',
      'slug',
      'start',
      'unit',
      'copy',
      'schema',
      'text',
      'how',
      'lastDay',
      'person',
      'case',
      'letter',
      'sentOn',
      'key',
      'seq',
      'draft'
    ];
    await property(
      fc.tuple(fc.constantFrom(...actions), fc.array(hostileText, { minLength: 1, maxLength: 6 }), fc.boolean()),
      async ([action, texts, isFirst]) => {
        const body = new URLSearchParams();
        fields.forEach((field, index) => body.append(field, texts[index % texts.length] ?? ''));
        const path = action.replace('?/default', '');
        const who = isFirst ? 'the system administrator' : `administrator of ${HOME}`;
        await send(path, { method: 'POST', body, headers: { ...as(who), accept: 'text/html' } });
      }
    );
  });

  it('in what a directory provisions is refused by SCIM', async () => {
    const headers = { ...as('a system for people:provision'), 'content-type': 'application/scim+json' };
    const user = () => ({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: randomUUID(),
      name: { givenName: 'A', familyName: 'B' },
      emails: [{ value: 'a@b.example' }],
      active: true
    });
    const patch = {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'name.familyName', value: 'C' }]
    };
    const group = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: randomUUID(), members: [] };
    const { id } = await (await sendJson('/scim/v2/Users', user(), { headers })).json();
    await property(fc.oneof(altered(user()), hostileJson), (body) => sendJson('/scim/v2/Users', body, { headers }));
    await property(altered(user()), (body) => sendJson(`/scim/v2/Users/${id}`, body, { method: 'PUT', headers }));
    await property(altered(patch), (body) => sendJson(`/scim/v2/Users/${id}`, body, { method: 'PATCH', headers }));
    await property(fc.oneof(altered(group), hostileJson), (body) => sendJson('/scim/v2/Groups', body, { headers }));
    await property(hostileText, (text) =>
      send(
        `/scim/v2/Users?filter=${encoded(`userName eq "${text.slice(0, 500)}`)}&startIndex=${encoded(text.slice(0, 50))}`,
        { headers }
      )
    );
    await sendJson('/scim/v2/Users', deep(20_000), { headers });
  });

  it('in a case type is told as what is wrong with it', async () => {
    const { caseType } = got(await publishedCaseType('fraga'));
    const document = documentOfType(caseType);
    const headers = as('a system for case-types:write');
    const edit = {
      seq: 0,
      selection: null,
      entries: [{ id: randomUUID(), patches: [{ op: 'put', path: ['settings', 'slug'], value: 'x' }], inverse: [] }]
    };
    await property(altered({ ...document, templateTexts: {} }), (body) =>
      sendJson('/api/v1/case-types/fraga/check', body, { headers })
    );
    await property(fc.oneof(altered({ ...document, templateTexts: {} }), hostileJson), (body) =>
      sendJson('/api/v1/case-types/fraga/design', body, { method: 'PUT', headers })
    );
    await property(fc.oneof(altered(edit), hostileJson), (body) =>
      sendJson('/admin/arendetyper/bygglov/andringar', body, { headers: as(`administrator of ${HOME}`) })
    );
    for (const path of ['/api/v1/case-types/fraga/check', '/admin/arendetyper/bygglov/andringar'])
      await sendJson(path, deep(20_000), { headers: { ...headers, ...as(`administrator of ${HOME}`) } });
    const file = new FormData();
    file.append('file', new Blob([deep(20_000)]), 'x.json');
    await send('/admin/arendetyper/inlasning?/look', {
      method: 'POST',
      body: file,
      headers: as(`administrator of ${HOME}`)
    });
  });

  it('runs in no page that shows it', async () => {
    const evil = `"><img src=x onerror="window.${SENTINEL}=1"><script>window.${SENTINEL}=1</script>`;
    const answers = { ...FAULT, description: evil, address: evil };
    const filed = await (await sendJson('/api/v1/cases', { caseType: 'felanmalan', answers })).json();
    const { rows } = await stage.sql.query<{ id: string }>('select id from case_ where number = $1', [filed.number]);
    const page = await (await browser.newContext({ baseURL: inject('address') })).newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push('a dialog')));
    const worker = stage.colleague('caseworker', 'tekniska-namnden');
    const value = await startSession(worker.personId, 'staff');
    await page
      .context()
      .addCookies([{ name: 'session', value, url: inject('address'), httpOnly: true, sameSite: 'Lax' }]);
    for (const path of [
      `/handlaggning/arenden/${rows[0]?.id}`,
      new URL(filed.page).pathname,
      `/?q=${encoded(evil)}`,
      `/handlaggning?sok=${encoded(evil)}`
    ]) {
      await page.goto(path);
      expect([path, await page.evaluate((name) => name in globalThis, SENTINEL)]).toEqual([path, false]);
    }
    await page.goto(`/handlaggning/arenden/${rows[0]?.id}`);
    expect(await page.getByText('onerror').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

/** As it goes in an address, also what no address can hold. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
