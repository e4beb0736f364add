export const LANGUAGES = ['sv', 'en'] as const;

/** A language that the interface speaks. Swedish is first and complete. */
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value);
