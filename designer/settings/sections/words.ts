import { SUBJECTS as ALL_SUBJECTS } from '#runtime/definition/subjects.ts';
import type { Words } from '../model.ts';

export const DAYS: Words = { calendar: 'law.days.calendar', working: 'law.days.working' };

export const ORGAN_KINDS: Words = {
  fullmaktige: 'law.organKind.fullmaktige',
  styrelse: 'law.organKind.styrelse',
  namnd: 'law.organKind.namnd',
  'gemensam-namnd': 'law.organKind.gemensam-namnd',
  bolag: 'law.organKind.bolag'
};

export const SIGHT: Words = {
  none: 'law.sight.none',
  exists: 'law.sight.exists',
  status: 'law.sight.status',
  full: 'law.sight.full'
};

export const ROLES: Words = {
  applicant: 'law.role.applicant',
  party: 'law.role.party',
  ombud: 'law.role.ombud',
  anyone: 'law.role.anyone',
  caseworker: 'law.role.caseworker',
  manager: 'law.role.manager',
  registrar: 'law.role.registrar',
  secretary: 'law.role.secretary',
  'contact-centre': 'law.role.contact-centre',
  archivist: 'law.role.archivist',
  administrator: 'law.role.administrator',
  system: 'law.role.system'
};

/** Levels of security: how bad it is. */
export const CLASSES: Words = { '0': 'law.class.0', '1': 'law.class.1', '2': 'law.class.2', '3': 'law.class.3' };

/** Where the catalogue lists a service. */
export const SUBJECTS: Words = Object.fromEntries(
  ALL_SUBJECTS.map((subject) => [subject, `catalogue.subject.${subject}` as const])
);
