import type { LogRow } from '#runtime';
import type { Json, JsonObject } from '#runtime/definition/json.ts';

/** What the log speaks of: the tables that say who may do what. */
export const LOG_OBJECTS = [
  ...(['organ', 'unit', 'person', 'employee', 'membership', 'system_administrator', 'staff_group'] as const),
  ...(['group_member', 'group_role', 'absence', 'delegation_item', 'delegation', 'service_account'] as const)
];

const FIELDS = [
  ...(['person_id', 'deputy_id', 'group_id', 'organ_key', 'unit_key', 'role', 'from_day', 'to_day', 'name'] as const),
  ...(['email', 'kind', 'key', 'title', 'user_name', 'external_id', 'claim', 'left_at', 'removed', 'item'] as const),
  ...(['basis', 'automated', 'source', 'scopes', 'revoked_at'] as const)
];

type Row = LogRow;

/** One row of the log as its page draws it: who, when, what, and each field before and after, where they differ. */
export function logLine({ seq, at, actor, by, object, act, before, after, names }: Row) {
  const fields = FIELDS.map((field) => ({
    field,
    before: valueOf(field, before, names),
    after: valueOf(field, after, names)
  }));
  return {
    ...{ seq, at, act, by },
    /** Of what is no person. */
    byWhat: actor === 'claim' ? ('claim' as const) : ('system' as const),
    object: LOG_OBJECTS.find((known) => known === object) ?? ('organ' as const),
    // What was changed is said with what it is about: whose role, which organ.
    fields: fields.filter(
      (one) => one.before !== one.after || (act === 'update' && one.after !== null && ABOUT.includes(one.field))
    )
  };
}

const ABOUT: readonly string[] = ['person_id', 'group_id', 'organ_key', 'item', 'role', 'user_name', 'key'];

/** A role as its key, so that the page says it in its language. */
function valueOf(field: string, row: JsonObject | null, names: Row['names']): string | null {
  const value: Json | undefined = row?.[field];
  if (value === undefined || value === null || value === false) return null;
  if (Array.isArray(value)) return value.join(', ');
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return field.endsWith('_id') || field === 'organ_key' ? (names[text] ?? text) : text;
}
