import { publishedCaseTypes } from '#runtime';
import { findText } from '#runtime/form/texts.ts';
import { organName } from '#lib/server/organ-name.ts';
import type { PageServerLoad } from './$types';

/** How far each service has come, by organ: the level that its case type claims, which the check refuses if it is not reached (V22). */
export const load: PageServerLoad = async ({ locals }) => {
  const published = (await publishedCaseTypes()).map(({ caseType }) => caseType);
  const organs = [...new Set(published.map(({ settings }) => settings.owner.organ))];
  const { compare } = new Intl.Collator(locals.language);
  const groups = await Promise.all(
    organs.map(async (organ) => {
      const own = published.filter(({ settings }) => settings.owner.organ === organ);
      const services = own
        .map(({ settings, texts }) => ({
          slug: settings.slug,
          title: findText(texts, locals.language)('caseType.title') ?? settings.slug,
          category: settings.category,
          level: settings.eService.level,
          isOpen: settings.eService.authentication !== 'staff'
        }))
        .toSorted((a, b) => b.level - a.level || compare(a.title, b.title));
      const mean = Math.round((10 * services.reduce((sum, { level }) => sum + level, 0)) / services.length) / 10;
      return { organ, name: await organName(organ), services, mean };
    })
  );
  return { groups: groups.toSorted((a, b) => compare(a.name, b.name)) };
};
