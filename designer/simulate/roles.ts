import type { Role } from '#runtime/definition/types.ts';

const ROLES: Readonly<Record<Role, true>> = {
  applicant: true,
  party: true,
  ombud: true,
  anyone: true,
  system: true,
  caseworker: true,
  manager: true,
  registrar: true,
  secretary: true,
  'contact-centre': true,
  archivist: true,
  administrator: true
};

/** Whether a value names a role, which has a word of its own. */
export const isRoleName = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(ROLES, value);
