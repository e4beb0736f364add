import type { CaseType } from '../../definition/case-type.ts';
import { longDate, writtenIn, type Language } from '../language.ts';
import { textIn } from '../texts.ts';

/** What a message is made from. */
export interface MessageFacts {
  readonly caseType: CaseType;
  /** `message.<key>.subject` and `message.<key>.body`. */
  readonly key: string;
  readonly language: string;
  readonly number: string;
  /** Where whoever gets it can follow or open the case. */
  readonly link: string;
  /** The last day that is shown, `YYYY-MM-DD`; null when none runs. */
  readonly lastDay: string | null;
  readonly sender: Sender;
}

interface Sender {
  readonly municipality: string;
  readonly organ: string;
  readonly site: string;
}

const WORDS = {
  sv: {
    noDay: 'den dag som står i ärendet',
    noReply: 'Det går inte att svara på det här mejlet.',
    hidden: (municipality: string) => `Du har ett nytt meddelande från ${municipality}`,
    logIn: (site: string) => `Logga in för att läsa det: ${site}/mina-sidor`
  },
  en: {
    noDay: 'the day that stands in the case',
    noReply: 'This e-mail cannot be answered.',
    hidden: (municipality: string) => `You have a new message from ${municipality}`,
    logIn: (site: string) => `Log in to read it: ${site}/mina-sidor`
  }
} satisfies Record<Language, object>;

/** A message of a case type with its number, link and last day filled in, signed by the organ. Pure. */
export function renderMessage(facts: MessageFacts): { readonly subject: string; readonly text: string } {
  const { caseType, key, number, link, lastDay, sender } = facts;
  const language = writtenIn(facts.language);
  const words = WORDS[language];
  const values = { number, link, deadline: lastDay ? longDate(lastDay, language) : words.noDay };
  const fill = (part: 'subject' | 'body') =>
    filled(textIn(caseType, facts.language, `message.${key}.${part}`) ?? '', values);
  const subject = fill('subject').replace(/\s+/g, ' ').trim();
  return { subject, text: signed(fill('body'), sender, language) };
}

/** For one with protected identity: that there is something, not what, nor in which case or at which organ. Pure. */
export function hiddenMessage(language: string, { municipality, site }: Sender) {
  const written = writtenIn(language);
  const words = WORDS[written];
  const text = signed(words.logIn(site), { municipality, organ: '', site }, written);
  return { subject: words.hidden(municipality), text };
}

const filled = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));

/** A text of the platform's own or of a case type, with who it is from. Pure. */
export const signed = (body: string, { municipality, organ }: Sender, language: Language) =>
  `${body.trim()}\n\n-- \n${[organ, municipality].filter((line) => line !== '').join('\n')}\n${WORDS[language].noReply}\n`;
