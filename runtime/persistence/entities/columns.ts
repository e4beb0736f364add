import { p } from '@mikro-orm/postgresql';

/** An instant to the millisecond: what a JavaScript Date holds, so that a hash over it can be made again. */
export const instant = () => p.datetime().length(3);
/** A day in Europe/Stockholm, `YYYY-MM-DD`. */
export const day = () => p.date();
/** SHA-256, 32 bytes. */
export const sha256 = () => p.blob();
