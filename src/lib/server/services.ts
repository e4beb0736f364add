import { ports } from '#runtime';

/** The adapters of this process: clock, file store, scanner (null where none is configured), maker of documents, and what is known of the municipality. */
export const { clock, files, scanner, documents, municipality: municipalityFacts } = ports();
