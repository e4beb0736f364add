import { readdir, readFile } from 'node:fs/promises';
import type { CaseTypeDocument } from '../document/model.ts';
import { documentOf } from '#runtime/edit/files.ts';

const FOLDER = 'case-types';

/** The files of each shipped case type, by its slug and their paths. */
export async function shippedFiles(): Promise<Record<string, Record<string, string>>> {
  const slugs = (await readdir(FOLDER)).filter((slug) => slug !== 'schema');
  return Object.fromEntries(
    await Promise.all(slugs.map(async (slug) => [slug, await filesOf(`${FOLDER}/${slug}`)] as const))
  );
}

async function filesOf(folder: string): Promise<Record<string, string>> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.json')).sort();
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(`${folder}/${path}`, 'utf8')] as const))
  );
}

/** Each shipped case type as a document. */
export async function shippedDocuments(): Promise<Record<string, CaseTypeDocument>> {
  return Object.fromEntries(Object.entries(await shippedFiles()).map(([slug, files]) => [slug, documentOf(files)]));
}

/** The worked example: small, with a decision table, rows and scenarios. */
export const workedDocument = async (): Promise<CaseTypeDocument> =>
  documentOf(await filesOf('runtime/testing/worked-example'));
