import { type Language, languages } from '../text/language.ts';

/** The language that the locale names: Chinese for zh and where it names none (C, POSIX, unset), English for any other. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const name = /^[A-Za-z]+/.exec(locale)?.[0].toLowerCase() ?? '';
  return ['', 'c', 'posix', 'zh'].includes(name) ? 'zh' : 'en';
}

/** Whether a text is the code of a language that messages have. */
export function isLanguage(text: string | null): text is Language {
  return languages.some((language) => language === text);
}
