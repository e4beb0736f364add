import { randomUUID } from 'node:crypto';
import { editTo } from '#designer/document/transform.ts';
import { exchangeEdits, keepDesignTemplate, publishedCaseType, readDesign, startDesign, type Actor } from '#runtime';
import type { CaseTypeDocument } from '#runtime/edit/model.ts';
import type { WholeCaseType } from '#runtime/edit/whole-file.ts';
import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { at } from '#runtime/form/pointer.ts';
import { clock } from '../services.ts';
import { documentOfType } from './document-of-type.ts';

/**
 * Takes a whole case type as the design of its slug, with its templates. What differs from a design that is there is one edit, so that
 * others see it and it can be undone; a case type that nobody changes is opened first as it is published. Refuses what `startDesign` and
 * `exchangeEdits` refuse, and `edit.conflict` when somebody changes the same meanwhile.
 */
export async function takeFile({ document, templateTexts }: WholeCaseType, actor: Actor): Promise<null | Refusal> {
  const slug = String(at(document, '/settings/slug') ?? '');
  const opened = await openedFor(slug, document, actor);
  if (isRefusal(opened)) return opened;
  for (const text of Object.values(templateTexts)) {
    const kept = await keepDesignTemplate(slug, text, actor);
    if (isRefusal(kept)) return kept;
  }
  const edit = editTo(opened.document, 'import', document);
  if (isRefusal(edit)) return edit;
  if (edit.patches.length === 0) return null;
  const id = randomUUID();
  const given = { seq: opened.seq, entries: [{ id, gesture: id, kind: 'do' as const, edit }], selection: null };
  const taken = await exchangeEdits(slug, given, { actor, now: clock.now() });
  if (isRefusal(taken)) return taken;
  return taken.entries.some((entry) => entry.id === id) ? null : refuse('edit.conflict');
}

/** The design as it is before the file is taken: of what is published, or of the file itself when there was nothing. */
async function openedFor(slug: string, document: CaseTypeDocument, actor: Actor) {
  const design = await readDesign(slug, actor);
  if (!isRefusal(design) || design.refused !== 'case_type.not_found') return design;
  const published = await publishedCaseType(slug);
  const start = isRefusal(published) ? document : documentOfType(published.caseType);
  const started = await startDesign(start, actor, clock.now());
  return isRefusal(started) ? started : readDesign(slug, actor);
}
