import { describeBlank } from '../effects/blank/describe-blank.ts';
import { identityOnPaper } from '../effects/blank/identity.ts';
import type { Language } from '../effects/language.ts';
import type { Ports } from '../effects/ports.server.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { findText } from '../form/texts.ts';
import { placeNames } from '../persistence/place-names.server.ts';
import { stockholmDay } from '../time/day.ts';
import { publishedCaseType } from './publish-case-type.server.ts';

/**
 * The application form of a service as tagged PDF/A, to print and fill in by hand. Refuses `case_type.not_found` where there is no such
 * service, or only staff begin it.
 */
export async function printBlank(
  { slug, language }: { readonly slug: string; readonly language: Language },
  { documents, municipality, now }: Pick<Ports, 'documents' | 'municipality'> & { readonly now: Date }
): Promise<{ readonly pdf: Uint8Array } | Refusal> {
  const published = await publishedCaseType(slug);
  if (isRefusal(published)) return published;
  const { caseType } = published;
  const { owner, contact = {}, eService } = caseType.settings;
  if (eService.authentication === 'staff') return refuse('case_type.not_found', { slug });
  const names = await placeNames(owner.organ, owner.unit);
  const text = findText(caseType.texts, language);
  const reach = [contact.address, contact.email, contact.phone].filter((line) => line !== undefined);
  const sender = { municipality: municipality.name, organ: names.organ, unit: names.unit };
  const pdf = await documents.blank({
    ...{ language, slug, date: stockholmDay(now), madeAt: now },
    sender: { ...sender, ...(municipality.arms && { arms: municipality.arms }), contact: reach },
    ...{ title: text('caseType.title') ?? slug, summary: text('caseType.summary') ?? '' },
    identity: identityOnPaper(caseType, language),
    sections: describeBlank(caseType, language),
    sendTo: [municipality.name, names.organ, names.unit, ...reach],
    isSigned: eService.authentication === 'eid'
  });
  return { pdf };
}
