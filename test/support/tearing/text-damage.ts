// What happens to a text as a whole, or to its lines.
import type { Random } from './random.ts';

/** A text with its damage. */
export type TextDamage = (text: string, random: Random) => string;

/** Every line broken after so many characters, wherever that is. */
export const wrapped =
  (width: number): TextDamage =>
  (text) =>
    text.replace(new RegExp(`[^\\n]{${width}}(?=[^\\n])`, 'g'), '$&\n');

/** Broken after any number of characters. */
export const wrappedAnywhere: TextDamage = (text, random) => wrapped(random.between(15, 60))(text, random);

/** Some lines with the next one on the same. */
export const linesMerged: TextDamage = (text, random) =>
  text
    .split('\n')
    .reduce(
      (whole, line) =>
        `${whole}${/\d\S*$/.test(whole) && /\d\S*$/.test(line) && random.chance(20) ? ' ' : '\n'}${line}`,
    );

/** The whole text on one line, with a space where each line ended. */
export const oneLineWithSpaces: TextDamage = (text) => text.replace(/\s*\n\s*/g, ' ');

/** The whole text on one line. */
export const oneLine: TextDamage = (text) => text.replace(/\s*\n\s*/g, '');

/** The same twice, one below the other. */
export const twice: TextDamage = (text) => `${text}\n\n${text}`;

/** What a page of a portal has above a report. */
export const metadataAbove: TextDamage = (text, random) => {
  const title = text.slice(0, text.indexOf('\n')).replace(/^#\s*/, '');
  const date = random.pick(['2022-01-24', '2021年01月15日 09:30']);
  return `标题：${title}\n发布时间：${date}\n来源：${random.pick(['办公室', '青禾镇人民政府'])}\n\n${text}`;
};
