// The arguments of tools, as they are given or where they lie in a file.
import type { Language } from '../../text/language.ts';
import { type Around, type Given, type Parameter, ToolFailure } from './tool.ts';

export const textParameters: Readonly<Record<'text' | 'file', Parameter>> = {
  text: { type: 'string', description: "The report's text (Nianbao markup). Either this or `file`." },
  file: { type: 'string', description: 'The path of the report’s file (*.nianbao, *.年报). Either this or `text`.' },
};

export const languageParameter: Parameter = {
  type: 'string',
  enum: ['zh', 'en'],
  description: 'The language of messages; Chinese unless given.',
};

/** A text among the arguments; null where there is none. */
export function textOf(given: Given, name: string): string | null {
  const value = given[name];
  return typeof value === 'string' ? value : null;
}

/** The text that is given, or that of the file that is named. Throws `ToolFailure` where neither is. */
export async function reportText(given: Given, around: Around, text = 'text', file = 'file'): Promise<string> {
  const own = textOf(given, text);
  if (own !== null) return own;
  const name = textOf(given, file);
  if (name === null) {
    throw new ToolFailure({ zh: `要给出 ${text} 或 ${file}。`, en: `give ${text} or ${file}.` });
  }
  return new TextDecoder().decode(await around.readFile(name));
}

export function languageIn(given: Given, around: Around): Language {
  const { language } = given;
  return language === 'zh' || language === 'en' ? language : around.language;
}
