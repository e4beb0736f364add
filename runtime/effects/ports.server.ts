import { PlatformError } from '../errors/platform-error.ts';
import type { Clock, MovableClock } from '../ports/clock.ts';
import type { DocumentMaker } from '../ports/document-maker.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { Mail } from '../ports/mail.ts';
import { navetRegister } from '../identity/navet/client.server.ts';
import { navetSettings } from '../identity/settings.server.ts';
import { demoMandates } from '../demo/mandates.ts';
import type { MandateRegister } from '../ports/mandate-register.ts';
import type { Payments } from '../ports/payments.ts';
import type { PopulationRegister } from '../ports/population-register.ts';
import type { VirusScanner } from '../ports/virus-scanner.ts';
import { clamdScanner } from './clamd-scanner.server.ts';
import { diskFileStore } from './disk-file-store.server.ts';
import type { MunicipalityFacts } from './documents/dossier.ts';
import { demoMail } from './messages/deliver.server.ts';
import { filesFolder, isDemo, municipalityFacts, type Environment } from './settings.server.ts';
import { httpPayments } from './payments/http-payments.server.ts';
import { smtpMail } from './smtp-mail.server.ts';
import { movableClock, systemClock } from './system-clock.server.ts';

/** Everything outside that the runtime speaks to. */
export interface Ports {
  /** In the demo time can be put forward. */
  readonly clock: Clock | MovableClock;
  readonly mail: Mail;
  readonly files: FileStore;
  /** Null where no scanner is configured: files are then kept as not scanned. */
  readonly scanner: VirusScanner | null;
  readonly documents: DocumentMaker;
  /** Null where no population register is connected. */
  readonly register: PopulationRegister | null;
  /** Null where no payment provider is connected. */
  readonly payments: Payments | null;
  /** Null where no register of who may act for whom is connected: then only what is kept here counts. */
  readonly mandates: MandateRegister | null;
  readonly municipality: MunicipalityFacts;
}

/**
 * The ports of this process, as the environment says: `SMTP_URL` and `MAIL_FROM`, else the demo's mailbox;
 * `SMEDJA_DATA`, the folder that files are kept below; `CLAMD_HOST` and `CLAMD_PORT`, else no scanning; `NAVET_…`, else no
 * population register; `PAYMENTS_URL` and `PAYMENTS_SECRET`, else no payments.
 */
export function portsFrom(environment: Environment): Ports {
  const clock = isDemo(environment) ? movableClock() : systemClock;
  return {
    clock,
    mail: mailFrom(environment, clock),
    files: diskFileStore(filesFolder(environment)),
    scanner: scannerFrom(environment),
    documents: documentMaker(),
    register: registerFrom(environment),
    payments: paymentsFrom(environment),
    mandates: isDemo(environment) ? demoMandates : null,
    municipality: municipalityFacts(environment)
  };
}

/** Loaded when the first document is asked for: a node that makes none needs neither its fonts nor its native code. */
function documentMaker(): DocumentMaker {
  let maker: Promise<DocumentMaker> | undefined;
  const load = async () => (await import('./documents/typst-maker.server.ts')).typstMaker();
  return {
    make: async (document, template) => (await (maker ??= load())).make(document, template),
    describe: async (process) => (await (maker ??= load())).describe(process),
    blank: async (form) => (await (maker ??= load())).blank(form)
  };
}

function mailFrom(environment: Environment, clock: Clock): Mail {
  const { SMTP_URL: url, MAIL_FROM: from } = environment;
  if (url && from) return smtpMail({ url, from });
  if (isDemo(environment)) return demoMail(clock);
  return { send: () => Promise.reject(new PlatformError('mail.not_configured')) };
}

const scannerFrom = ({ CLAMD_HOST: host, CLAMD_PORT: port }: Environment): VirusScanner | null =>
  host ? clamdScanner({ host, port: Number(port ?? 3310) }) : null;

const registerFrom = (environment: Environment): PopulationRegister | null => {
  const settings = navetSettings(environment);
  return settings && navetRegister(settings);
};

const paymentsFrom = ({ PAYMENTS_URL: url, PAYMENTS_SECRET: secret }: Environment): Payments | null =>
  url && secret ? httpPayments({ url, secret }) : null;

let made: Ports | undefined;

/** The ports of this process, made at the first use. */
export const ports = (): Ports => (made ??= portsFrom(process.env));
