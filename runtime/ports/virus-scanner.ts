import type { Readable } from 'node:stream';

/** Looks for malware. Throws when no answer could be had: a file that was not scanned is not let in. */
export interface VirusScanner {
  scan(content: Readable): Promise<'clean' | 'infected'>;
}
