import { addSigningLink } from '../../persistence/signing-links.server.ts';
import { loadCase } from '../../persistence/load-case.server.ts';
import { deliver } from '../messages/deliver.server.ts';
import { signed } from '../messages/render.ts';
import { writtenIn, type Language } from '../language.ts';
import type { Ports } from '../ports.server.ts';
import type { CaseJob } from '../tasks.ts';

const WORDS: Readonly<Record<Language, (link: string, municipality: string) => { subject: string; body: string }>> = {
  sv: (link, municipality) => ({
    subject: `Skriv under hos ${municipality}`,
    body: `Någon har skickat in en ansökan till ${municipality} som du också ska skriva under.\n\nLäs ansökan och skriv under med BankID här:\n${link}\n\nDu får veta vad den gäller när du har loggat in med BankID. Där kan du också säga att du inte skriver under.`
  }),
  en: (link, municipality) => ({
    subject: `Sign at ${municipality}`,
    body: `Somebody has sent an application to ${municipality} that you are to sign too.\n\nRead it and sign with BankID here:\n${link}\n\nYou are told what it is about when you have logged in with BankID. There you can also say that you will not sign.`
  })
};

/**
 * `ask-to-sign`: sends each co-signer a link of their own. The address was written by somebody else, so the mail tells nobody's name
 * and nothing of the case: what it is about is told to the one who has identified.
 */
export async function askToSign({ key, caseId }: CaseJob, ports: Ports): Promise<void> {
  const found = await loadCase(caseId);
  const { name: municipality, site } = ports.municipality;
  for (const { party_id: partyId, answer } of found?.coSigners ?? []) {
    const party = found?.parties.find(({ id }) => id === partyId);
    if (!found || !party?.email || answer !== null) continue;
    const language = writtenIn(found.case_.language);
    const link = `${site}/skriv-under/${await addSigningLink(partyId, ports.clock.now())}`;
    const { subject, body } = WORDS[language](link, municipality);
    const text = signed(body, { municipality, organ: '', site }, language);
    await deliver(
      { key: `${key}:${partyId}`, caseId, partyId, recipient: party.email, subject, text, language },
      ports
    );
  }
}
