import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CaseType } from '../definition/case-type.ts';
import { readCaseTypeFolder } from '../definition/read-folder.server.ts';

const folder = fileURLToPath(new URL('../../case-types/', import.meta.url));

/** Every case type in `case-types/`, by its folder. Throws on one that does not parse. */
export async function shippedCaseTypes(): Promise<[string, CaseType][]> {
  const slugs = readdirSync(folder).filter((slug) => slug !== 'schema');
  return Promise.all(
    slugs.sort().map(async (slug): Promise<[string, CaseType]> => {
      const { caseType, problems } = await readCaseTypeFolder(`${folder}${slug}`);
      if (!caseType) throw new Error(`${slug} does not parse: ${JSON.stringify(problems)}`);
      return [slug, caseType];
    })
  );
}
