import { read } from './transaction.server.ts';

export interface PartRow {
  readonly organ: string;
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly fragment: string;
  readonly saved_by: string;
  readonly saved_at: string;
}

const NEWEST = {
  name: 'library-parts',
  text: `select distinct on (p.key) p.organ_key as organ, p.key, p.version, p.name, p.fragment, n.name as saved_by, p.saved_at
from library_part p join person n on n.id = p.saved_by_id where p.organ_key = $1 order by p.key, p.version desc`
};

/** The newest version of each part of an organ. */
export const newestParts = (organ: string): Promise<PartRow[]> => read<PartRow>(NEWEST, [organ]);

const ADD = {
  name: 'add-library-part',
  text: `insert into library_part (organ_key, key, version, name, fragment, saved_by_id, saved_at)
values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning version`
};

/** False when somebody else saved that version first. */
export const insertPart = async (
  { organ, key, version, name, fragment }: Omit<PartRow, 'saved_by' | 'saved_at'>,
  by: string,
  now: Date
): Promise<boolean> => (await read(ADD, [organ, key, version, name, fragment, by, now])).length === 1;
