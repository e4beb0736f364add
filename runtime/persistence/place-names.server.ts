import type { OrganKind } from '../definition/types.ts';
import { read } from './transaction.server.ts';

const NAMES = {
  name: 'place-names',
  text: `select o.name as organ, u.name as unit from organ o left join unit u on u.organ_key = o.key and u.key = $2 where o.key = $1`
};

/** What an organ and a unit of it are called; by their keys where nobody has named them. */
export async function placeNames(organ: string, unit: string): Promise<{ organ: string; unit: string }> {
  const [row] = await read<{ organ: string; unit: string | null }>(NAMES, [organ, unit]);
  return { organ: row?.organ ?? organ, unit: row?.unit ?? unit };
}

const NAME_ORGAN = { name: 'name-organ', text: 'update organ set name = $2 where key = $1' };
const NAME_UNIT = {
  name: 'name-unit',
  text: `insert into unit (organ_key, key, name) select $1, $2, $3 where exists (select from organ where key = $1)
    on conflict (organ_key, key) do update set name = excluded.name`
};

/** Names organs that some case type has, and units of theirs. An organ that none has is passed over. */
export async function namePlaces(
  organs: readonly { readonly key: string; readonly name: string; readonly units: Readonly<Record<string, string>> }[]
): Promise<void> {
  for (const { key, name, units } of organs) {
    await read(NAME_ORGAN, [key, name]);
    for (const [unit, called] of Object.entries(units)) await read(NAME_UNIT, [key, unit, called]);
  }
}

/** A whole organ, or (with a unit) one of its units. */
export interface Place {
  readonly organ: string;
  readonly unit: string | null;
}

const ALL = {
  name: 'all-places',
  text: 'select key as organ, null as unit, name from organ union all select organ_key, key, name from unit'
};
const KEPT_MS = 60_000;
const keyOf = ({ organ, unit }: Place) => JSON.stringify([organ, unit]);
let kept: { readonly names: ReadonlyMap<string, string>; readonly at: number } | undefined;

/** What places are called, each name once, in the order given. Names change so seldom that they are kept for a minute. */
export async function workplaceNames(places: readonly Place[], now: Date): Promise<string[]> {
  if (!kept || Math.abs(now.getTime() - kept.at) > KEPT_MS) {
    const rows = await read<Place & { name: string }>(ALL);
    kept = { names: new Map(rows.map((row) => [keyOf(row), row.name])), at: now.getTime() };
  }
  const { names } = kept;
  return [...new Set(places.map((place) => names.get(keyOf(place)) ?? place.unit ?? place.organ))];
}

/** A unit that a case type can belong to, with its organ and what they are called. */
export interface OwningUnit {
  readonly organ: string;
  readonly kind: OrganKind;
  readonly unit: string;
  readonly name: string;
}

const OWNING_UNITS = {
  name: 'owning-units',
  text: `select o.key as organ, o.kind, u.key as unit, u.name || ', ' || o.name as name from unit u join organ o on o.key = u.organ_key
order by o.name, u.name`
};

/** Every unit of every organ. */
export const owningUnits = (): Promise<OwningUnit[]> => read<OwningUnit>(OWNING_UNITS, []);
