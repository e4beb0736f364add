import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Json } from './json.ts';
import { parseCaseType, type Parsed } from './parse.ts';
import type { Problem } from './problem.ts';
import { repeatedKeys } from './repeated-keys.ts';

export type CaseTypeFolder = Parsed & {
  /** Each JSON file as it is written, by its path in the folder: what is stored, since the order of keys is kept. */
  readonly sources: Readonly<Record<string, string>>;
  /** The bytes of each template by its name. */
  readonly templates: Readonly<Record<string, Buffer>>;
};

/**
 * Reads the folder of a case type. A file that is not JSON, or holds a key twice, is a problem like others; throws only when the folder itself
 * cannot be read. Markdown files are for people and are passed over.
 */
export async function readCaseTypeFolder(folder: string): Promise<CaseTypeFolder> {
  const files: Record<string, Json> = {};
  const sources: Record<string, string> = {};
  const templates: Record<string, Buffer> = {};
  const unreadable: Problem[] = [];
  for (const path of await filesIn(folder)) {
    const bytes = await readFile(join(folder, path));
    if (path.startsWith('templates/')) {
      templates[path.slice('templates/'.length)] = bytes;
      files[path] = createHash('sha256').update(bytes).digest('hex');
      continue;
    }
    sources[path] = bytes.toString('utf8');
    const content = parsed(sources[path]);
    if (content === undefined) {
      unreadable.push(fault('V1', 'not-json', { file: path }));
    } else {
      files[path] = content;
      unreadable.push(...repeatedKeys(sources[path]).map((key) => fault('V2', 'repeated-key', { file: path, key })));
    }
  }
  const result = parseCaseType(files);
  if (unreadable.length === 0) return { ...result, sources, templates };
  return { problems: [...unreadable, ...(result.problems ?? [])], sources, templates };
}

/** SHA-256 in hex of every file that `readCaseTypeFolder` reads of a folder, with its path. */
export async function hashFolder(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await filesIn(folder)) {
    const bytes = await readFile(join(folder, path));
    hash.update(`${path.length} ${path} ${bytes.length} `).update(bytes);
  }
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fault = (code: string, name: string, params: Problem['params']): Problem => ({
  code,
  fault: name,
  severity: 'error',
  pointer: '',
  params
});
