import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Whom the server runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where the embedded server's programs and data lie, and (as root only) the user it runs as: PostgreSQL refuses to run as root. */
export interface Place {
  readonly bin: string;
  readonly data: string;
  readonly user?: ServerUser;
}

function serverUser(): ServerUser {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return { uid: Number(found?.[2] ?? 65534), gid: Number(found?.[3] ?? 65534) };
}

/** Whether others than the owner may pass through `path` and every folder above it. */
export function isOpenToOthers(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Copies the programs once; the last step is a rename, so that a copy cut short is never used. */
function copyPrograms(native: string, target: string): string {
  if (!existsSync(target)) {
    mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
    const half = `${target}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    if (!existsSync(target)) renameSync(half, target);
  }
  return join(target, 'bin');
}

function ownedBy(user: ServerUser, folder: string): string {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, user.uid, user.gid);
  return folder;
}

const openFolder = (whose: string) =>
  `/var/lib/smedja-${createHash('sha256').update(whose).digest('hex').slice(0, 12)}`;

/**
 * Chooses the place. As root the server runs as another user, who cannot enter what lies below a closed folder (mode 700, as a
 * checkout may be): what of programs and data lies so is put into an open folder under /var/lib, each of its own, so that all
 * servers of one checkout share one copy of the programs.
 */
export function choosePlace(folder: string, bin: string): Place {
  const data = resolve(folder);
  if (process.getuid?.() !== 0) return { bin, data };
  const user = serverUser();
  return {
    bin: isOpenToOthers(bin) ? bin : copyPrograms(dirname(bin), join(openFolder(bin), 'native')),
    data: ownedBy(user, isOpenToOthers(dirname(data)) ? data : join(openFolder(data), 'data')),
    user
  };
}
