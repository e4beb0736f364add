import { caseOfParty, readCaseFile } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireLogin } from '#lib/server/guards.ts';
import { sendFile } from '#lib/server/send-file.ts';
import { files } from '#lib/server/services.ts';

/** A file of a case, for a party that may read its handling. */
export const GET = async (event) => {
  const { actor } = requireLogin(event);
  const { id, file: fileId } = event.params;
  const isParty = await caseOfParty(id, actor);
  const file = isRefusal(isParty) ? isParty : await readCaseFile(id, fileId, actor);
  if (isRefusal(file)) stopWith(file, event.locals.requestId);
  return sendFile(await files.read(file.storageKey), { ...file, inline: true });
};
