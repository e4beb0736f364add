import type { Language } from '../language.ts';

const sv = {
  label: 'Blankett',
  slug: 'E-tjänst',
  yes: 'Ja',
  no: 'Nej',
  /** Beside what the form itself says must be true: it is ticked on paper too. */
  confirm: 'Ja, det stämmer',
  optional: 'frivilligt',
  one: 'Kryssa i en ruta.',
  many: 'Kryssa i de rutor som passar.',
  enclose: 'Lägg med som bilaga och skriv namnet här.',
  encloseOne: 'Lägg med som bilaga: {tags}. Skriv namnen här.',
  kronor: 'kronor',
  date: 'År, månad, dag',
  period: ['Från och med', 'Till och med'],
  person: ['Förnamn och efternamn', 'Personnummer', 'Adress', 'Telefon', 'E-post'],
  company: ['Namn', 'Organisationsnummer', 'Adress', 'Telefon', 'E-post'],
  address: ['Gatuadress', 'Postnummer', 'Ort'],
  child: ['Barnets namn', 'Barnets personnummer'],
  signers: ['Namn', 'Personnummer', 'Underskrift'],
  place: 'Skriv adress eller beskriv platsen. Lägg gärna med en karta.',
  more: 'Räcker inte raderna? Fortsätt på ett eget papper.',
  times: 'Skriv vilka dagar och tider som passar dig.',
  signTitle: 'Underskrift',
  sign: ['Ort och datum', 'Underskrift', 'Namnförtydligande'],
  send: 'Skicka blanketten till',
  when: 'Svara om {condition}.',
  readWhen: 'Läs om {condition}.',
  identity: 'Dina uppgifter',
  identityHelp: 'Så att vi vet vem du är och kan svara dig.'
};

const en: typeof sv = {
  label: 'Form',
  slug: 'Service',
  yes: 'Yes',
  no: 'No',
  confirm: 'Yes, that is right',
  optional: 'optional',
  one: 'Tick one box.',
  many: 'Tick the boxes that fit.',
  enclose: 'Enclose it and write its name here.',
  encloseOne: 'Enclose: {tags}. Write their names here.',
  kronor: 'kronor',
  date: 'Year, month, day',
  period: ['From', 'To'],
  person: ['First name and surname', 'Personal identity number', 'Address', 'Telephone', 'E-mail'],
  company: ['Name', 'Organisation number', 'Address', 'Telephone', 'E-mail'],
  address: ['Street address', 'Postal code', 'Town'],
  child: ['Name of the child', 'Personal identity number of the child'],
  signers: ['Name', 'Personal identity number', 'Signature'],
  place: 'Write an address or describe the place. You are welcome to enclose a map.',
  more: 'Not enough lines? Go on with a paper of your own.',
  times: 'Write which days and times suit you.',
  signTitle: 'Signature',
  sign: ['Place and date', 'Signature', 'Name in block letters'],
  send: 'Send the form to',
  when: 'Answer if {condition}.',
  readWhen: 'Read if {condition}.',
  identity: 'Who you are',
  identityHelp: 'So that we know who you are and can answer you.'
};

export type BlankWords = typeof sv;
export const BLANK_WORDS: Readonly<Record<Language, BlankWords>> = { sv, en };
