import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { keepDraftFiles, readDraft } from '#runtime';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { readHandle } from '#lib/server/api/draft-handle.ts';
import { answer, problem } from '#lib/server/api/problem.ts';
import { rulesFor } from '#lib/server/api/uploaded.ts';
import { clock, files, scanner } from '#lib/server/services.ts';
import { receiveFile } from '#lib/server/upload/receive-file.ts';
import { chunksOf, tidy } from '#lib/server/upload/read-form.ts';

/**
 * Takes one file, as it is, for the question that `field` names. It streams to the store, and is looked at by its content. What comes
 * back stands in the answers.
 */
export const POST = async ({ request, params, url, locals: { language } }) => {
  const handle = readHandle(params.draft);
  const draft = handle ? await readDraft(handle.id, handle.owner, clock.now()) : refuse('draft.not_found');
  if (isRefusal(draft)) return problem(draft, language);
  if (!/^application\/octet-stream\b/i.test(request.headers.get('content-type') ?? ''))
    return problem(refuse('api.unsupported_media_type'), language);
  const field = url.searchParams.get('field') ?? '';
  const name = tidy(url.searchParams.get('name') ?? '');
  const rules = await rulesFor(draft.versionId, field);
  if (!rules || !name || !request.body) {
    const faults = [{ pointer: field, code: rules ? 'required' : 'additionalProperties' }];
    return problem({ ...refuse('form.answers_invalid'), faults }, language);
  }
  const content = Readable.from(chunksOf(request.body));
  const received = await receiveFile({ field, name, content, rules }, { files, scanner });
  if (isRefusal(received)) return problem(received, language);
  const [kept] = await keepDraftFiles(draft.id, [{ id: randomUUID(), ...received }], clock.now());
  return answer({ ...kept }, language, 201);
};
