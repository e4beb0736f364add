import type { Actor } from '../access/model.ts';
import type { OrganKind } from '../definition/types.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { keyMaker } from '../flow/bpmn/keys.ts';
import { ORGAN_KINDS } from '../persistence/entities/organization.ts';
import {
  addOrganRow,
  addUnitRow,
  changeOrganRow,
  changeUnitRow,
  organHolders,
  organRows,
  type OrganHolder,
  type OrganRow
} from '../persistence/organisation/organs.server.ts';
import { stockholmDay } from '../time/day.ts';
import { administered, found, mayAdminister, said, type Administering } from './administration.server.ts';

/** Every organ with its units. */
export const listOrgans = async (actor: Actor): Promise<OrganRow[] | Refusal> => mayAdminister(actor) ?? organRows();

/** An organ with its units, and who works there today. */
export async function readOrgan(
  key: string,
  { actor, now }: Administering
): Promise<{ readonly organ: OrganRow; readonly holders: readonly OrganHolder[] } | Refusal> {
  const refused = mayAdminister(actor);
  if (refused) return refused;
  const organ = (await organRows()).find((row) => row.key === key);
  if (!organ) return refuse('organisation.not_found');
  return { organ, holders: await organHolders(key, stockholmDay(now)) };
}

interface WrittenOrgan {
  readonly name: string;
  readonly kind: string;
}

function organOf({ name, kind }: WrittenOrgan): { name: string; kind: OrganKind } | Refusal {
  const known = ORGAN_KINDS.find((one) => one === kind);
  return said(name) === '' || !known ? refuse('organisation.incomplete') : { name: said(name), kind: known };
}

/** A new organ, under a key made of its name, which case types name it by. Gives the key. */
export async function addOrgan(written: WrittenOrgan, { actor }: Administering): Promise<{ key: string } | Refusal> {
  const organ = organOf(written);
  if (isRefusal(organ)) return organ;
  return administered(actor, async (run) => {
    const rows = await organRows();
    if (rows.some(({ name }) => name === organ.name)) return refuse('organisation.name_taken');
    const key = keyMaker(rows.map((row) => row.key))(organ.name, 'organ');
    await addOrganRow(run, { ...organ, key });
    return { key };
  });
}

export async function changeOrgan(
  key: string,
  written: WrittenOrgan,
  { actor }: Administering
): Promise<null | Refusal> {
  const organ = organOf(written);
  if (isRefusal(organ)) return organ;
  return administered(actor, async (run) => found(await changeOrganRow(run, { key, ...organ })));
}

/** A new unit of an organ, under a key made of its name. */
export async function addUnit(organ: string, written: string, { actor }: Administering): Promise<null | Refusal> {
  const name = said(written);
  if (name === '') return refuse('organisation.incomplete');
  return administered(actor, async (run) => {
    const row = (await organRows()).find(({ key }) => key === organ);
    if (!row) return refuse('organisation.not_found');
    if (row.units.some((unit) => unit.name === name)) return refuse('organisation.name_taken');
    const key = keyMaker(row.units.map((unit) => unit.key))(name, 'unit');
    await addUnitRow(run, { organ, key, name });
    return null;
  });
}

export async function changeUnit(
  { organ, key, name }: { readonly organ: string; readonly key: string; readonly name: string },
  { actor }: Administering
): Promise<null | Refusal> {
  if (said(name) === '') return refuse('organisation.incomplete');
  return administered(actor, async (run) => found(await changeUnitRow(run, { organ, key, name: said(name) })));
}
