import { describe, expect, it } from 'vitest';
import { isStaffRole, staffRolesAt } from '../access/roles.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { Role } from '../definition/types.ts';
import { statesOf } from '../flow/walk.ts';
import { staffIn } from '../simulate/cast.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { DEMO_ORGANS } from './organs.ts';
import { STAFF } from './people.ts';

const types = (await shippedCaseTypes()).map(([, caseType]) => caseType);

/** Where cases of a type may lie: with its owner, and with those that have adopted it. */
const placesOf = ({ settings: { owner, adopters = [] } }: CaseType) => [owner, ...adopters];

/** The staff whose queue a case is in somewhere, or who may do something there. */
const rolesOf = ({ flow }: CaseType): Role[] => [
  ...new Set([...staffIn(flow), ...statesOf(flow).flatMap(({ config }) => config.meta?.role ?? [])])
];

const isHeld = (role: Role, place: { organ: string; unit: string }): boolean =>
  STAFF.some(({ memberships }) => staffRolesAt(memberships, place).some((held) => held === role));

describe('the staff of the demo municipality', () => {
  it('has somebody to log in as for each queue and each thing to do, wherever a case type lies', () => {
    const missing = types.flatMap((caseType) =>
      placesOf(caseType).flatMap((place) =>
        rolesOf(caseType)
          .filter((role) => isStaffRole(role) && !isHeld(role, place))
          .map((role) => `${caseType.settings.slug}: ${role}, ${place.organ}/${place.unit}`)
      )
    );
    expect(missing).toEqual([]);
  });

  // Fullmäktige has no förvaltning: what it decides is prepared by others (KL 5:26), and a secretary takes care of its cases.
  it('has in each unit of each nämnd a caseworker, a manager, a registrar and a secretary', () => {
    const units = DEMO_ORGANS.filter(({ key }) => key !== 'kommunfullmaktige').flatMap(({ key: organ, units: of }) =>
      Object.keys(of).map((unit) => ({ organ, unit }))
    );
    const missing = units.flatMap((place) =>
      (['caseworker', 'manager', 'registrar', 'secretary'] as const)
        .filter((role) => !isHeld(role, place))
        .map((role) => `${role}, ${place.organ}/${place.unit}`)
    );
    expect(missing).toEqual([]);
  });
});
