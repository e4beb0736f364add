import type { Language } from '../language.ts';

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
  signed: 'Underskrift',
  files: 'Filer',
  fileName: 'Fil',
  fileSize: 'Storlek',
  follow: 'Följ ärendet',
  lastDay: 'Svara senast',
  howToAnswer: 'Så här svarar du'
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
  signed: 'Signature',
  files: 'Files',
  fileName: 'File',
  fileSize: 'Size',
  follow: 'Follow the case',
  lastDay: 'Answer by',
  howToAnswer: 'How to answer'
};

export const DOCUMENT_WORDS: Readonly<Record<Language, typeof sv>> = { sv, en };
