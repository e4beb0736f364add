import type { ActsFor, Actor, Mandate, PartyRef } from './model.ts';

type Person = Extract<Actor, { kind: 'person' }>;

/** What a right to act for somebody is tried against: a case type, and the organ whose case it is. */
export interface Matter {
  readonly slug: string;
  readonly organ: string;
}

/** Whether a right to act for somebody is good for a matter. Pure. */
export const covers = ({ caseTypes, organ }: Pick<Mandate, 'caseTypes' | 'organ'>, matter: Matter): boolean =>
  (caseTypes === null || caseTypes.includes(matter.slug)) && (organ === null || organ === matter.organ);

/** By which right somebody acts in a matter for whom they act; undefined when they have none to it, or act for themselves. Pure. */
export const mandateFor = ({ actsFor }: Person, matter: Matter): Mandate | undefined =>
  actsFor?.mandates.find((mandate) => covers(mandate, matter));

/** Whether somebody may take up a matter at all, as themselves or for whom they act. Pure. */
export const mayTakeUp = (person: Person, matter: Matter): boolean =>
  !person.actsFor || mandateFor(person, matter) !== undefined;

/** The organs before which somebody may act, in cases of a case type; null: all. Pure. */
export function organsFor(actsFor: ActsFor | undefined, slug: string): readonly string[] | null {
  const organs = actsFor?.mandates
    .filter(({ caseTypes }) => caseTypes === null || caseTypes.includes(slug))
    .map(({ organ }) => organ);
  return !organs || organs.includes(null) ? null : organs.flatMap((organ) => organ ?? []);
}

/**
 * Whether a party is the one for whom somebody acts: themselves, or, while they act for another, that other and never themselves. What
 * somebody does as ombud they do not pass on (FL 15 §): who acts for an ombud does not stand in the ombud's cases. Pure.
 */
export function isOwnParty(
  person: Person,
  { personId, organisationsnummer, role }: Pick<PartyRef, 'personId' | 'organisationsnummer' | 'role'>,
  matter: Matter
): boolean {
  if (!person.actsFor) return personId === person.personId;
  if (!mayTakeUp(person, matter)) return false;
  const { principal } = person.actsFor;
  return principal.kind === 'person'
    ? personId === principal.personId && role !== 'ombud'
    : (organisationsnummer ?? null) === principal.organisationsnummer;
}
