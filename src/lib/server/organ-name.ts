import { workplaceNames } from '#runtime';
import { clock } from './services.ts';

/** What an organ is called; its key where nobody has named it. */
export async function organName(key: string): Promise<string> {
  const [name = key] = await workplaceNames([{ organ: key, unit: null }], clock.now());
  return name;
}

/** Organs by key, with what they are called. */
export const namedOrgans = (keys: readonly string[]): Promise<{ key: string; name: string }[]> =>
  Promise.all(keys.map(async (key) => ({ key, name: await organName(key) })));
