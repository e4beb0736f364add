import type { JsonObject } from '../../definition/json.ts';
import { read } from '../transaction.server.ts';

/** One change of who may do what. */
export interface LogRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  /** Who it was, if a person. */
  readonly by: string | null;
  readonly object: string;
  readonly act: 'insert' | 'update' | 'delete';
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  /** Names of the people, groups and organs that it speaks of, by id or key. */
  readonly names: Readonly<Record<string, string>>;
}

const IDS = `array[l.after->>'person_id', l.before->>'person_id', l.after->>'deputy_id', l.after->>'group_id', l.before->>'group_id',
  l.after->>'id', l.before->>'id']`;

/** Those of them that can be of a person, as ids: the table of all who ever lived here is not read through for a page. */
const UUIDS = `array(select t::uuid from unnest(${IDS}) t where t ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')`;

const LOG = {
  name: 'organisation-log',
  text: `select l.seq, l.at, l.actor, p.name as by, l.object, l.act, l.before, l.after,
      (select coalesce(jsonb_object_agg(x.id, x.name), '{}') from (
        select id::text, name from person where id = any(${UUIDS}) union select id::text, name from staff_group where id::text = any(${IDS})
        union select key, name from organ where key in (l.after->>'organ_key', l.before->>'organ_key')
      ) x) as names
    from organisation_log l left join person p on p.id = (case when l.actor like 'person:%' then substr(l.actor, 8)::uuid end)
    where ($1::int is null or l.seq < $1) and ($2::text is null or l.object = $2)
      and ($3::text is null or $3 = any(${IDS} || array[l.before->>'deputy_id', l.after->>'organ_key', l.after->>'key']))
    order by l.seq desc limit $4`
};

export interface LogWish {
  readonly before: number | null;
  /** A table. */
  readonly object: string | null;
  /** The id of a person or group, or the key of an organ. */
  readonly about: string | null;
  readonly limit: number;
}

export const logRows = ({ before, object, about, limit }: LogWish): Promise<LogRow[]> =>
  read<LogRow & Record<string, unknown>>(LOG, [before, object, about, limit]);
