import { chanceOf } from '#runtime/form/generate/chance.ts';

/** All of each shipped case type is looked at: `npm run test:whole`, which takes far longer. */
export const IS_WHOLE = process.env.WHOLE === '1';
/** Of another each time, so that all is looked at in the end; told, so that what was found can be found again. */
export const SEED = Number(process.env.SAMPLE ?? Date.now() % 1_000_000);

/** The case types that every part of the platform was built by: nothing of them is ever left out. */
const ALWAYS: readonly string[] = ['bygglov', 'felanmalan', 'livsmedelskontroll', 'utlamnande'];

/** Whether a slow test looks at all of a shipped case type, and not at a sample. */
export const isWhole = (slug: string): boolean => IS_WHOLE || ALWAYS.includes(slug);

/** What a slow test looks at of a shipped case type: all, or so many by chance, in their order, and how to draw the same again. */
export function sampled<T>(slug: string, all: readonly T[], most: number): readonly T[] {
  if (isWhole(slug) || all.length <= most) return all;
  process.stdout.write(`${most} of ${all.length} of ${slug}: SAMPLE=${SEED}\n`);
  return chanceOf(SEED, slug).some(all, most, most);
}
