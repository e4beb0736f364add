/** The languages in which the platform itself writes to people; a case in another gets Swedish. */
export type Language = 'sv' | 'en';

export const writtenIn = (language: string): Language => (language === 'en' ? 'en' : 'sv');

const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const;

/** A day (`YYYY-MM-DD`) as it stands in a document: `21 november 2026`. */
export const longDate = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`)
  );

/** An instant as it stands in a document, in Stockholm: `21 november 2026 kl. 09.12`. */
export function longTime(instant: Date, language: Language): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'Europe/Stockholm' }).format(instant);
  const time = part({ hour: '2-digit', minute: '2-digit' });
  return language === 'sv'
    ? `${part({ dateStyle: 'long' })} kl. ${time.replace(':', '.')}`
    : `${part({ dateStyle: 'long' })} at ${time}`;
}
