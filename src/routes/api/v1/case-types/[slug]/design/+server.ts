import { randomUUID } from 'node:crypto';
import { editTo } from '#designer/document/transform.ts';
import { checkedDesign, exchangeEdits, publishedCaseType, readDesign, startDesign } from '#runtime';
import type { Actor } from '#runtime';
import { may } from '#runtime/access/permissions.ts';
import type { CaseTypeDocument } from '#runtime/edit/model.ts';
import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { at } from '#runtime/form/pointer.ts';
import { designerFor } from '#lib/server/api/designer-for.ts';
import { answer, problem } from '#lib/server/api/problem.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { documentOfType } from '#lib/server/design/document-of-type.ts';
import { clock } from '#lib/server/services.ts';

/** The whole case type as it is being changed, or as it is published when nobody changes it. */
export const GET = async (event) => {
  const { language } = event.locals;
  const caller = await designerFor(event);
  if (isRefusal(caller)) return problem(caller, language);
  const { slug } = event.params;
  const design = await readDesign(slug, caller.actor);
  if (!isRefusal(design)) return Response.json(design.document);
  if (design.refused !== 'case_type.not_found') return problem(design, language);
  const published = await publishedCaseType(slug);
  if (isRefusal(published)) return problem(published, language);
  const allowed = may(caller.actor, 'case-type.manage', published.caseType.settings.owner);
  return allowed ? Response.json(documentOfType(published.caseType)) : problem(refuse('access.denied'), language);
};

/** Takes a whole case type as the design; what differs is one edit, so that others see it and it can be undone. */
export const PUT = async (event) => {
  const { language } = event.locals;
  const caller = await designerFor(event);
  if (isRefusal(caller)) return problem(caller, language);
  const document = await readJson(event.request);
  if (isRefusal(document)) return problem(document, language);
  const kept = await keep(event.params.slug, document, caller.actor);
  if (isRefusal(kept)) return problem(kept, language);
  const { problems, reached } = checkedDesign(document);
  return answer({ slug: event.params.slug, level: reached, problems }, language);
};

async function keep(slug: string, document: CaseTypeDocument, actor: Actor): Promise<object | Refusal> {
  if (at(document, '/settings/slug') !== slug) return refuse('edit.key_refused', { key: slug });
  const design = await readDesign(slug, actor);
  if (isRefusal(design))
    return design.refused === 'case_type.not_found' ? startDesign(document, actor, clock.now()) : design;
  const edit = editTo(design.document, 'import', document);
  if (isRefusal(edit)) return edit;
  const id = randomUUID();
  const given = { seq: design.seq, entries: [{ id, gesture: id, kind: 'do' as const, edit }], selection: null };
  const taken = await exchangeEdits(slug, given, { actor, now: clock.now() });
  if (isRefusal(taken)) return taken;
  return taken.entries.some((entry) => entry.id === id) ? taken : refuse('edit.conflict');
}
