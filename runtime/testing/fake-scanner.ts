import type { VirusScanner } from '../ports/virus-scanner.ts';

/** The harmless file that every scanner calls infected, split so that no scanner stops at this source. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Calls a file infected when EICAR stands in it. */
export const fakeScanner: VirusScanner = {
  async scan(content) {
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).includes(EICAR) ? 'infected' : 'clean';
  }
};
