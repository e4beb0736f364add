import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import { startBankIdServer, type BankIdServer } from '../demo/bankid-server.server.ts';
import type { Outcome, TestOrder } from '../demo/bankid/orders.ts';
import { CITIZENS } from '../demo/people.ts';
import { NAVET_TEST, startNavetServer, type NavetServer } from '../demo/navet-server.server.ts';
import { testCertificate } from '../demo/test-certificates.server.ts';
import { isRefusal } from '../errors/refusal.ts';
import { bindingText } from './binding.ts';
import { createIdentity, type IdentityService } from './identity.server.ts';
import { navetRegister } from './navet/client.server.ts';
import type { Order } from './orders.server.ts';
import { readSession, type Login } from './sessions.server.ts';

const database = testDatabase();
const [karin, johan] = CITIZENS;
if (!karin || !johan) throw new Error('no citizens');

let now = Date.parse('2026-11-23T08:00:00Z');
const pass = (seconds: number) => (now += seconds * 1000);

let server: BankIdServer;
let navet: NavetServer;
let identity: IdentityService;

beforeAll(async () => {
  server = await startBankIdServer({ now: () => now });
  const bankId = { url: server.url, ...testCertificate('client'), app: '/demo/bankid' };
  navet = await startNavetServer({ now: () => new Date(now) });
  const clock = () => new Date(now);
  const register = navetRegister({ ...navet, ...NAVET_TEST, ...testCertificate('client') }, clock);
  identity = createIdentity({ bankId, citizen: null, staff: null }, { register, now: clock });
});
afterAll(() => Promise.all([server.stop(), navet.stop()]));

const secret = 'what-this-browser-knows';
const visitOf = (id: string, rest: { secret?: string; personnummer?: string | null } = {}) => ({
  id,
  secret,
  ip: '192.0.2.7',
  userAgent: 'test',
  language: 'sv' as const,
  returnUrl: (nonce: string) => `https://lindsjo.example/logga-in/bankid/retur?n=${nonce}`,
  ...rest
});

const start = (sameDevice = false) =>
  identity.orders.start({ provider: 'bankid', returnTo: '/mina-sidor', sameDevice, secret });

/** The order after the browser asked, two seconds after it asked last. */
async function visit(id: string, rest?: { secret?: string; personnummer?: string | null }): Promise<Order> {
  pass(2);
  const visited = await identity.orders.visit(visitOf(id, rest));
  if (!visited) throw new Error('no order');
  return visited.order;
}

/** The order that waits on the phone; there is only one at a time in these tests. */
function onPhone(): TestOrder {
  const [newest] = server.orders.waiting();
  if (!newest) throw new Error('nothing waits on the phone');
  return newest;
}
const play = (outcome: Outcome, person = karin) => server.orders.finish(onPhone(), outcome, person);
const nonceOf = (order: TestOrder) => new URL(order.returnUrl ?? '').searchParams.get('n') ?? '';

/** What a login comes to. */
async function finished(id: string) {
  const done = await identity.logIn(await visit(id));
  return done && isRefusal(done) ? expect.unreachable(done.refused) : done;
}

async function logIn(person = karin): Promise<Login> {
  const id = await start();
  await visit(id);
  play('success', person);
  const login = await readSession((await finished(id))?.session ?? '');
  if (!login) throw new Error('not logged in');
  return login;
}

