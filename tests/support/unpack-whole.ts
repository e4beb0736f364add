import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Unpacks into a folder what counts as being there as soon as `last` is. It is unpacked apart and moved, `last` at the end: several
 * processes come to it at once on a new machine, none may see a part of it, and one may be stopped midway.
 */
export async function unpackWhole(
  folder: string,
  last: string,
  unpack: (apart: string) => Promise<void>
): Promise<void> {
  if (existsSync(join(folder, last))) return;
  const apart = mkdtempSync(join(folder, 'unpacking-'));
  await unpack(apart);
  for (const name of [...readdirSync(apart).filter((one) => one !== last), last])
    if (!existsSync(join(folder, name))) moveUnlessThere(join(apart, name), join(folder, name));
  rmSync(apart, { recursive: true });
}

/** Another process may have come first after all: a folder that holds something is not replaced. */
function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
