import type { Translate } from '#lib/text/translate.ts';
import type { Difference } from './diff.ts';

/** A difference as a sentence. */
export const sayDifference = (t: Translate, { what, name, to }: Difference): string =>
  t(`diff.${what}`, { name, to: what === 'texts' ? Number(to) : (to ?? '') });
