import { readFileToSign } from '#runtime';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { signerOf } from '#lib/server/co-signing.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { sendFile } from '#lib/server/send-file.ts';
import { files } from '#lib/server/services.ts';

/** A file of what somebody is asked to sign, for that very person. */
export const GET = async (event) => {
  const login = signerOf(event);
  const { token, file: fileId } = event.params;
  const file = login ? await readFileToSign(token, fileId, login) : refuse('signing.somebody_else');
  if (isRefusal(file)) stopWith(file, event.locals.requestId);
  return sendFile(await files.read(file.storageKey), { ...file, inline: true });
};
