import { redirect } from '@sveltejs/kit';
import { copyOf } from '#designer/start/copy.ts';
import { fromSchema } from '#designer/start/from-schema.ts';
import { CATEGORIES, templateOf, type NewCaseType } from '#designer/start/template.ts';
import { keyOfText } from '#designer/commands/keys.ts';
import { owningUnits, publishedCaseType, publishedCaseTypes, startDesign } from '#runtime';
import { may } from '#runtime/access/permissions.ts';
import type { Json } from '#runtime/definition/json.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { documentOfType } from '#lib/server/design/document-of-type.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { clock } from '#lib/server/services.ts';
import { postedForm } from '#lib/server/posted-form.ts';

export const load = async (event) => {
  const { actor } = requireDesigner(event);
  const published = await publishedCaseTypes();
  return {
    units: (await owningUnits()).filter((unit) => may(actor, 'case-type.manage', unit)),
    categories: CATEGORIES,
    published: published.map(({ slug, caseType }) => ({ slug, title: caseType.texts.sv['caseType.title'] ?? slug }))
  };
};

export const actions = {
  default: async (event) => {
    const { actor } = requireDesigner(event);
    const { requestId } = event.locals;
    const posted = await postedForm(event);
    const field = (name: string) => String(posted.get(name) ?? '').trim();
    const filled = {
      ...{ title: field('title'), slug: field('slug'), start: field('start'), category: field('category') },
      ...{ copy: field('copy'), unit: field('unit'), schema: field('schema') }
    };
    if (filled.title === '') return { ...filled, wrong: 'designer.titleMissing' as const };
    const unit = (await owningUnits()).find(({ organ, unit }) => `${organ}/${unit}` === filled.unit);
    if (!unit) stopWith({ refused: 'access.denied' }, requestId);
    const slug = filled.slug || keyOfText(filled.title);
    const category = CATEGORIES.find((each) => each === filled.category) ?? 'ansokan';
    const made: NewCaseType = {
      ...{ slug, title: filled.title, category },
      owner: { organ: unit.organ, kind: unit.kind, unit: unit.unit }
    };
    const schema = filled.start === 'schema' ? schemaOf(filled.schema) : undefined;
    if (filled.start === 'schema' && !schema) return { ...filled, wrong: 'designer.schemaWrong' as const };
    const source = filled.start === 'copy' ? await publishedCaseType(filled.copy) : undefined;
    if (source && isRefusal(source)) stopWith(source, requestId);
    const template = source ? owned(copyOf(documentOfType(source.caseType), made), made) : templateOf(made);
    const { document, lost } = schema ? fromSchema(template, schema) : { document: template, lost: [] };
    const started = await startDesign(document, actor, clock.now());
    if (isRefusal(started)) {
      if (started.refused === 'access.denied') stopWith(started, requestId);
      return { ...filled, refused: started.refused };
    }
    if (lost.length > 0) return { ...filled, slug: started.slug, lost };
    redirect(303, `/admin/arendetyper/${started.slug}/oversikt`);
  }
};

/** A copy belongs to whoever copied it. */
const owned = (document: ReturnType<typeof copyOf>, { owner }: NewCaseType) =>
  isObject(document.settings) ? { ...document, settings: { ...document.settings, owner: { ...owner } } } : document;

function schemaOf(text: string) {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) && isObject(value.properties) ? value : undefined;
  } catch {
    return undefined;
  }
}
