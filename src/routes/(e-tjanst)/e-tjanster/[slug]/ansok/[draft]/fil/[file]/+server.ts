import { readDraftFile } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { openDraft } from '#lib/server/filing/open-draft.ts';
import { sendFile } from '#lib/server/send-file.ts';
import { files } from '#lib/server/services.ts';

/** A file of a draft, for the one who holds the draft. */
export const GET = async (event) => {
  const { draft } = await openDraft(event);
  const file = await readDraftFile(draft.id, event.params.file);
  if (isRefusal(file)) stopWith(file, event.locals.requestId);
  return sendFile(await files.read(file.storageKey), { ...file, inline: true });
};
