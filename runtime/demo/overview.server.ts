import { listMyCases } from '../case/list-cases.server.ts';
import { personIdsByPersonnummer } from '../persistence/people.server.ts';
import { CITIZENS, nameOf, STAFF } from './people.ts';
import { DEMO_ORGANS } from './organs.ts';

/** Whom a visitor of the demo can log in as. */
export interface DemoCast {
  readonly citizens: readonly {
    readonly key: string;
    readonly name: string;
    readonly personalNumber: string;
    readonly isProtected: boolean;
    /** What they have, by the title of the case type. */
    readonly cases: Readonly<Record<string, number>>;
  }[];
  readonly staff: readonly {
    readonly key: string;
    readonly name: string;
    readonly title: string;
    readonly roles: readonly { readonly role: string; readonly organs: readonly string[] }[];
  }[];
}

/** The people of the demo, with what the citizens have and what the staff may do. */
export async function demoCast(language: string): Promise<DemoCast> {
  const ids = await personIdsByPersonnummer(CITIZENS.map(({ personalNumber }) => personalNumber));
  const citizens = CITIZENS.map(async (citizen) => {
    const { key, personalNumber, protection } = citizen;
    const id = ids.get(personalNumber);
    const cases = id === undefined ? [] : await listMyCases(id, language);
    const titles = Object.groupBy(cases, ({ caseType }) => caseType);
    return {
      ...{ key, personalNumber, name: nameOf(citizen), isProtected: protection !== undefined },
      cases: Object.fromEntries(Object.entries(titles).map(([title, found]) => [title, found?.length ?? 0]))
    };
  });
  return { citizens: await Promise.all(citizens), staff: STAFF.map(colleague) };
}

function colleague({ key, name, title, memberships }: (typeof STAFF)[number]): DemoCast['staff'][number] {
  const byRole = Object.groupBy(memberships, ({ role }) => role);
  const roles = Object.entries(byRole).map(([role, held]) => ({
    role,
    organs: (held ?? []).map(({ organ }) => DEMO_ORGANS.find((one) => one.key === organ)?.name ?? organ)
  }));
  return { key, name, title, roles };
}
