import { checkedDesign, publishedCaseType, readDesign, wholeFile } from '#runtime';
import { may } from '#runtime/access/permissions.ts';
import { unpacked } from '#runtime/edit/whole-file.ts';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { at } from '#runtime/form/pointer.ts';
import { designerFor } from '#lib/server/api/designer-for.ts';
import { problem } from '#lib/server/api/problem.ts';
import { LONGEST_CASE_TYPE, readJson } from '#lib/server/api/read-json.ts';
import { documentOfType } from '#lib/server/design/document-of-type.ts';
import { takeFile } from '#lib/server/design/take-file.ts';

/** The whole case type as it is being changed, or as it is published when nobody changes it, with the texts of its templates. */
export const GET = async (event) => {
  const { language } = event.locals;
  const caller = await designerFor(event);
  if (isRefusal(caller)) return problem(caller, language);
  const { slug } = event.params;
  const design = await readDesign(slug, caller.actor);
  if (!isRefusal(design)) return Response.json(await wholeFile(design.document));
  if (design.refused !== 'case_type.not_found') return problem(design, language);
  const published = await publishedCaseType(slug);
  if (isRefusal(published)) return problem(published, language);
  const allowed = may(caller.actor, 'case-type.manage', published.caseType.settings.owner);
  if (!allowed) return problem(refuse('access.denied'), language);
  return Response.json(await wholeFile(documentOfType(published.caseType)));
};

/** Takes a whole case type as the design. */
export const PUT = async (event) => {
  const { language } = event.locals;
  const caller = await designerFor(event);
  if (isRefusal(caller)) return problem(caller, language);
  const body = await readJson(event.request, LONGEST_CASE_TYPE);
  const file = isRefusal(body) ? body : unpacked(body);
  if (isRefusal(file)) return problem(file, language);
  const { slug } = event.params;
  if (at(file.document, '/settings/slug') !== slug) return problem(refuse('edit.key_refused', { key: slug }), language);
  const refused = await takeFile(file, caller.actor);
  if (refused) return problem(refused, language);
  const { problems, reached } = checkedDesign(file.document);
  return Response.json({ slug, level: reached, problems });
};
