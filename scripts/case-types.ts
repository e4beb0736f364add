import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JsonObject } from '../runtime/definition/json.ts';
import { documentOf, filesOf } from '../runtime/edit/files.ts';
import { at, isObject } from '../runtime/form/pointer.ts';

/**
 * `case-types pull <slug> <folder>` writes a case type of a running Smedja as files; `case-types push <folder> ["why"]` gives them back as its
 * design, and publishes it when a reason follows. The texts of its templates are no such files: they are changed in the designer, and a
 * push leaves them as they are. `SMEDJA_URL` and `SMEDJA_TOKEN` (scope case-types:write) say where and who.
 */
const IN_DESIGNER = 'Its templates are not among the files: they stay as they are in Smedja, where they are changed.';
const [verb, first = '', second = ''] = process.argv.slice(2);
const { SMEDJA_URL = 'http://localhost:3000', SMEDJA_TOKEN = '' } = process.env;

/** What is answered; null for what is not there. Anything else that is refused ends the script. */
async function ask(path: string, method = 'GET', body?: unknown): Promise<JsonObject | null> {
  const headers = { authorization: `Bearer ${SMEDJA_TOKEN}`, 'content-type': 'application/json' };
  const address = new URL(`/api/v1/case-types/${path}`, SMEDJA_URL);
  const answer = await fetch(address, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  });
  const said = JSON.parse(await answer.text());
  if (answer.ok) return said;
  if (method === 'GET' && answer.status === 404) return null;
  console.error(`${answer.status} ${JSON.stringify(said, null, 2)}`);
  return process.exit(1);
}

async function pull(slug: string, folder: string): Promise<void> {
  const document = await ask(`${slug}/design`);
  if (!document) return stop(`There is no case type ${slug} at ${SMEDJA_URL}.`);
  for (const [path, content] of Object.entries(filesOf(document))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  console.log(`${slug} → ${folder}`);
  if (Object.keys(templatesOf(document)).length > 0) console.log(IN_DESIGNER);
}

async function push(folder: string, why: string): Promise<void> {
  const all = (await readdir(folder, { recursive: true })).sort();
  const template = all.find((path) => /^templates[/\\]/.test(path));
  if (template)
    return stop(`${template} cannot be pushed. ${IN_DESIGNER} Take the folder templates away and push again.`);
  const paths = all.filter((path) => path.endsWith('.json'));
  const files = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)
  );
  const pushed = documentOf(Object.fromEntries(files));
  const slug = String(at(pushed, '/settings/slug'));
  const before = await ask(`${slug}/design`);
  const document = { ...pushed, templates: before ? templatesOf(before) : {} };
  console.log(JSON.stringify(await ask(`${slug}/design`, 'PUT', document), null, 2));
  if (why !== '') console.log(JSON.stringify(await ask(`${slug}/publish`, 'POST', { why }), null, 2));
}

function templatesOf(document: JsonObject): JsonObject {
  const templates = document['templates'];
  return isObject(templates) ? templates : {};
}

function stop(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

if (verb === 'pull' && first && second) await pull(first, second);
else if (verb === 'push' && first) await push(first, second);
else {
  console.error(
    'npm run case-types:pull -- <slug> <folder>\nnpm run case-types:push -- <folder> ["why it is published"]'
  );
  process.exit(2);
}
