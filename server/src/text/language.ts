/** The languages that every message exists in. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in every language, Chinese first. */
export type Localized = Readonly<Record<Language, string>>;
