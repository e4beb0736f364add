import { isDay } from '../time/day.ts';
import type { PrincipalKey } from './model.ts';

/** A fullmakt as somebody writes it (FL 15 §: the ombud's name and what it is for). */
export interface WrittenFullmakt {
  readonly ombudName: string;
  /** Twelve digits. */
  readonly ombudPersonnummer: string;
  /** Case types by slug; null: all. */
  readonly caseTypes: readonly string[] | null;
  readonly fromDay: string;
  /** Null: until it is revoked. */
  readonly toDay: string | null;
}

/** Somebody else's paper, or beslut, that staff register. */
export interface WrittenMandate extends WrittenFullmakt {
  readonly ground: 'fullmakt' | 'guardian';
  readonly principal:
    (PrincipalKey & { readonly kind: 'organisation' }) | { readonly kind: 'person'; readonly personnummer: string };
  readonly principalName: string;
  /** What was shown, in words. */
  readonly basis: string;
}

export type FullmaktField =
  'ombudName' | 'ombudPersonnummer' | 'caseTypes' | 'fromDay' | 'toDay' | 'principal' | 'principalName' | 'basis';

/** What is wrong with a fullmakt, in the order of its fields. A number that is empty was no number. Pure. */
export function fullmaktFaults(
  { ombudName, ombudPersonnummer, caseTypes, fromDay, toDay }: WrittenFullmakt,
  { today, giver }: { readonly today: string; readonly giver: string | null }
): FullmaktField[] {
  const wrong: [boolean, FullmaktField][] = [
    [ombudName.trim() === '', 'ombudName'],
    [ombudPersonnummer === '' || ombudPersonnummer === giver, 'ombudPersonnummer'],
    [caseTypes?.length === 0, 'caseTypes'],
    [!isDay(fromDay) || (giver !== null && fromDay < today), 'fromDay'],
    [toDay !== null && (!isDay(toDay) || toDay < fromDay || toDay < today), 'toDay']
  ];
  return wrong.flatMap(([isWrong, field]) => (isWrong ? [field] : []));
}

/** The same of what staff register. Nobody but a person has a guardian. Pure. */
export function mandateFaults(written: WrittenMandate, today: string): FullmaktField[] {
  const { ground, principal, principalName, basis, ombudPersonnummer } = written;
  const number = principal.kind === 'person' ? principal.personnummer : principal.organisationsnummer;
  const wrong: [boolean, FullmaktField][] = [
    [
      number === '' || number === ombudPersonnummer || (ground === 'guardian' && principal.kind !== 'person'),
      'principal'
    ],
    [principalName.trim() === '', 'principalName'],
    [basis.trim() === '', 'basis']
  ];
  return [
    ...wrong.flatMap(([isWrong, field]) => (isWrong ? [field] : [])),
    ...fullmaktFaults(written, { today, giver: null })
  ];
}

/** Whether somebody has come of age on a day (FB 9:1): before that nobody gives a fullmakt. A samordningsnummer has its day plus sixty. Pure. */
export function isOfAge(personnummer: string, today: string): boolean {
  const day = Number(personnummer.slice(6, 8)) % 60;
  const birth = `${personnummer.slice(0, 4)}-${personnummer.slice(4, 6)}-${String(day).padStart(2, '0')}`;
  return `${Number(today.slice(0, 4)) - 18}${today.slice(4)}` >= birth;
}
