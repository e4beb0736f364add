import type { Applicant } from '#runtime/case/applicant.ts';
import type { Json } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { NOBODY, partyFaults, partyFrom } from '../desk/written-party.ts';

const TEXTS = ['name', 'number', 'street', 'postalCode', 'city', 'email', 'phone'] as const;

/** Somebody for whom another system files; null when what is said of them is wrong. */
export async function readApplicant(value: Json, today: string): Promise<Applicant | null> {
  if (!isObject(value)) return null;
  const said = Object.entries(value);
  const isKnown = said.every(([key, one]) =>
    key === 'kind'
      ? one === 'person' || one === 'organisation'
      : key === 'protected'
        ? typeof one === 'boolean'
        : TEXTS.some((text) => text === key) && typeof one === 'string'
  );
  if (!isKnown) return null;
  const texts = Object.fromEntries(
    said.filter(([key]) => TEXTS.some((text) => text === key)).map(([key, one]) => [key, String(one)])
  );
  const written = {
    ...NOBODY,
    ...texts,
    kind: value['kind'] === 'organisation' ? ('organisation' as const) : ('person' as const),
    isProtected: value['protected'] === true
  };
  return partyFaults(written, today).length > 0 ? null : partyFrom(written, today);
}
