import { note } from '../notes.ts';
import type { ImportNote } from '../source.ts';

type Counted = (count: number, samples: readonly string[]) => ImportNote;

const MOST_SAMPLES = 3;
const LONGEST_SAMPLE = 20;

const shown = (texts: readonly string[]): readonly string[] =>
  texts
    .slice(0, MOST_SAMPLES)
    .map((text) => (text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text));
const quotedZh = (texts: readonly string[]): string =>
  texts.length > 0
    ? `：${shown(texts)
        .map((text) => `“${text}”`)
        .join('、')}`
    : '';
const quotedEn = (texts: readonly string[]): string =>
  texts.length > 0
    ? ` (${shown(texts)
        .map((text) => `"${text}"`)
        .join(', ')})`
    : '';

function dropped(zh: string, en: string, afterZh = '', afterEn = ''): Counted {
  return (count, samples) =>
    note(
      'dropped',
      `${zh}，共 ${count} 处${quotedZh(samples)}${afterZh}。`,
      `${en}: ${count}${quotedEn(samples)}${afterEn}.`,
    );
}

/** What the reading of Word files has to say. */
export const docxNotes = {
  deleted: dropped(
    '修订中已删除的文字没有收',
    'Tracked deletions were left out',
    '；新增的文字收了',
    '; insertions were kept',
  ),
  hidden: dropped('隐藏的文字没有收', 'Hidden text was left out'),
  struck: dropped('画了删除线的文字没有收', 'Struck out text was left out'),
  noteMark: dropped('上标的注号没有收', 'Raised note marks were left out'),
  reference: dropped('脚注、尾注和批注没有收', 'Footnotes, endnotes and comments were left out'),
  sign: dropped('认不出的特殊符号没有收', 'Signs of fonts that are not known were left out'),
  field: dropped(
    '没有结果的域没有收',
    'Fields without a result were left out',
    '。请在 Word 里更新域再导入',
    '. Update them in Word and import again',
  ),
  ruby: dropped('拼音等注音没有收', 'Phonetic guides were left out'),
  embedded: dropped('嵌入的其他文档没有收', 'Embedded documents were left out'),
  picture: (count: number): ImportNote =>
    note(
      'dropped',
      `图片和图形没有收，共 ${count} 个。表格如果是图片，请照着填写。`,
      `Pictures and drawings were left out: ${count}. A table that is a picture has to be typed.`,
    ),
  margins: (): ImportNote => note('dropped', '页眉和页脚没有收。', 'Page headers and footers were left out.'),
  textBoxes: (count: number, samples: readonly string[]): ImportNote =>
    note(
      'guessed',
      `文本框里的文字收在它所在的段落后面，共 ${count} 个${quotedZh(samples)}。请检查位置。`,
      `Text in text boxes was put after the paragraph where each is anchored: ${count}${quotedEn(samples)}. Check the places.`,
    ),
  numbering: (count: number): ImportNote =>
    note(
      'guessed',
      `自动编号改成了文字，共 ${count} 处。请检查序号。`,
      `Automatic numbers were written out as text: ${count}. Check them.`,
    ),
} as const;
