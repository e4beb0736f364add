import type { BeslutMeta } from '../../definition/types.ts';
import type { Language } from '../language.ts';

type Ground = NonNullable<BeslutMeta['enforceableAtOnce']>['ground'];

const sv = {
  date: 'Datum',
  diarienummer: 'Diarienummer',
  arendenummer: 'Ärendenummer',
  page: 'Sida {page} av {pages}',
  decision: 'Beslut',
  reasons: 'Skäl för beslutet',
  legalBasis: 'Bestämmelser som beslutet grundas på',
  enforcement: 'När beslutet börjar gälla',
  dissent: 'Avvikande mening',
  made: 'Vem som har beslutat',
  decidedBy: 'Beslutsfattare',
  delegation: 'På delegation',
  presentedBy: 'Föredragande',
  tookPart: 'Har också deltagit, utan att avgöra',
  copies: 'Skickas till',
  unsigned: 'Handlingen är framställd elektroniskt och saknar därför underskrift för hand.',
  received: 'Kom in',
  sentFor: 'Inskickat för',
  sentBy: 'Inskickat av',
  protectedSender: 'Skyddade uppgifter',
  signed: 'Underskrift',
  files: 'Filer',
  fileName: 'Fil',
  fileSize: 'Storlek',
  follow: 'Följ ärendet',
  lastDay: 'Svara senast',
  howToAnswer: 'Så här svarar du',
  labels: { receipt: 'Kvittens', beslut: 'Beslut', 'supplement-request': 'Föreläggande', letter: 'Skrivelse' },
  /** What a letter is called, by its handlingstyp. */
  letters: {
    kontrollrapport: 'Kontrollrapport',
    overlamnande: 'Överlämnande',
    remiss: 'Remiss',
    tjansteskrivelse: 'Tjänsteskrivelse',
    underrattelse: 'Underrättelse'
  },
  outcomes: {
    bifall: 'Det som har begärts beviljas.',
    'delvis-bifall': 'Det som har begärts beviljas till en del.',
    avslag: 'Det som har begärts avslås.',
    avvisning: 'Framställningen avvisas. Den tas alltså inte upp till prövning.',
    avskrivning: 'Ärendet avskrivs från vidare handläggning.',
    forelaggande: 'Det som anges nedan ska göras.',
    forbud: 'Det som anges nedan förbjuds.',
    erinran: 'En erinran meddelas.',
    varning: 'En varning meddelas.',
    aterkallelse: 'Tillståndet återkallas.',
    inledande: 'En utredning inleds.',
    forlangning: 'Tiden förlängs.',
    'ingen-atgard': 'Ärendet föranleder ingen åtgärd.',
    overlamnande: 'Ärendet överlämnas.',
    besvarat: 'Framställningen anses besvarad.'
  },
  /** By the grounds of `enforceableAtOnce` (FL 35 §). */
  atOnce: {
    statute: 'Beslutet gäller omedelbart enligt den lag som det grundas på.',
    employment: 'Beslutet gäller omedelbart, eftersom det gäller en anställning (35 § förvaltningslagen).',
    temporary: 'Beslutet gäller omedelbart, eftersom det bara gäller tillfälligt (35 § förvaltningslagen).',
    'wide-circle':
      'Beslutet gäller omedelbart, eftersom det inte går att avgöra när tiden för alla som får överklaga har gått ut (35 § förvaltningslagen).',
    'public-interest':
      'Beslutet får verkställas omedelbart, eftersom ett väsentligt allmänt intresse kräver det (35 § tredje stycket förvaltningslagen).',
    'individual-interest':
      'Beslutet får verkställas omedelbart, eftersom ett väsentligt enskilt intresse kräver det (35 § tredje stycket förvaltningslagen).'
  } satisfies Readonly<Record<Ground, string>>,
  automated: 'Beslutet är fattat automatiskt (28 § förvaltningslagen)',
  onDelegation: '{item} i delegationsordningen för {organ}',
  consequence:
    'Om du inte svarar i tid kan det leda till att din framställning avvisas, alltså inte tas upp till prövning (20 § förvaltningslagen), eller att den avgörs på det underlag som finns.',
  answerHere: 'Svara på {site}/mina-sidor, eller skriv till oss på adressen nedan. Ange alltid {number}.',
  receiptNext:
    'Vi har tagit emot det som står här. Spara kvittensen. Vi hör av oss om något saknas, och när det händer något i ärendet.',
  receiptUnfollowed:
    'Vi har tagit emot det som står här. Spara kvittensen. Vad som händer sedan är hemligt och går inte att följa.',
  followByPages: '{site}/mina-sidor',
  protectedParty: 'Part med skyddade personuppgifter'
};

