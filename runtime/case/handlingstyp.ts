import type { CaseTypeSettings, Handlingstyp } from '../definition/types.ts';

/** The handlingstyp of what is handed in with a form; the application always has one, the first when none names it. */
export function handlingstypOf({ handlingstyper }: CaseTypeSettings, form: string): Handlingstyp | undefined {
  const named = handlingstyper.find(({ forms }) => forms?.includes(form));
  return named ?? (form === 'application' ? handlingstyper[0] : undefined);
}

/** Whether and where a handling is registered. Without a rule it is kept in order: nothing is registered by accident (V23 asks for one). */
export const modeOf = (typ: Handlingstyp | undefined) => typ?.registration?.mode ?? 'ordnad';

/** The series that a case's number is taken from, as the organ that has the case names it. */
export function seriesOf({ adopters }: CaseTypeSettings, organ: string, typ: Handlingstyp | undefined): string {
  const adopter = adopters?.find((candidate) => candidate.organ === organ);
  return adopter?.series ?? typ?.registration?.series ?? organ.toUpperCase();
}

/** The paragraph of OSL that a handlingstyp's secrecy mark warns of. */
export const markOf = ({ confidentiality }: CaseTypeSettings, handlingstyp: string): string | null =>
  confidentiality?.find(({ handlingstyper }) => handlingstyper?.includes(handlingstyp))?.statute.paragraph ?? null;
