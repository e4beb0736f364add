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
