import { CITIZENS, nameOf, STAFF } from '../people.ts';

export type Audience = 'citizen' | 'staff';

/** Whom one can be, as the login page lists them. */
export function accounts(audience: Audience): { id: string; name: string; about: string }[] {
  return audience === 'staff'
    ? STAFF.map(({ key, name, title }) => ({ id: key, name, about: title }))
    : CITIZENS.map((citizen) => ({
        id: citizen.key,
        name: nameOf(citizen),
        about: citizen.personalNumber + (citizen.protection ? ', skyddade personuppgifter' : '')
      }));
}

/** The claims of an account. Citizens' follow the Swedish OIDC profile (id.oidc.se). */
export function accountOf(id: string) {
  const citizen = CITIZENS.find(({ key }) => key === id);
  if (citizen) {
    return {
      sub: id,
      name: nameOf(citizen),
      given_name: citizen.givenName,
      family_name: citizen.surname,
      'https://id.oidc.se/claim/personalIdentityNumber': citizen.personalNumber
    };
  }
  const colleague = STAFF.find(({ key }) => key === id);
  return colleague && { sub: id, name: colleague.name, memberships: [...colleague.memberships] };
}
