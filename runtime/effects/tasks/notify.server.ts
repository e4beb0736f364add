import { isSecretInItself } from '../../access/view.ts';
import { follows } from '../../definition/followed.ts';
import type { PartyRule } from '../../definition/types.ts';
import { PlatformError } from '../../errors/platform-error.ts';
import {
  assigneeRecipients,
  partyRecipients,
  staffRecipients,
  type PartyRecipient,
  type StaffRecipient
} from '../../persistence/recipients.server.ts';
import { addStatusLink } from '../../persistence/status-links.server.ts';
import { stockholmDay } from '../../time/day.ts';
import { readDossier } from '../documents/read-dossier.server.ts';
import type { Dossier } from '../documents/dossier.ts';
import { deliver } from '../messages/deliver.server.ts';
import { hiddenMessage, renderMessage } from '../messages/render.ts';
import type { Ports } from '../ports.server.ts';
import type { CaseJob } from '../tasks.ts';

/**
 * `notify`: tells those who have a role in the case, by e-mail. A party without an address is told nothing: the case says
 * the same. To one with protected identity the mail says only that there is something to read, and so it does where the case
 * type says that a leak would do the greatest harm: mail is read on the way, and that somebody has a case with socialtjänsten
 * is secret in itself (OSL 26:1).
 */
export async function notify(job: CaseJob, ports: Ports): Promise<void> {
  const { caseId, params } = job;
  const dossier = await readDossier(job);
  if (!dossier) throw new PlatformError('case.not_found', { caseId });
  const role = String(params['to']);
  if (role === 'applicant' || role === 'party' || role === 'ombud') {
    for (const party of await partyRecipients(caseId, role))
      await tellParty({ job, dossier, ports }, { ...party, role });
    return;
  }
  const day = stockholmDay(ports.clock.now());
  const assigned = role === 'caseworker' ? await assigneeRecipients(caseId, day) : [];
  const staff = assigned.length > 0 ? assigned : await staffRecipients(caseId, role, day);
  for (const person of staff) await tellStaff({ job, dossier, ports }, person);
}

interface Telling {
  readonly job: CaseJob;
  readonly dossier: Dossier;
  readonly ports: Ports;
}

type ToldParty = PartyRecipient & { readonly role: PartyRule['role'] };

async function tellParty({ job, dossier, ports }: Telling, party: ToldParty): Promise<void> {
  const { email, id: partyId, personId, isProtected, role } = party;
  if (!email) return;
  const sender = senderOf(dossier, ports);
  const isSecret = personId !== null && isSecretInItself(dossier.caseType.settings);
  const message =
    isProtected || isSecret
      ? hiddenMessage(dossier.language, sender)
      : textOf(
          { job, dossier, ports },
          await linkFor({ personId, follows: follows(dossier.caseType.settings, role), caseId: job.caseId }, ports)
        );
  const { subject, text } = message;
  const key = `${job.key}:${partyId}`;
  await deliver(
    { key, caseId: job.caseId, partyId, recipient: email, subject, text, language: dossier.language },
    ports
  );
}

interface Follower {
  readonly personId: string | null;
  readonly follows: boolean;
  readonly caseId: string;
}

/** One who logs in finds the case on Mina sidor; another gets a link of its own, which is a secret; one who may not follow it gets none. */
async function linkFor({ personId, follows: may, caseId }: Follower, { municipality: { site }, clock }: Ports) {
  if (!may) return site;
  return personId
    ? `${site}/mina-sidor/arenden/${caseId}`
    : `${site}/status/${await addStatusLink(caseId, clock.now())}`;
}

async function tellStaff(telling: Telling, { personId, email }: StaffRecipient): Promise<void> {
  if (!email) return;
  const { job, ports } = telling;
  const { subject, text } = textOf(telling, `${ports.municipality.site}/handlaggning/arenden/${job.caseId}`, 'sv');
  const key = `${job.key}:${personId}`;
  await deliver({ key, caseId: job.caseId, partyId: null, recipient: email, subject, text, language: 'sv' }, ports);
}

const senderOf = ({ organ }: Dossier, { municipality: { name, site } }: Ports) => ({
  municipality: name,
  organ: organ.name,
  site
});

function textOf({ job, dossier, ports }: Telling, link: string, language = dossier.language) {
  const { caseType, number } = dossier;
  const key = String(job.params['text']);
  return renderMessage({
    ...{ caseType, key, language, number, link },
    lastDay: job.lastDay,
    sender: senderOf(dossier, ports)
  });
}
