import type {
  Arithmetic,
  Comparison,
  Count,
  DateComparison,
  DayDistance,
  Presence,
  Quantified
} from '../definition/types.ts';

type Compared = Comparison['op'] | DateComparison['op'];

/** The words that conditions and values are told with. `a` is what is compared, `b` what it is compared with. */
export interface SentenceWords {
  readonly quote: (text: string) => string;
  readonly and: string;
  readonly or: string;
  readonly compare: Readonly<Record<Compared, (a: string, b: string) => string>>;
  readonly presence: Readonly<
    Record<Presence['op'], { readonly is: (a: string) => string; readonly not: (a: string) => string }>
  >;
  readonly distance: Readonly<Record<DayDistance['op'], (a: string, days: number) => string>>;
  readonly rows: Readonly<Record<Quantified['op'], (list: string, where: string) => string>>;
  readonly oneOf: (a: string, list: string) => string;
  readonly between: (a: string, low: string, high: string) => string;
  readonly not: (condition: string) => string;
  readonly named: (name: string) => string;
  readonly count: (list: string) => string;
  readonly counted: Readonly<Record<Count['is'], string>>;
  readonly where: (subject: string, condition: string) => string;
  readonly sum: (item: string, list: string) => string;
  readonly fold: Readonly<Record<Arithmetic['calc'], (args: readonly string[]) => string>>;
  readonly rounded: (value: string, decimals: number) => string;
  readonly days: (from: string, to: string) => string;
  readonly choice: (then: string, condition: string, otherwise: string | undefined) => string;
  readonly unknown: string;
}

/** `a, b or c`. */
export const enumerate = (texts: readonly string[], last: string): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${last} ${texts.at(-1)}`;

const between = (args: readonly string[], sign: string): string => args.join(` ${sign} `);

const SWEDISH: SentenceWords = {
  quote: (text) => `”${text}”`,
  and: 'och',
  or: 'eller',
  compare: {
    eq: (a, b) => `${a} är ${b}`,
    ne: (a, b) => `${a} är inte ${b}`,
    lt: (a, b) => `${a} är mindre än ${b}`,
    le: (a, b) => `${a} är högst ${b}`,
    gt: (a, b) => `${a} är mer än ${b}`,
    ge: (a, b) => `${a} är minst ${b}`,
    contains: (a, b) => `${a} innehåller ${b}`,
    before: (a, b) => `${a} är före ${b}`,
    after: (a, b) => `${a} är efter ${b}`
  },
  presence: {
    answered: { is: (a) => `${a} är besvarad`, not: (a) => `${a} är inte besvarad` },
    empty: { is: (a) => `${a} är tom`, not: (a) => `${a} är inte tom` }
  },
  distance: {
    withinDays: (a, days) => `${a} är högst ${days} dagar från dagens datum`,
    olderThanDays: (a, days) => `${a} är mer än ${days} dagar före dagens datum`
  },
  rows: {
    some: (list, where) => `för någon rad i ${list} gäller att ${where}`,
    every: (list, where) => `för varje rad i ${list} gäller att ${where}`
  },
  oneOf: (a, list) => `${a} är ${list}`,
  between: (a, low, high) => `${a} är från ${low} till ${high}`,
  not: (condition) => `det gäller inte att ${condition}`,
  named: (name) => `villkoret ${name} gäller`,
  count: (list) => `antalet rader i ${list}`,
  counted: { eq: 'är', ne: 'är inte', lt: 'är färre än', le: 'är högst', gt: 'är fler än', ge: 'är minst' },
  where: (subject, condition) => `${subject} där ${condition}`,
  sum: (item, list) => `summan av ${item} i ${list}`,
  fold: {
    add: (args) => between(args, '+'),
    subtract: (args) => between(args, '−'),
    multiply: (args) => between(args, '×'),
    divide: (args) => between(args, '÷'),
    min: (args) => `det minsta av ${enumerate(args, 'och')}`,
    max: (args) => `det största av ${enumerate(args, 'och')}`
  },
  rounded: (value, decimals) => `${value} avrundat till ${decimals === 0 ? 'heltal' : `${decimals} decimaler`}`,
  days: (from, to) => `antalet dagar från ${from} till ${to}`,
  choice: (then, condition, otherwise) =>
    otherwise === undefined ? `${then} om ${condition}` : `${then} om ${condition}, annars ${otherwise}`,
  unknown: 'något okänt'
};

const ENGLISH: SentenceWords = {
  quote: (text) => `“${text}”`,
  and: 'and',
  or: 'or',
  compare: {
    eq: (a, b) => `${a} is ${b}`,
    ne: (a, b) => `${a} is not ${b}`,
    lt: (a, b) => `${a} is less than ${b}`,
    le: (a, b) => `${a} is at most ${b}`,
    gt: (a, b) => `${a} is more than ${b}`,
    ge: (a, b) => `${a} is at least ${b}`,
    contains: (a, b) => `${a} contains ${b}`,
    before: (a, b) => `${a} is before ${b}`,
    after: (a, b) => `${a} is after ${b}`
  },
  presence: {
    answered: { is: (a) => `${a} is answered`, not: (a) => `${a} is not answered` },
    empty: { is: (a) => `${a} is empty`, not: (a) => `${a} is not empty` }
  },
  distance: {
    withinDays: (a, days) => `${a} is at most ${days} days from today`,
    olderThanDays: (a, days) => `${a} is more than ${days} days before today`
  },
  rows: {
    some: (list, where) => `for some row of ${list}, ${where}`,
    every: (list, where) => `for every row of ${list}, ${where}`
  },
  oneOf: (a, list) => `${a} is ${list}`,
  between: (a, low, high) => `${a} is from ${low} to ${high}`,
  not: (condition) => `it is not so that ${condition}`,
  named: (name) => `the condition ${name} holds`,
  count: (list) => `the number of rows of ${list}`,
  counted: { eq: 'is', ne: 'is not', lt: 'is less than', le: 'is at most', gt: 'is more than', ge: 'is at least' },
  where: (subject, condition) => `${subject} where ${condition}`,
  sum: (item, list) => `the sum of ${item} in ${list}`,
  fold: {
    add: (args) => between(args, '+'),
    subtract: (args) => between(args, '−'),
    multiply: (args) => between(args, '×'),
    divide: (args) => between(args, '÷'),
    min: (args) => `the least of ${enumerate(args, 'and')}`,
    max: (args) => `the greatest of ${enumerate(args, 'and')}`
  },
  rounded: (value, decimals) => `${value} rounded to ${decimals === 0 ? 'an integer' : `${decimals} decimals`}`,
  days: (from, to) => `the number of days from ${from} to ${to}`,
  choice: (then, condition, otherwise) =>
    otherwise === undefined ? `${then} if ${condition}` : `${then} if ${condition}, else ${otherwise}`,
  unknown: 'something unknown'
};

/** Swedish unless English is asked for. */
export const sentenceWords = (language: string): SentenceWords => (language === 'en' ? ENGLISH : SWEDISH);
