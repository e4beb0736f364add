import { ports } from '#runtime';

/** The adapters of this process: clock, file store and scanner (null where none is configured). */
export const { clock, files, scanner } = ports();