const en: typeof sv = {
  date: 'Date',
  diarienummer: 'Registration no.',
  arendenummer: 'Case no.',
  page: 'Page {page} of {pages}',
  decision: 'Decision',
  reasons: 'Reasons for the decision',
  legalBasis: 'Provisions on which the decision is based',
  enforcement: 'When the decision takes effect',
  dissent: 'Dissenting opinion',
  made: 'Who made the decision',
  decidedBy: 'Decided by',
  delegation: 'By delegation',
  presentedBy: 'Presented by',
  tookPart: 'Also took part, without deciding',
  copies: 'Sent to',
  unsigned: 'This document was made electronically and therefore has no signature by hand.',
  received: 'Received',
  sentFor: 'Sent on behalf of',
  sentBy: 'Sent by',
  protectedSender: 'Protected',
  signed: 'Signature',
  files: 'Files',
  fileName: 'File',
  fileSize: 'Size',
  follow: 'Follow the case',
  lastDay: 'Answer by',
  howToAnswer: 'How to answer',
  labels: { receipt: 'Receipt', beslut: 'Decision', 'supplement-request': 'Order to supplement', letter: 'Letter' },
  letters: {
    kontrollrapport: 'Inspection report',
    overlamnande: 'Handing over',
    remiss: 'Request for comments',
    tjansteskrivelse: 'Official memorandum',
    underrattelse: 'Notification'
  },
  outcomes: {
    bifall: 'What was requested is granted.',
    'delvis-bifall': 'What was requested is granted in part.',
    avslag: 'What was requested is refused.',
    avvisning: 'The request is dismissed. It is thus not tried.',
    avskrivning: 'The case is written off.',
    forelaggande: 'What is stated below must be done.',
    forbud: 'What is stated below is prohibited.',
    erinran: 'A reminder is issued.',
    varning: 'A warning is issued.',
    aterkallelse: 'The permit is revoked.',
    inledande: 'An investigation is opened.',
    forlangning: 'The time is extended.',
    'ingen-atgard': 'The case leads to no measure.',
    overlamnande: 'The case is handed over.',
    besvarat: 'The request is considered answered.'
  },
  atOnce: {
    statute: 'The decision takes effect at once by the act on which it is based.',
    employment:
      'The decision takes effect at once, since it is about an employment (Administrative Procedure Act, 35 §).',
    temporary: 'The decision takes effect at once, since it is only temporary (Administrative Procedure Act, 35 §).',
    'wide-circle':
      'The decision takes effect at once, since it cannot be known when the time is over for all who may appeal (Administrative Procedure Act, 35 §).',
    'public-interest':
      'The decision may be carried out at once, since an essential public interest demands it (Administrative Procedure Act, 35 §, third paragraph).',
    'individual-interest':
      'The decision may be carried out at once, since an essential individual interest demands it (Administrative Procedure Act, 35 §, third paragraph).'
  },
  automated: 'The decision was made automatically (Administrative Procedure Act, 28 §)',
  onDelegation: '{item} of the delegation rules of {organ}',
  consequence:
    'If you do not answer in time, your request may be dismissed, that is, not tried (Administrative Procedure Act, 20 §), or decided on what there is.',
  answerHere: 'Answer on {site}/mina-sidor, or write to us at the address below. Always state {number}.',
  receiptNext:
    'We have received what stands here. Keep this receipt. We will be in touch if something is missing, and when something happens in the case.',
  receiptUnfollowed:
    'We have received what stands here. Keep this receipt. What happens next is confidential and cannot be followed.',
  followByPages: '{site}/mina-sidor',
  protectedParty: 'Party with protected identity'
};

export const DOCUMENT_WORDS: Readonly<Record<Language, typeof sv>> = { sv, en };

/** A word by a key that may be anything. */
export const wordFor = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

/** A sentence with its `{name}`s filled in. */
export const fill = (sentence: string, values: object): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value: unknown = Object.entries(values).find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? value : whole;
  });
