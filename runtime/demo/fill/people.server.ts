import type { Role } from '../../definition/types.ts';
import { BANKID_ISSUER } from '../../identity/bankid/provider.server.ts';
import type { Identity } from '../../ports/identity-provider.ts';
import { rememberPerson } from '../../persistence/people.server.ts';
import type { Actor, Membership } from '../../access/model.ts';
import { DEMO_ISSUER } from '../issuer.ts';
import { firmOf } from '../mandates.ts';
import { CITIZENS, nameOf, STAFF, type DemoCitizen } from '../people.ts';

export type Person = Extract<Actor, { kind: 'person' }>;

/** The people of the demo, as they act. */
export interface Cast {
  readonly citizen: (key: string) => { readonly actor: Person; readonly facts: DemoCitizen } | null;
  /** The same acting for their firm, where the demo's register says that they may in this case type. */
  readonly forFirm: (key: string, slug: string) => Person | null;
  /** Who has a role in an organ, or in a unit of it; the same one for the same case. */
  readonly staff: (
    role: Role,
    place: { readonly organ: string; readonly unit?: string },
    turn: number
  ) => Person | null;
  /** All who have it, the one that `staff` gives first; those who answer the telephone do so for everybody. */
  readonly colleagues: (
    role: Role,
    place: { readonly organ: string; readonly unit?: string },
    turn: number
  ) => readonly Person[];
  readonly byNumber: (personalNumber: string) => Person | null;
}

/** Makes the people of the demo known, as their logins would: whoever logs in as one of them is that person. */
export async function rememberPeople(now: Date, people: readonly DemoCitizen[] = CITIZENS): Promise<Cast> {
  const citizens = new Map<string, { actor: Person; facts: DemoCitizen }>();
  for (const facts of people) citizens.set(facts.key, { actor: await rememberCitizen(facts, now), facts });
  const staff: Person[] = [];
  for (const { key: subject, name, memberships, administers } of STAFF) {
    const identity = {
      issuer: DEMO_ISSUER,
      subject,
      name,
      personnummer: null,
      assurance: 'none',
      memberships
    } as const;
    const personId = await rememberPerson(identity, { audience: 'staff' }, now);
    staff.push({ kind: 'person', personId, name, memberships, ...(administers && { administers }) });
  }
  const colleagues: Cast['colleagues'] = (role, { organ, unit }, turn) => {
    const works = (one: Membership) => one.organ === organ && (!unit || !one.unit || one.unit === unit);
    const held = staff.filter(({ memberships }) =>
      memberships.some((one) => one.role === role && (works(one) || role === 'contact-centre'))
    );
    const first = held.length === 0 ? 0 : turn % held.length;
    return [...held.slice(first), ...held.slice(0, first)];
  };
  return {
    citizen: (key) => citizens.get(key) ?? null,
    forFirm: (key, slug) => {
      const actor = citizens.get(key)?.actor;
      const right = firmOf(key, slug);
      if (!actor || right?.principal.kind !== 'organisation') return null;
      const mandates = [{ id: null, ground: right.ground, caseTypes: right.caseTypes, organ: null }];
      return { ...actor, actsFor: { principal: right.principal, mandates } };
    },
    byNumber: (number) => [...citizens.values()].find(({ facts }) => facts.personalNumber === number)?.actor ?? null,
    staff: (role, place, turn) => colleagues(role, place, turn)[0] ?? null,
    colleagues
  };
}

async function rememberCitizen(facts: DemoCitizen, now: Date): Promise<Person> {
  const { personalNumber, protection } = facts;
  const name = nameOf(facts);
  const identity: Identity = {
    ...{ issuer: BANKID_ISSUER, subject: personalNumber, name, personnummer: personalNumber, memberships: null },
    assurance: 'loa3'
  };
  const known = { audience: 'citizen', protection: protection ? 'protected' : 'open' } as const;
  const personId = await rememberPerson(identity, known, now);
  return { kind: 'person', personId, name, memberships: [], protected: protection !== undefined };
}
