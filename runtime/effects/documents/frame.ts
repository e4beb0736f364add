import { contactAt } from '../../definition/contact-at.ts';
import type { Role } from '../../definition/types.ts';
import { kindOf } from '../../form/kinds/registry.ts';
import type { Shown } from '../../form/model.ts';
import type { Frame, Recipient, SomeDocument } from '../../ports/document-maker.ts';
import { writtenIn } from '../language.ts';
import { textIn } from '../texts.ts';
import type { Dossier, MunicipalityFacts } from './dossier.ts';
import { shownPages } from './shown-pages.ts';
import { DOCUMENT_WORDS } from './words.ts';

interface Making {
  readonly layout: SomeDocument['kind'];
  /** Key of its title; the case type's own title when left out. */
  readonly document?: string;
  readonly date: string;
  readonly madeAt: Date;
}

/** The frame of a document about a case: sender, title, number, day, and what the case concerns. Pure. */
export function frameOf(dossier: Dossier, municipality: MunicipalityFacts, making: Making): Frame {
  const { caseType, number, registered, organ, unit } = dossier;
  const language = writtenIn(dossier.language);
  const title = textIn(caseType, language, making.document ? `document.${making.document}.title` : 'caseType.title');
  const subject = subjectOf(dossier);
  return {
    language,
    sender: {
      municipality: municipality.name,
      organ: organ.name,
      unit: unit.name,
      ...(municipality.arms && { arms: municipality.arms }),
      contact: contactOf(dossier)
    },
    label: DOCUMENT_WORDS[language].labels[making.layout],
    title: title ?? making.document ?? caseType.settings.slug,
    ...(subject && { subject }),
    number: { label: registered ? 'diarienummer' : 'arendenummer', value: number },
    date: making.date,
    madeAt: making.madeAt
  };
}

function contactOf({ caseType, organ }: Dossier): string[] {
  const { address, phone, email, web } = contactAt(caseType.settings, organ.key);
  const lines = [address, phone, email, web].filter((line) => line !== undefined);
  return lines.length > 0 ? lines : [organ.name];
}

/** The property that the application is about. Where somebody has protected identity nothing says where they live. */
function subjectOf(dossier: Dossier): string | undefined {
  const { application, parties, language } = dossier;
  if (!application || parties.some((party) => party.protected)) return undefined;
  return shownPages(dossier, application)
    .map((page) => propertyIn(page, language))
    .find((found) => found);
}

function propertyIn(shown: Shown, language: string): string | undefined {
  if (shown.type === 'block') return shown.children.map((child) => propertyIn(child, language)).find((found) => found);
  if (shown.type !== 'control' || shown.element.options.kind !== 'property' || shown.value === undefined)
    return undefined;
  return kindOf('property').format(shown.value, { language, option: (value) => value })[0];
}

/** Whom a document is for. Protected identity gives neither name nor address, since others may get the same document. */
export function recipientsOf({ parties, language }: Dossier, to: readonly Role[]): Recipient[] {
  const { protectedParty } = DOCUMENT_WORDS[writtenIn(language)];
  return parties
    .filter(({ role }) => to.includes(role))
    .flatMap((party) => {
      if (party.protected) return [{ name: protectedParty, lines: [] }];
      return party.name ? [{ name: party.name, lines: addressLines(party.address) }] : [];
    });
}

/** A postal address as it stands on an envelope. */
export const addressLines = (address: string | null | undefined): string[] => address?.split(/\s*[\n,]\s*/) ?? [];
