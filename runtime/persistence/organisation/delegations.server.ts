import type { StaffRole } from '../../access/roles.ts';
import { read, type Run } from '../transaction.server.ts';
import type { Period } from './held.server.ts';

/** An item of a delegationsordning, with everybody who has held it, holds it or will. */
export interface ItemRow {
  readonly item: string;
  readonly title: string;
  readonly holders: readonly (HolderFacts & {
    readonly id: string;
    readonly person: string | null;
    readonly unitName: string | null;
  })[];
  /** The published case types that need it. */
  readonly caseTypes: readonly string[];
}

/** Who holds an item: a role in the organ or one unit of it, one person, or an automated function. */
export interface HolderFacts extends Period {
  readonly unit: string | null;
  readonly role: StaffRole | null;
  readonly personId: string | null;
  readonly automated: boolean;
  /** The beslut that gave it to them. */
  readonly basis: string;
}

const ITEMS = {
  name: 'delegation-items',
  text: `select i.item, i.title,
    (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'unit', d.unit_key, 'unitName', u.name, 'role', d.role, 'personId', d.person_id,
        'person', p.name, 'automated', d.automated, 'basis', d.basis, 'from', d.from_day, 'to', d.to_day)
        order by d.to_day desc nulls first, d.from_day, d.id), '[]')
      from delegation d left join person p on p.id = d.person_id left join unit u on u.organ_key = d.organ_key and u.key = d.unit_key
      where d.organ_key = i.organ_key and d.item = i.item) as holders,
    array(select v.slug from case_type t join case_type_version v on v.id = t.version_id where i.item = any(v.delegation)
      and v.parts::jsonb #>> '{settings,owner,organ}' = i.organ_key order by v.slug) as "caseTypes"
    from delegation_item i where i.organ_key = $1 order by i.item`
};

export const itemRows = (organ: string): Promise<ItemRow[]> => read<ItemRow & Record<string, unknown>>(ITEMS, [organ]);

const ADD_ITEM = {
  name: 'item-add',
  text: 'insert into delegation_item (organ_key, item, title) values ($1, $2, $3)'
};
const CHANGE_ITEM = {
  name: 'item-change',
  text: 'update delegation_item set title = $3 where organ_key = $1 and item = $2 returning item'
};
const ADD_HOLDER = {
  name: 'holder-add',
  text: `insert into delegation (id, organ_key, item, unit_key, role, person_id, automated, basis, from_day, to_day)
    values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`
};

export interface ItemFacts {
  readonly organ: string;
  readonly item: string;
  readonly title: string;
}

export const addItemRow = (run: Run, { organ, item, title }: ItemFacts) => run(ADD_ITEM, [organ, item, title]);

export const changeItemRow = async (run: Run, { organ, item, title }: ItemFacts): Promise<boolean> =>
  (await run(CHANGE_ITEM, [organ, item, title])).length > 0;

export const addHolderRow = (run: Run, { organ, item }: Omit<ItemFacts, 'title'>, holder: HolderFacts) => {
  const { unit, role, personId, automated, basis, from, to } = holder;
  return run(ADD_HOLDER, [organ, item, unit, role, personId, automated, basis, from, to]);
};
