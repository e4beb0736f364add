import { title } from './prose.ts';
import type { Question } from './values.ts';

type Asked = Pick<Question, 'chance' | 'hint' | 'who'>;

/** What a question is about, by the words of its key and its label; the first that fits counts. */
const HINTS: readonly (readonly [RegExp, (asked: Asked) => string])[] = [
  [/givenname|firstname|förnamn|fornamn/, ({ who }) => who.givenName],
  [/familyname|lastname|surname|efternamn/, ({ who }) => who.familyName],
  [/careof|c\/o/, ({ who }) => `c/o ${who.familyName}`],
  [/street|gatuadress|postadress|\badress|address/, ({ who }) => who.street],
  [/city|postort|town/, ({ who }) => who.city],
  [/country|\bland\b/, () => 'Sverige'],
  [/bankgiro/, () => '5050-1055'],
  [/plusgiro/, () => '12 34 56-7'],
  [/iban/, () => 'SE3550000000054910000003'],
  [/konto|account/, () => '8327-9, 123 456 789'],
  [/fastighet|property/, ({ who }) => who.property],
  [/company|företag|foretag|firma/, ({ who }) => who.firm],
  [/association|förening(en)?s? namn|föreningens?\b|club|organisation/, ({ who }) => who.club],
  [/title|rubrik|projekt|aktivitet|evenemang/, ({ chance }) => title(chance)],
  [
    /plats|place|venue|lokal/,
    ({ chance }) => chance.pick(['Hembygdsgården', 'Torget i Lindsjö', 'Kvarnteatern', 'Sporthallen'])
  ],
  [/name|namn|person|kontakt|contact|chair|ordförande/, ({ who }) => `${who.givenName} ${who.familyName}`],
  [
    /what|vad|post|kostnad|cost/,
    ({ chance }) => chance.pick(['Hyra av lokal', 'Material', 'Resor', 'Mat och dryck', 'Ledare'])
  ]
];

/** A text that fits what is asked; undefined when the words say nothing. */
export const hinted = (asked: Asked): string | undefined => HINTS.find(([words]) => words.test(asked.hint))?.[1](asked);
