import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { JsonObject } from '../runtime/definition/json.ts';
import { documentOf, filesOf } from '../runtime/edit/files.ts';
import { packed, unpacked } from '../runtime/edit/whole-file.ts';
import { isRefusal } from '../runtime/errors/refusal.ts';
import { at } from '../runtime/form/pointer.ts';

/**
 * `case-types pull <slug> <folder>` writes a case type of a running Smedja as files, its templates among them; `case-types push <folder>
 * ["why"]` gives them back as its design, and publishes it when a reason follows. `SMEDJA_URL` and `SMEDJA_TOKEN` (scope case-types:write)
 * say where and who.
 */
const TEMPLATES = 'templates/';
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
  const answer = await ask(`${slug}/design`);
  if (!answer) return stop(`There is no case type ${slug} at ${SMEDJA_URL}.`);
  const whole = unpacked(answer);
  if (isRefusal(whole)) return stop(whole.refused);
  const templates = Object.entries(whole.templateTexts).map(([name, text]) => [`templates/${name}`, text] as const);
  for (const [path, content] of [...Object.entries(filesOf(whole.document)), ...templates]) {
    if (relative(folder, join(folder, path)).startsWith('..')) return stop(`${path} is no file of a case type.`);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  console.log(`${slug} → ${folder}`);
}

async function push(folder: string, why: string): Promise<void> {
  const paths = (await readdir(folder, { recursive: true })).map((path) => path.split(sep).join('/')).sort();
  const read = async (wanted: (path: string) => boolean) =>
    Object.fromEntries(
      await Promise.all(
        paths.filter(wanted).map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)
      )
    );
  const texts = Object.entries(await read((path) => path.startsWith(TEMPLATES)));
  const document = documentOf(await read((path) => path.endsWith('.json') && !path.startsWith(TEMPLATES)));
  const templateTexts = Object.fromEntries(texts.map(([path, text]) => [path.slice(TEMPLATES.length), text]));
  const slug = String(at(document, '/settings/slug'));
  console.log(JSON.stringify(await ask(`${slug}/design`, 'PUT', packed({ document, templateTexts })), null, 2));
  if (why !== '') console.log(JSON.stringify(await ask(`${slug}/publish`, 'POST', { why }), null, 2));
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
