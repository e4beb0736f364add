import type { StaffRole } from '../../access/roles.ts';
import type { OrganKind } from '../../definition/types.ts';
import { read, type Run } from '../transaction.server.ts';

export interface OrganRow {
  readonly key: string;
  readonly kind: OrganKind;
  readonly name: string;
  readonly units: readonly { readonly key: string; readonly name: string }[];
}

const ORGANS = {
  name: 'organs',
  text: `select o.key, o.kind, o.name, (select coalesce(jsonb_agg(jsonb_build_object('key', u.key, 'name', u.name) order by u.name), '[]')
    from unit u where u.organ_key = o.key) as units from organ o
    order by array_position(array['fullmaktige', 'styrelse', 'namnd', 'gemensam-namnd', 'bolag'], o.kind), o.name`
};

/** Every organ with its units, the assembly first. */
export const organRows = (): Promise<OrganRow[]> => read<OrganRow & Record<string, unknown>>(ORGANS);

const HOLDERS = {
  name: 'organ-holders',
  text: `select distinct p.id as "personId", p.name, h.role, u.name as unit, h.to_day::text as "to", s.name as "standsInFor"
    from held_role h join person p on p.id = h.person_id left join person s on s.id = h.stands_in_for
      left join unit u on u.organ_key = h.organ_key and u.key = h.unit_key
    where h.organ_key = $1 and h.from_day <= $2 and (h.to_day is null or h.to_day >= $2) and p.issuer <> 'service-account'
    order by p.name, h.role, unit`
};

/** Somebody who has a role in an organ on a day. */
export interface OrganHolder {
  readonly personId: string;
  readonly name: string;
  readonly role: StaffRole;
  /** Null: in all of the organ. */
  readonly unit: string | null;
  readonly to: string | null;
  readonly standsInFor: string | null;
}

export const organHolders = (organ: string, day: string): Promise<OrganHolder[]> =>
  read<OrganHolder & Record<string, unknown>>(HOLDERS, [organ, day]);

const ADD_ORGAN = { name: 'organ-add', text: 'insert into organ (key, kind, name) values ($1, $2, $3)' };
const CHANGE_ORGAN = {
  name: 'organ-change',
  text: 'update organ set kind = $2, name = $3 where key = $1 returning key'
};
const ADD_UNIT = { name: 'unit-add', text: 'insert into unit (organ_key, key, name) values ($1, $2, $3)' };
const CHANGE_UNIT = {
  name: 'unit-change',
  text: 'update unit set name = $3 where organ_key = $1 and key = $2 returning key'
};

export const addOrganRow = (run: Run, { key, kind, name }: Omit<OrganRow, 'units'>) =>
  run(ADD_ORGAN, [key, kind, name]);

export const changeOrganRow = async (run: Run, { key, kind, name }: Omit<OrganRow, 'units'>): Promise<boolean> =>
  (await run(CHANGE_ORGAN, [key, kind, name])).length > 0;

export interface UnitRow {
  readonly organ: string;
  readonly key: string;
  readonly name: string;
}

export const addUnitRow = (run: Run, { organ, key, name }: UnitRow) => run(ADD_UNIT, [organ, key, name]);

export const changeUnitRow = async (run: Run, { organ, key, name }: UnitRow): Promise<boolean> =>
  (await run(CHANGE_UNIT, [organ, key, name])).length > 0;
