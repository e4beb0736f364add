import type { ActsFor, Mandate, Principal } from '../access/model.ts';
import { ports } from '../effects/ports.server.ts';
import { heldMandates, type KeptMandate } from '../persistence/mandates.server.ts';
import { stockholmDay } from '../time/day.ts';
import type { RegisteredMandate } from '../ports/mandate-register.ts';
import { askedRegister } from './asked-register.server.ts';
import { openPersonBy } from './shielded.server.ts';
import { keyOf, type Identified, type PrincipalKey, type Represented, type Representation } from './model.ts';

let asked: ReturnType<typeof askedRegister> | null | undefined;

/** What the register says now; null where none is connected. */
const registered = (personnummer: string) => {
  const { mandates } = ports();
  asked ??= mandates && askedRegister(mandates, () => Date.now());
  return asked ? asked.mandatesOf(personnummer) : [];
};

/** Whom a person may act for today, by what is kept here and what the register says. */
export async function representationOf({ personnummer }: Identified, now: Date): Promise<Representation> {
  const [kept, found] = await Promise.all([heldMandates(personnummer, stockholmDay(now)), registered(personnummer)]);
  const isWhole = found !== 'unavailable';
  return { represented: gathered(kept, await named(isWhole ? found : [], now)), isWhole };
}

/**
 * By which rights a person acts for somebody now, asked anew each time: one that was revoked a moment ago is none. Undefined when there is
 * none, also when the register that would know does not answer.
 */
export async function actsFor(
  { personnummer }: Identified,
  principal: PrincipalKey,
  now: Date
): Promise<ActsFor | undefined> {
  const [kept, found] = await Promise.all([
    heldMandates(personnummer, stockholmDay(now), principal),
    registered(personnummer)
  ]);
  const of = gathered(kept, await named(found === 'unavailable' ? [] : found, now));
  const one = of.find((candidate) => keyOf(candidate.principal) === keyOf(principal));
  return one && one.mandates.length > 0 ? { principal: one.principal, mandates: one.mandates } : undefined;
}

interface Named extends Omit<RegisteredMandate, 'principal'> {
  readonly principal: Principal;
}

/** People whom the register names, as we know them; those with protected identity are left out, and so is who is not known not to have it. */
async function named(found: readonly RegisteredMandate[], now: Date): Promise<Named[]> {
  const all = await Promise.all(
    found.map(async ({ principal, ...mandate }): Promise<Named | null> => {
      if (principal.kind === 'organisation') return { ...mandate, principal };
      const personId = await openPersonBy(principal, now);
      return personId === null ? null : { ...mandate, principal: { kind: 'person', personId, name: principal.name } };
    })
  );
  return all.filter((one) => one !== null);
}

const mandateOf = ({ id, ground, caseTypes, organ }: KeptMandate): Mandate => ({ id, ground, caseTypes, organ });

/** One for each principal, with every right to act for it. */
function gathered(kept: readonly KeptMandate[], registers: readonly Named[]): Represented[] {
  const all = [
    ...registers.map(({ principal, ground, alone, caseTypes }) => ({
      principal,
      until: null,
      mandates: alone ? [{ id: null, ground, caseTypes, organ: null }] : []
    })),
    ...kept.map((one) => ({ principal: one.principal, until: one.until, mandates: [mandateOf(one)] }))
  ];
  const byKey = Map.groupBy(all, ({ principal }) => keyOf(principal));
  return [...byKey.values()].flatMap((same) => {
    const [first] = same;
    const mandates = same.flatMap((one) => one.mandates);
    const isOpenEnded = same.some((one) => one.mandates.length > 0 && one.until === null);
    const until =
      same
        .flatMap((one) => one.until ?? [])
        .toSorted()
        .at(-1) ?? null;
    return first ? [{ principal: first.principal, mandates, until: isOpenEnded ? null : until }] : [];
  });
}
