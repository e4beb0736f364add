import { PlatformError } from '../../errors/platform-error.ts';
import { readDossier } from '../documents/read-dossier.server.ts';
import { deliver } from '../messages/deliver.server.ts';
import { renderMessage } from '../messages/render.ts';
import type { Ports } from '../ports.server.ts';
import type { CaseJob } from '../tasks.ts';

/**
 * `send`: tells somebody outside that handlingar are on their way, by the words of the flow and the number of the case. The
 * handlingar themselves never go by e-mail, which is read on the way. Throws `send.no_address` for one that the installation
 * has no address to: the job then stands among the dead ones, where somebody sees it.
 */
export async function send(job: CaseJob, ports: Ports): Promise<void> {
  const { key, caseId, params, lastDay } = job;
  const to = ports.municipality.instances[String(params['to'])];
  const recipient = to?.lines.find((line) => line.includes('@'));
  if (!recipient) throw new PlatformError('send.no_address', { caseId });
  const dossier = await readDossier(job);
  if (!dossier) throw new PlatformError('case.not_found', { caseId });
  const { name: municipality, site } = ports.municipality;
  const { caseType, number, organ } = dossier;
  const sender = { municipality, site, organ: organ.name };
  const message = { caseType, number, lastDay, sender, key: String(params['text']), language: 'sv', link: site };
  const { subject, text } = renderMessage(message);
  await deliver({ key: `${key}:send`, caseId, partyId: null, recipient, subject, text, language: 'sv' }, ports);
}
