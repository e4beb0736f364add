import { describe, expect, it } from 'vitest';
import type { BeslutMeta, Role } from '../definition/types.ts';
import { heldItem, mayDecide } from './delegation.ts';
import type { Actor, Delegation } from './model.ts';

const ORGAN = 'samhallsbyggnadsnamnden';
const nobody: Delegation = { item: '2.1', title: 'Bygglov', unit: null, role: null, personId: null, automated: false };
const toManagers: Delegation = { ...nobody, role: 'manager' };
const toEva: Delegation = { ...nobody, personId: 'eva' };
const toAFunction: Delegation = { ...nobody, automated: true };

const staff = (personId: string, role: Role, organ = ORGAN): Actor => ({
  ...{ kind: 'person', personId, name: personId },
  memberships: [{ organ, unit: null, role }]
});
const beslut = (kind: BeslutMeta['kind'], delegation: string | null = '2.1'): BeslutMeta => ({
  ...{ kind, outcome: 'bifall' },
  ...(delegation !== null && { delegation })
});
const may = (actor: Actor, kind: BeslutMeta['kind'], ...delegations: Delegation[]) =>
  mayDecide(actor, { organ: ORGAN, unit: 'bygglov', delegations }, beslut(kind));

describe('a beslut on delegation (KL 7:5)', () => {
  it.each<[boolean, string, Actor, Delegation[]]>([
    [true, 'who has the role that holds the item', staff('mia', 'manager'), [toManagers]],
    [true, 'the person who holds it', staff('eva', 'caseworker'), [toEva]],
    [false, 'who has another role', staff('kim', 'caseworker'), [toManagers]],
    [false, 'who has the role in another nämnd', staff('mia', 'manager', 'miljonamnden'), [toManagers]],
    [false, 'another person', staff('kim', 'manager'), [toEva]],
    [false, 'anybody, where only a function holds it', staff('mia', 'manager'), [toAFunction]],
    [false, 'anybody, where nobody holds it', staff('mia', 'manager'), []],
    [false, 'who holds another item', staff('mia', 'manager'), [{ ...toManagers, item: '2.2' }]],
    [false, 'who holds it in another unit', staff('mia', 'manager'), [{ ...toManagers, unit: 'kart' }]],
    [true, 'who holds it in the unit of the case', staff('mia', 'manager'), [{ ...toManagers, unit: 'bygglov' }]],
    [false, 'the platform', { kind: 'system' }, [toManagers, toAFunction]]
  ])('is %s for %s', (expected, _, actor, delegations) => {
    expect(may(actor, 'delegationsbeslut', ...delegations)).toBe(expected);
  });

  it('is nobody’s where it names no item', () => {
    const place = { organ: ORGAN, unit: 'bygglov', delegations: [toManagers] };
    expect(mayDecide(staff('mia', 'manager'), place, beslut('delegationsbeslut', null))).toBe(false);
  });

  it('tells on which item it is made', () => {
    const place = { organ: ORGAN, unit: 'bygglov', delegations: [toEva, toManagers] };
    expect(heldItem(staff('mia', 'manager'), place, beslut('delegationsbeslut'))).toBe(toManagers);
  });
});

describe('an urgent beslut (KL 6:39)', () => {
  it('is made by the member whom the nämnd chose, and never by a role', () => {
    expect(may(staff('eva', 'secretary'), 'ordforandebeslut', toEva)).toBe(true);
    expect(may(staff('mia', 'manager'), 'ordforandebeslut', toManagers)).toBe(false);
  });
});

describe('an automated beslut (KL 6:37)', () => {
  it('is made by a function that the nämnd gave it to, whoever starts it', () => {
    expect(may({ kind: 'system' }, 'automatiserat', toAFunction)).toBe(true);
    expect(may(staff('mia', 'manager'), 'automatiserat', toManagers)).toBe(false);
  });
});

describe('the own beslut of the nämnd and of fullmäktige, and verkställighet', () => {
  it('need no delegation', () => {
    expect(may(staff('eva', 'secretary'), 'namndbeslut')).toBe(true);
    expect(may(staff('eva', 'secretary'), 'fullmaktigebeslut')).toBe(true);
    expect(may(staff('kim', 'caseworker'), 'verkstallighet')).toBe(true);
  });
});
