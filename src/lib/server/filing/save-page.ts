import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { keepDraftFiles, removeDraftFile, saveDraft, type Draft, type DraftOwner } from '#runtime';
import { isRefusal, type AnswerFault, type Refusal } from '#runtime/errors/refusal.ts';
import { templateOf, type CompiledForm } from '#runtime/form/compile-form.ts';
import { fileIdsIn } from '#runtime/form/file-ids.ts';
import type { Answers, Environment } from '#runtime/form/model.ts';
import { at, below } from '#runtime/form/pointer.ts';
import { parsePosted, type RowChange } from '#runtime/form/parse-posted.ts';
import { readPosted } from '#lib/form/posted.ts';
import { map } from '../map.ts';
import { files, clock, scanner } from '../services.ts';
import { readForm, type ReceivedForm } from '../upload/read-form.ts';
import type { FileRules } from '../upload/receive-file.ts';

/** A form that is being filled in and kept as it goes: an application, or what an event asks for. */
export interface Entry {
  readonly draft: Draft;
  readonly owner: DraftOwner;
  readonly compiled: CompiledForm;
  readonly environment: Environment;
}

/** A page as it was saved: right or wrong, with its files. */
export interface SavedPage {
  readonly answers: Answers;
  /** A button within the form was pressed (a row, a file, a place): the page is shown again. */
  readonly stays: boolean;
  /** The page is then to say what is still wrong. */
  readonly asksWrong: boolean;
  /** The pointer of where that button leads: a row that came, the list where one went, the question of a file or a place. */
  readonly at: string | undefined;
  /** The page's own button. */
  readonly button: string | undefined;
  /** The page's hidden fields, beside the form's. */
  readonly hidden: ReadonlyMap<string, string>;
  /** Files that were not let in, by name. */
  readonly refusedFiles: readonly AnswerFault[];
}

/** Reads a posted page, or a whole form, and saves it as it is, so that nothing typed is lost; files are kept at once. */
export async function savePage(
  { request }: RequestEvent,
  { draft, owner, compiled, environment }: Entry,
  page?: string
): Promise<SavedPage | Refusal> {
  const received = await readForm(request, { files, scanner, rulesOf: rulesOf(compiled, page, draft.answers) });
  if (isRefusal(received)) return received;
  const { entries, stays, at: pressed, asksWrong } = readPosted(received.entries, map);
  const kept = await keepDraftFiles(
    draft.id,
    received.files.map((file) => ({ id: randomUUID(), ...file })),
    clock.now()
  );
  const arrived = kept.map((file, index) => ({ pointer: received.files[index]?.field ?? '', file }));
  const { answers, row } = parsePosted(compiled, entries, draft.answers, {
    page,
    today: environment.today,
    files: arrived
  });
  const saved = await saveDraft(draft.id, owner, { answers, now: clock.now() });
  if (isRefusal(saved)) return saved;
  await removeLeftOut(draft.id, draft.answers, answers);
  const refusedFiles = received.refusals.map(faultOf);
  const hidden = new Map(received.entries.filter(([name]) => !name.startsWith('/')));
  const where = row ? placeOf(row) : pressed;
  return {
    answers,
    stays: stays || row !== undefined,
    at: where,
    asksWrong,
    button: hidden.get('do'),
    hidden,
    refusedFiles
  };
}

/** Where to go on: at the row that came; at the list where one went, which may have been the last. */
const placeOf = ({ change, list, index }: RowChange): string => (change === 'added' ? below(list, index) : list);

const faultOf = ({ field, name, refusal }: ReceivedForm['refusals'][number]): AnswerFault => ({
  pointer: field,
  code: refusal.refused,
  params: { ...refusal.params, name }
});

/** What a file control of the posted page takes, less what it already holds; no rules for any other name. */
const rulesOf =
  (compiled: CompiledForm, page: string | undefined, answers: Answers) =>
  (pointer: string): FileRules | undefined => {
    const field = compiled.byTemplate.get(templateOf(pointer));
    if (!field?.kind.files || (page !== undefined && field.page !== page) || !('maxBytes' in field.element.options))
      return undefined;
    const { types, maxBytes, maxCount } = field.element.options;
    const held = at(answers, pointer);
    return { types, maxBytes, maxCount: maxCount - (Array.isArray(held) ? held.length : 0) };
  };

/** A file that no answer names any more is erased. */
async function removeLeftOut(draftId: string, before: Answers, after: Answers): Promise<void> {
  const left = new Set(fileIdsIn(after));
  for (const id of fileIdsIn(before)) if (!left.has(id)) await removeDraftFile(draftId, id, files);
}
