// What happens to a text as a whole, or to its lines.
import { DIGIT, SOFT_LINE_END } from './marked-digits.ts';
import type { Random } from './random.ts';

/** A text with its damage. */
export type TextDamage = (text: string, random: Random) => string;

/** Every line broken after so many characters, wherever that is. */
export const wrapped =
  (width: number): TextDamage =>
  (text) =>
    text.replace(new RegExp(`[^\\n${SOFT_LINE_END}]{${width}}(?=[^\\n${SOFT_LINE_END}])`, 'g'), `$&${SOFT_LINE_END}`);

/** Broken after any number of characters. */
export const wrappedAnywhere: TextDamage = (text, random) => wrapped(random.between(15, 60))(text, random);

const ENDS_IN_DIGIT = new RegExp(`${DIGIT}\\S*$`);

/** Some lines with the next one on the same. */
export const linesMerged: TextDamage = (text, random) =>
  text
    .split('\n')
    .reduce(
      (whole, line) =>
        `${whole}${ENDS_IN_DIGIT.test(whole) && ENDS_IN_DIGIT.test(line) && random.chance(20) ? ' ' : '\n'}${line}`,
    );

const LINE_END = new RegExp(`\\s*[\\n${SOFT_LINE_END}][\\s${SOFT_LINE_END}]*`, 'g');

/** The whole text on one line, with a space where each line ended. */
export const oneLineWithSpaces: TextDamage = (text) => text.replace(LINE_END, ' ');

/** The whole text on one line. */
export const oneLine: TextDamage = (text) => text.replace(LINE_END, '');

/** All that is drawn or left between cells, and the signs of Markdown. */
const SEPARATORS = /[|｜│┃├┼┤┣╋┫─━+=\-:,"#\t \u00a0\u3000]/g;

/** Nothing between the cells of a row, and no space; lines stay. */
export const withoutSeparators: TextDamage = (text) => text.replace(SEPARATORS, '').replace(/\n{3,}/g, '\n\n');

/** The same twice, one below the other. */
export const twice: TextDamage = (text) => `${text}\n\n${text}`;

/** What a page of a portal has above a report. */
export const metadataAbove: TextDamage = (text, random) => {
  const title = text.slice(0, text.indexOf('\n')).replace(/^#\s*/, '');
  const date = random.pick(['2022-01-24', '2021年01月15日 09:30']);
  return `标题：${title}\n发布时间：${date}\n来源：${random.pick(['办公室', '青禾镇人民政府'])}\n\n${text}`;
};

const BESIDE_NUMBER = /(?<=[\p{Script=Han}〔])(?=\d)|(?<=\d)(?=[\p{Script=Han}〕%])/gu;
const IN_NUMBER = /(?<=\d)(?=\d+\p{Script=Han})/gu;

/** Sentences with spaces beside their numbers, and some within, as text out of a PDF file has them. */
export const spacesInSentences: TextDamage = (text, random) =>
  text.replace(/[^\n]*。/g, (sentences) =>
    sentences
      .replace(IN_NUMBER, () => (random.chance(20) ? ' ' : ''))
      .replace(BESIDE_NUMBER, () => (random.chance(60) ? ' ' : '')),
  );