describe('a login by QR code', () => {
  it('shows a new code each second and never the secret behind it', async () => {
    const order = await visit(await start());
    const [first] = [identity.qr(order)];
    pass(1);
    expect(first).toMatch(/^bankid\.[0-9a-f-]{36}\.0\.[0-9a-f]{64}$/);
    expect(identity.qr(order)).toMatch(/^bankid\.[0-9a-f-]{36}\.1\.[0-9a-f]{64}$/);
    expect(identity.appLink(order, 'desktop')).toBeNull();
  });

  it('gives a session and the way back when the person has identified', async () => {
    const id = await start();
    await visit(id);
    play('success');
    const done = await finished(id);
    expect(done?.returnTo).toBe('/mina-sidor');
    expect(await readSession(done?.session ?? '')).toMatchObject({
      strength: 'loa3',
      actor: { name: 'Karin Lindqvist' }
    });
  });

  it('gives one session, however many windows ask at once', async () => {
    const id = await start();
    await visit(id);
    play('success');
    const order = await visit(id);
    const sessions = await Promise.all([identity.logIn(order), identity.logIn(order), identity.logIn(order)]);
    expect(sessions.filter((session) => session !== null)).toHaveLength(1);
  });

  it('asks BankID no more than every other second', async () => {
    const id = await start();
    await visit(id);
    play('success');
    pass(1);
    const soon = await identity.orders.visit(visitOf(id));
    expect(soon?.order.status).toBe('pending');
    expect((await visit(id)).status).toBe('complete');
  });

  it('answers only the browser that began it', async () => {
    const id = await start();
    expect(await identity.orders.visit(visitOf(id, { secret: 'another browser' }))).toBeNull();
    expect(await identity.orders.look({ id, secret: 'another browser' })).toBeNull();
  });

  it('renews an unused code by itself, for some minutes', async () => {
    const id = await start();
    const codes = new Set<string | null>();
    let order = await visit(id);
    for (let minutes = 0; minutes < 4 && order.status === 'pending'; minutes += 0.5) {
      codes.add(identity.qr(order)?.split('.')[1] ?? null);
      pass(31);
      order = await visit(id);
    }
    expect(order.status).toBe('pending');
    expect(codes.size).toBe(8);
    for (let tries = 0; tries < 3; tries++) {
      pass(31);
      order = await visit(id);
    }
    expect(order).toMatchObject({ status: 'failed', hint: 'startFailed' });
  });

  it.each<[Outcome, string]>([
    ['userCancel', 'userCancel'],
    ['cancelled', 'cancelled'],
    ['expiredTransaction', 'expiredTransaction'],
    ['certificateErr', 'certificateErr'],
    ['unknownFailure', 'unknownFailure'],
    ['success-high-risk', 'riskHigh']
  ])('that ends in %s logs nobody in, and can be tried again', async (outcome, hint) => {
    const id = await start();
    await visit(id);
    play(outcome);
    const failed = await visit(id);
    expect(failed).toMatchObject({ status: 'failed', hint });
    expect(await identity.logIn(failed)).toBeNull();
    await identity.orders.again(visitOf(id), false);
    expect((await visit(id)).status).toBe('pending');
  });

  it.each(['alreadyInProgress', 'Maintenance'] as const)('that BankID refuses with %s says so', async (code) => {
    server.orders.refuseNext(code);
    expect(await visit(await start())).toMatchObject({ status: 'failed', hint: code });
  });

  it('that the person breaks off is cancelled at BankID too', async () => {
    const id = await start();
    await visit(id);
    const { orderRef } = onPhone();
    expect(await identity.orders.cancel(visitOf(id))).toBe('/mina-sidor');
    expect(server.orders.find(orderRef)).toBeUndefined();
  });

  it('runs out after a quarter of an hour', async () => {
    const id = await start();
    pass(16 * 60);
    expect(await identity.orders.visit(visitOf(id))).toBeNull();
  });
});

describe('a login on the same device', () => {
  it('is begun at once by who would have read a code, so that the page that comes has the way to the app', async () => {
    const id = await start();
    await visit(id);
    await identity.orders.again(visitOf(id), true);
    const anew = await identity.orders.visit(visitOf(id));
    expect(anew && identity.appLink(anew.order, 'desktop')).toMatch(/autostarttoken=/);
  });

  it('holds when the browser comes back with the word that only the app was given', async () => {
    const id = await start(true);
    const order = await visit(id);
    expect(identity.qr(order)).toBeNull();
    expect(identity.appLink(order, 'mobile')).toContain('/demo/bankid?autostarttoken=');
    const phone = onPhone();
    play('success');
    expect(await identity.orders.comeBack(visitOf(id), nonceOf(phone))).toBe(true);
    expect(await identity.logIn(await visit(id))).not.toBeNull();
  });

  it('logs nobody in here when the link was sent to somebody else, who came back elsewhere', async () => {
    const id = await start(true);
    await visit(id);
    const phone = onPhone();
    play('success');
    expect(await identity.orders.comeBack(visitOf(id, { secret: 'their browser' }), nonceOf(phone))).toBe(false);
    expect(await identity.orders.comeBack(visitOf(id), 'a guess')).toBe(false);
    const order = await visit(id);
    expect(order.status).toBe('complete');
    expect(await identity.logIn(order)).toBeNull();
  });
});

