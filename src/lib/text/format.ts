import { Memory } from '#runtime/memory.ts';
import type { Language } from './language.ts';
import type { Translate } from './translate.ts';

const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const;
const ZONE = 'Europe/Stockholm';
const DAY_MS = 86_400_000;

/** A day as `YYYY-MM-DD` stands for itself; an instant stands for its day in Stockholm. */
const instantOf = (when: string | Date) =>
  typeof when === 'string' && when.length === 10 ? new Date(`${when}T12:00:00Z`) : new Date(when);

/** To make a formatter takes far longer than to format, and a page has many dates. */
function inEach<Format>(make: (locale: string) => Format): (language: Language) => Format {
  const made = new Memory<Language, Format>();
  return (language) => made.of(language, () => make(LOCALES[language]));
}

const dateFormat = inEach(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: ZONE })
);
const dayFormat = inEach(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: ZONE })
);
const timeFormat = inEach(
  (locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: ZONE })
);
const numberFormat = inEach((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }));
const wholeKronor = inEach((locale) => new Intl.NumberFormat(locale));
const kronorAndOre = inEach((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }));

/** `21 nov 2026`. Takes a day (`YYYY-MM-DD`), an ISO instant or a Date. */
export const formatDate = (when: string | Date, language: Language): string =>
  dateFormat(language).format(instantOf(when)).replace('.', '');

/** `12 december`, for a day whose year is understood. */
export const formatDay = (when: string | Date, language: Language): string =>
  dayFormat(language).format(instantOf(when));

/** `09.12`. */
export const formatTime = (when: string | Date, language: Language): string =>
  timeFormat(language)
    .format(instantOf(when))
    .replace(':', language === 'sv' ? '.' : ':');

/** `21 nov 2026 kl. 09.12`. */
export const formatDateTime = (when: string | Date, language: Language): string =>
  `${formatDate(when, language)}${language === 'sv' ? ' kl. ' : ' at '}${formatTime(when, language)}`;

/** A number with the language's grouping; decimals as given, at most ten. */
export const formatNumber = (value: number, language: Language): string => numberFormat(language).format(value);

/** Öre as `325 000 kr`, with decimals only when there are any. */
export const formatMoney = (ore: number, language: Language): string =>
  `${(ore % 100 === 0 ? wholeKronor : kronorAndOre)(language).format(ore / 100)} kr`;

/** `12 MB`: the size of a file in the unit that reads best. */
export function formatSize(bytes: number, language: Language): string {
  const [unit, size] = bytes >= 1e6 ? ['MB', bytes / 1e6] : ['kB', bytes / 1e3];
  return `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: size < 10 ? 1 : 0 }).format(size)} ${unit}`;
}

/** `300 m`, `1,2 km`. */
export const formatMetres = (metres: number, language: Language): string =>
  metres < 1000 ? `${formatNumber(metres, language)} m` : `${formatNumber(Math.round(metres / 100) / 10, language)} km`;

/** Whole days from `today` to `day`, both `YYYY-MM-DD`; negative when it has passed. */
export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);

export interface Deadline {
  /** The last day, `YYYY-MM-DD`. */
  readonly lastDay: string;
  readonly today: string;
  /** Working days left, counted by the runtime's calendar. */
  readonly workingDays: number;
}

/** Nobody counts working days beyond a quarter of a year. */
const MOST_DAYS = 92;
const DAYS_OF_MONTH = 30.4;

/** `senast 12 december, om 5 arbetsdagar`: the date and what it means. */
export function formatDeadline(t: Translate, { lastDay, today, workingDays }: Deadline): string {
  const days = daysUntil(lastDay, today);
  const sameYear = lastDay.slice(0, 4) === today.slice(0, 4);
  const date = t('date.lastDay', { date: sameYear ? formatDay(lastDay, t.language) : formatDate(lastDay, t.language) });
  if (days < 0) return `${date}, ${t('date.lateDays', { days: -days })}`;
  if (days < 2) return `${date}, ${t(days === 0 ? 'date.today' : 'date.tomorrow')}`;
  if (days > MOST_DAYS) return `${date}, ${t('date.inMonths', { months: Math.round(days / DAYS_OF_MONTH) })}`;
  return `${date}, ${t('date.inWorkingDays', { days: workingDays })}`;
}
