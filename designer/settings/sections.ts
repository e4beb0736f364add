import type { Section } from './model.ts';
import { identity, ownership } from './sections/identity.ts';
import { appeal, legalBasis, parties } from './sections/law.ts';
import { classification, handlingar, personalData, secrecy } from './sections/records.ts';
import { data, publishing, service, times } from './sections/service.ts';

/** Everything in `case-type.json`, in the order in which it is filled in. A test holds it against the format's schema. */
export const SECTIONS: readonly [Section, ...Section[]] = [
  identity,
  ownership,
  legalBasis,
  parties,
  appeal,
  times,
  handlingar,
  secrecy,
  personalData,
  classification,
  service,
  publishing,
  data
];

/** The section of an address; the first when it names none. */
export const sectionOf = (key: string | null): Section => SECTIONS.find((each) => each.key === key) ?? SECTIONS[0];

/** The key of the section that edits what stands at a path of the draft; null when none does. */
export function sectionAt(path: string | null): string | null {
  const found = SECTIONS.find(({ fields }) =>
    fields.some((field) => field.path !== '' && `${path ?? ''}/`.startsWith(`/settings/${field.path}/`))
  );
  return found?.key ?? null;
}
