import { readDesign, readVersion, wholeFile } from '#runtime';
import type { CaseTypeDocument } from '#runtime/edit/model.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { stopWith } from '#lib/server/fault-page.ts';

/** A whole case type as one file, with the texts of its templates: a version by its number, or the design. */
export const GET = async (event) => {
  const { actor } = requireDesigner(event);
  const { slug, number } = event.params;
  const design = number === 'design' ? await readDesign(slug, actor) : undefined;
  const parts = design ? design : await readVersion(slug, Number(number), actor);
  if (typeof parts !== 'string' && isRefusal(parts)) stopWith(parts, event.locals.requestId);
  const document: CaseTypeDocument = typeof parts === 'string' ? JSON.parse(parts) : parts.document;
  return new Response(`${JSON.stringify(await wholeFile(document), null, 2)}\n`, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${slug}-${number === 'design' ? number : `v${Number(number)}`}.json"`
    }
  });
};
