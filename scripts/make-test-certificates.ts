import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes the TEST certificates in runtime/demo/certificates anew: a CA, a server certificate for localhost and a client
 * certificate for the relying party. They prove nothing to anyone: their keys are public. The CA's own key is thrown away. Needs `openssl`; run by hand.
 */
const folder = new URL('../runtime/demo/certificates/', import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), 'certificates-'));
const days = '36500';

const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'inherit'] });
const makeKey = (path: string) =>
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', path);
const caKey = join(scratch, 'ca.key');

function issue(name: string, subject: string, extensions: string) {
  makeKey(`${folder}${name}.key`);
  const request = join(scratch, `${name}.csr`);
  const settings = join(scratch, `${name}.cnf`);
  writeFileSync(settings, extensions);
  openssl('req', '-new', '-key', `${folder}${name}.key`, '-subj', subject, '-out', request);
  openssl(
    ...['x509', '-req', '-in', request, '-days', days, '-extfile', settings, '-out', `${folder}${name}.crt`],
    ...['-CA', `${folder}ca.crt`, '-CAkey', caKey, '-CAserial', join(scratch, 'serial'), '-CAcreateserial']
  );
}

makeKey(caKey);
openssl(
  ...['req', '-x509', '-new', '-key', caKey, '-days', days, '-out', `${folder}ca.crt`],
  ...['-subj', '/O=Smedja TEST ONLY/CN=Smedja TEST CA', '-addext', 'keyUsage=critical,keyCertSign,cRLSign']
);
issue(
  'server',
  '/O=Smedja TEST ONLY/CN=localhost',
  'subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\nbasicConstraints=critical,CA:FALSE\n'
);
issue(
  'client',
  '/O=Smedja TEST ONLY/CN=Demokommunen',
  'extendedKeyUsage=clientAuth\nbasicConstraints=critical,CA:FALSE\n'
);
rmSync(scratch, { recursive: true });
