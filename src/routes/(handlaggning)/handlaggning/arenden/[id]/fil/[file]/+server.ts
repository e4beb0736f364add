import { readCaseFile } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { sendFile } from '#lib/server/send-file.ts';
import { files } from '#lib/server/services.ts';
import { requireStaff } from '#lib/server/guards.ts';

/** A file of a case, for those who work with it. */
export const GET = async (event) => {
  const file = await readCaseFile(event.params.id, event.params.file, requireStaff(event).actor);
  if (isRefusal(file)) stopWith(file, event.locals.requestId);
  return sendFile(await files.read(file.storageKey), { ...file, inline: true });
};
