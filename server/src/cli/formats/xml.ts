import { escaped, legalXml } from '../../text/escape.ts';

/** Attributes with a space before each; line breaks and TABs come through. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value)).replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`)}"`)
    .join('');
}

/** Any text as XML; what XML can't hold becomes the replacement character. */
export function xml(text: string): string {
  return escaped(legalXml(text, '\ufffd'));
}
