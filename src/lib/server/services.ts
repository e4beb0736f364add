import { ports } from '#runtime';

/** The adapters of this process: clock, file store, scanner (null where none is configured), and where appeals are tried. */
export const {
  clock,
  files,
  scanner,
  municipality: { instances }
} = ports();
