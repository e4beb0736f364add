import { definitionOf, formOf, readDraft, readDraftFile } from '#runtime';
import { isRefusal, type AnswerFault } from '#runtime/errors/refusal.ts';
import { templateOf } from '#runtime/form/compile-form.ts';
import type { Answers, Environment } from '#runtime/form/model.ts';
import { controlsIn, project } from '#runtime/form/project.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import type { FileRules } from '../upload/receive-file.ts';
import { isAmong } from '../upload/sniff.ts';
import { clock } from '../services.ts';
import type { DraftHandle } from './draft-handle.ts';

/** What a question of the application allows as files; undefined where it takes none. */
export async function rulesFor(versionId: string, pointer: string): Promise<FileRules | undefined> {
  const field = formOf(await definitionOf(versionId), 'application').byTemplate.get(templateOf(pointer));
  if (!field?.kind.files || !('maxBytes' in field.element.options)) return undefined;
  const { types, maxBytes, maxCount } = field.element.options;
  return { types, maxBytes, maxCount };
}

/**
 * What is wrong with the files that answers name: one that was not uploaded to the draft, is told otherwise than it is, or is not what
 * its question takes. Nothing is said of a draft that is gone: it was filed, and the command's key knows.
 */
export async function fileFaults({ id, owner }: DraftHandle, answers: Answers): Promise<AnswerFault[]> {
  const draft = await readDraft(id, owner, clock.now());
  if (isRefusal(draft)) return [];
  const { form } = formOf(await definitionOf(draft.versionId), 'application');
  const environment: Environment = { data: {}, today: stockholmDay(clock.now()), conditions: {} };
  const named = project(form, 'application', answers, environment)
    .pages.flatMap(controlsIn)
    .flatMap(({ pointer, value }) => (Array.isArray(value) ? value.map((file) => ({ pointer, file })) : []));
  const faults: AnswerFault[] = [];
  for (const { pointer, file } of named) {
    const rules = await rulesFor(draft.versionId, pointer);
    if (!rules) continue;
    const kept = isObject(file) && typeof file['id'] === 'string' ? await readDraftFile(id, file['id']) : undefined;
    const isTrue =
      kept &&
      !isRefusal(kept) &&
      isObject(file) &&
      file['type'] === kept.mediaType &&
      file['size'] === kept.size &&
      file['name'] === kept.name;
    if (!isTrue) faults.push({ pointer, code: 'const' });
    else if (!isAmong(kept.mediaType, rules.types)) faults.push({ pointer, code: 'file.type_not_allowed' });
    else if (kept.size > rules.maxBytes) faults.push({ pointer, code: 'file.too_large' });
  }
  return faults;
}
