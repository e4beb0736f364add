import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NAVET_TEST, startNavetServer, type NavetServer } from '../../demo/navet-server.server.ts';
import { CITIZENS } from '../../demo/people.ts';
import { testCertificate } from '../../demo/test-certificates.server.ts';
import type { PopulationRegister } from '../../ports/population-register.ts';
import { navetRegister } from './client.server.ts';
import { readNavet } from './mapping.ts';

const at = '2026-11-23T08:00:00.000Z';
let now = new Date(at);
let server: NavetServer;
let register: PopulationRegister;

const open = (settings: Partial<Parameters<typeof navetRegister>[0]> = {}) =>
  navetRegister({ ...server, ...NAVET_TEST, ...testCertificate('client'), ...settings }, () => now);

beforeAll(async () => {
  server = await startNavetServer({ now: () => now });
  register = open();
});
afterEach(() => {
  now = new Date(at);
  server.behave('well');
});
afterAll(() => server.stop());

const numberOf = (key: string) => CITIZENS.find((citizen) => citizen.key === key)?.personalNumber ?? '';

describe('the population register', () => {
  it('tells name and address, by whom and when', async () => {
    expect(await register.lookUp(numberOf('karin'))).toEqual({
      personnummer: numberOf('karin'),
      protected: false,
      name: { full: 'Karin Lindqvist', given: 'Karin', family: 'Lindqvist' },
      address: { street: 'Björkvägen 14', postalCode: '81231', city: 'LINDSJÖ' },
      source: 'Skatteverket',
      at
    });
  });

  it.each([
    ['sekretessmarkering', 'maria'],
    ['skyddad folkbokföring', 'sam']
  ])('tells neither name nor address of one with %s', async (_, key) => {
    expect(await register.lookUp(numberOf(key))).toMatchObject({ protected: true, name: null, address: null });
  });

  it('takes a protection that it does not know for protection', async () => {
    server.behave('protection-unknown');
    expect(await register.lookUp(numberOf('karin'))).toMatchObject({ protected: true, name: null, address: null });
  });

  it('does not know everybody', async () => {
    expect(await register.lookUp('189001019802')).toBe('not-found');
  });

  it('gets a new token when the old one has run out, or was revoked', async () => {
    expect(await register.lookUp(numberOf('johan'))).toMatchObject({ protected: false });
    now = new Date(now.getTime() + 3_600_000);
    expect(await register.lookUp(numberOf('johan'))).toMatchObject({ protected: false });
    server.behave('token-revoked');
    expect(await register.lookUp(numberOf('johan'))).toMatchObject({ protected: false });
  });

  it('that is down, or refuses us, is unavailable', async () => {
    server.behave('down');
    expect(await register.lookUp(numberOf('karin'))).toBe('unavailable');
    server.behave('well');
    expect(await open({ clientSecret: 'wrong' }).lookUp(numberOf('karin'))).toBe('unavailable');
    expect(await open({ order: 'of somebody else' }).lookUp(numberOf('karin'))).toBe('unavailable');
    expect(await open({ cert: '', key: '' }).lookUp(numberOf('karin'))).toBe('unavailable');
  });
});

describe('an answer of the register', () => {
  const answer = (post: object) => ({
    folkbokforingsposter: [{ identitet: { identitetsbeteckning: '1' }, ...post }],
    tidpunkt: at
  });
  const open_ = { skyddAvPersonuppgifter: 'SAKNAS' };

  it.each([
    ['Anna Karin Maria', '20', 'Karin'],
    ['Anna Karin Maria', '23', 'Karin Maria'],
    ['Anna Karin Maria', '10', 'Anna'],
    ['Anna Karin', '', 'Anna Karin'],
    ['Anna', '90', 'Anna']
  ])('«%s» marked «%s» goes by %s', (names, mark, given) => {
    const namn = { fornamn: { namn: names, tilltalsnamnsmarkering: mark }, mellannamn: 'Ek', efternamn: 'Lind' };
    expect(readNavet(answer({ ...open_, namn }), '1')).toMatchObject({ name: { given, family: 'Ek Lind' } });
  });

  it('gives the address that the person chose before the registered one', () => {
    const adress = { gatuadress: 'Hemvägen 1', postnummer: '812 30', postort: 'LINDSJÖ' };
    const sverige = {
      careOf: 'c/o Ek',
      adressfortsattning: 'lgh 1101',
      gatuadress: 'Boxgatan 2',
      postnummer: '11122',
      postort: 'STOCKHOLM'
    };
    expect(readNavet(answer({ ...open_, folkbokforing: { adress }, kontaktadress: { sverige } }), '1')).toMatchObject({
      address: { careOf: 'c/o Ek', street: 'lgh 1101, Boxgatan 2', postalCode: '11122', city: 'STOCKHOLM' }
    });
    expect(readNavet(answer({ ...open_, folkbokforing: { adress } }), '1')).toMatchObject({
      address: { street: 'Hemvägen 1', postalCode: '81230', city: 'LINDSJÖ' }
    });
  });

  it.each([
    [{}],
    [{ skyddAvPersonuppgifter: null }],
    [{ skyddAvPersonuppgifter: '' }],
    [{ skyddAvPersonuppgifter: 'saknas' }]
  ])('that does not plainly say that there is no protection is protected: %j', (protection) => {
    const namn = { fornamn: { namn: 'Karin' }, efternamn: 'Lindqvist' };
    expect(readNavet(answer({ namn, ...protection }), '1')).toMatchObject({
      protected: true,
      name: null,
      address: null
    });
  });

  it.each([null, 'text', {}, { folkbokforingsposter: {} }])('that is none is unavailable: %j', (odd) => {
    expect(readNavet(odd, '1')).toBe('unavailable');
  });

  it('about somebody else says nothing', () => {
    expect(readNavet(answer(open_), '2')).toBe('not-found');
  });
});
