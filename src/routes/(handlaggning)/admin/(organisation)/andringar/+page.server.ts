import { readLog } from '#runtime';
import { administering, got } from '#lib/server/organisation/administering.ts';
import { logLine, LOG_OBJECTS } from '#lib/server/organisation/log-line.ts';

export const load = async (event) => {
  const { searchParams } = event.url;
  const object = LOG_OBJECTS.find((known) => known === searchParams.get('visa')) ?? null;
  const about = searchParams.get('om');
  const before = searchParams.get('fore');
  const { rows, next } = got(await readLog({ before, object, about }, administering(event).actor), event);
  return {
    ...{ object, about, next, isFirst: before === null },
    objects: LOG_OBJECTS,
    name: about === null ? null : (rows.map(({ names }) => names[about]).find(Boolean) ?? about),
    lines: rows.map(logLine)
  };
};
