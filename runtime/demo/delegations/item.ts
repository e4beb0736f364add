import type { EnteredDelegation } from '../../persistence/delegations.server.ts';

export const CHIEF = ['manager'] as const;
export const BOTH = ['caseworker', 'manager'] as const;

/** Items of the delegationsordning of one organ, as the organ decided it. */
export const itemsOf =
  (organ: string, basis: string) =>
  (item: string, title: string, roles: EnteredDelegation['roles']): EnteredDelegation => ({
    ...{ organ, basis, item, title, roles },
    from: '2023-01-01'
  });