describe('a signature', () => {
  const act = { caseId: 'd1', version: 'ab', sha256: 'cd' };
  const startSignature = (login: Login) =>
    identity.orders.start({
      provider: 'bankid',
      returnTo: '/e-tjanster/bygglov/ansok/d1/klar',
      sameDevice: false,
      secret: login.id,
      sign: { visible: 'Ansökan om bygglov på Åsen 1:2', nonVisible: bindingText(act), personId: login.actor.personId }
    });
  const visitSignature = (id: string, login: Login) =>
    visit(id, { secret: login.id, personnummer: login.personnummer });

  async function sign(login: Login, person = karin) {
    const id = await startSignature(login);
    await visitSignature(id, login);
    play('success', person);
    await visitSignature(id, login);
    return id;
  }

  it('holds for what was signed, with signature and OCSP response as evidence', async () => {
    const login = await logIn();
    const signature = await identity.signature(await sign(login), login, act);
    expect(signature).toMatchObject({ method: 'bankid', personId: login.actor.personId, sha256: 'cd' });
    if (!('evidence' in signature)) throw new Error('refused');
    const { evidence } = signature;
    expect(evidence).toMatchObject({ visible: 'Ansökan om bygglov på Åsen 1:2', nonVisible: bindingText(act) });
    expect(JSON.parse(String(evidence.completionData))).toMatchObject({
      signature: expect.any(String),
      ocspResponse: expect.any(String)
    });
  });

  it.each([
    ['another case', { ...act, caseId: 'd2' }],
    ['another version', { ...act, version: 'ff' }],
    ['other content', { ...act, sha256: 'ee' }]
  ])('does not hold for %s', async (_, other) => {
    const login = await logIn();
    expect(await identity.signature(await sign(login), login, other)).toEqual({ refused: 'signature.mismatch' });
  });

  it('by somebody else does not hold', async () => {
    const login = await logIn();
    expect(await identity.signature(await sign(login, johan), login, act)).toEqual({ refused: 'signature.mismatch' });
  });

  it('that was never given is missing, and another session does not see it', async () => {
    const login = await logIn();
    const id = await startSignature(login);
    await visitSignature(id, login);
    expect(await identity.signature(id, login, act)).toEqual({ refused: 'signature.missing' });
    play('success');
    await visitSignature(id, login);
    expect(await identity.signature(id, await logIn(), act)).toEqual({ refused: 'signature.missing' });
  });

  it('logs nobody in', async () => {
    const login = await logIn();
    const id = await sign(login);
    const order = await identity.orders.look({ id, secret: login.id });
    expect(order && (await identity.logIn(order))).toBeNull();
  });
});

describe('what a form holds from the start', () => {
  const person = (key: string) => CITIZENS.find((citizen) => citizen.key === key) ?? karin;

  it('is what the population register knows, with source and time', async () => {
    expect(await identity.knownOf(await logIn())).toEqual({
      values: {
        name: 'Karin Lindqvist',
        'given-name': 'Karin',
        'family-name': 'Lindqvist',
        'personal-number': karin.personalNumber,
        address: { street: 'Björkvägen 14', postalCode: '81231', city: 'LINDSJÖ' }
      },
      source: 'Skatteverket',
      at: new Date(now).toISOString()
    });
  });

  it.each(['maria', 'sam'])(
    'is nothing for %s, whose identity is protected, and who is known to be so',
    async (key) => {
      const login = await logIn(person(key));
      expect(login.actor.protected).toBe(true);
      expect(await identity.knownOf(login)).toBeNull();
    }
  );

  it('is nothing for somebody new while the register is away, who counts as protected until it tells', async () => {
    navet.behave('down');
    const login = await logIn(person('oskar'));
    expect(login.actor.protected).toBe(true);
    navet.behave('well');
    expect(await identity.knownOf(login)).toBeNull();
    expect((await logIn(person('oskar'))).actor.protected).toBe(false);
  });
});

describe('the database', () => {
  it('holds no secret of a browser', async () => {
    await start();
    const rows = await database.sql<{ text: string }>('select o::text as text from identity_order o');
    expect(rows.some(({ text }) => text.includes(secret))).toBe(false);
  });
});
