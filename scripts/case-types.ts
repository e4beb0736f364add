import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { documentOf, filesOf } from '../runtime/edit/files.ts';

/**
 * `case-types pull <slug> <folder>` writes a case type of a running Smedja as files; `case-types push <folder> ["why"]` gives them back as its
 * design, and publishes it when a reason follows. Document templates stay where they are: a push leaves the design those it has. `SMEDJA_URL` and `SMEDJA_TOKEN` (scope case-types:write) say where and who.
 */
const [verb, first = '', second = ''] = process.argv.slice(2);
const { SMEDJA_URL = 'http://localhost:3000', SMEDJA_TOKEN = '' } = process.env;

function send(path: string, method: string, body?: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${SMEDJA_TOKEN}`, 'content-type': 'application/json' };
  const address = new URL(`/api/v1/case-types/${path}`, SMEDJA_URL);
  return fetch(address, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

async function ask(path: string, method = 'GET', body?: unknown): Promise<Record<string, unknown>> {
  const answer = await send(path, method, body);
  const said = JSON.parse(await answer.text());
  if (answer.ok) return said;
  console.error(`${answer.status} ${JSON.stringify(said, null, 2)}`);
  return process.exit(1);
}

async function pull(slug: string, folder: string): Promise<void> {
  const document = JSON.parse(JSON.stringify(await ask(`${slug}/design`)));
  for (const [path, content] of Object.entries(filesOf(document))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  console.log(`${slug} → ${folder}`);
}

async function push(folder: string, why: string): Promise<void> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.json')).sort();
  const files = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)
  );
  const pushed = documentOf(Object.fromEntries(files));
  const { slug } = JSON.parse(JSON.stringify(pushed.settings));
  const present = await send(`${slug}/design`, 'GET');
  const { templates = {} } = present.ok ? JSON.parse(await present.text()) : {};
  const document = { ...pushed, templates };
  console.log(JSON.stringify(await ask(`${slug}/design`, 'PUT', document), null, 2));
  if (why !== '') console.log(JSON.stringify(await ask(`${slug}/publish`, 'POST', { why }), null, 2));
}

if (verb === 'pull' && first && second) await pull(first, second);
else if (verb === 'push' && first) await push(first, second);
else {
  console.error(
    'npm run case-types:pull -- <slug> <folder>\nnpm run case-types:push -- <folder> ["why it is published"]'
  );
  process.exit(2);
}
