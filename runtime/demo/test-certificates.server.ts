import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the TEST certificates lie, seen from the project's root, which every process runs in. */
export const TEST_CERTIFICATES = 'runtime/demo/certificates';

const read = (file: string) => readFileSync(join(TEST_CERTIFICATES, file), 'utf8');

/** A TEST certificate with its public key and the authority it stands under. Never for anything but demo and tests. */
export const testCertificate = (who: 'server' | 'client'): { cert: string; key: string; ca: string } => ({
  cert: read(`${who}.crt`),
  key: read(`${who}.key`),
  ca: read('ca.crt')
});
