// Headings found again where their text runs on behind them.
import type { Form, Forms } from '../../forms/form.ts';
import { standardForms } from '../../forms/index.ts';
import { anyOf } from '../../text/any-of.ts';
import { sectionOf } from '../headings.ts';
import type { Block } from '../source.ts';

const NUMBERED = /^[一二三四五六七八九十]{1,3}、/;
const LONGEST = 30;
const MARK = /^[^。，；：:]*/;

/**
 * A paragraph parted behind the heading that it begins with, up to a word that titles end in: one that a form sets before a
 * sentence, `七、其他需要说明的事项无其他事项。`, and where the form sets none (`free`), one about a content that the law names,
 * `三、依申请公开情况全年收到申请4件。`. Whole where there is none.
 */
export function partedAtHeading(paragraph: string, free: Form['contents'] = []): readonly string[] {
  const number = NUMBERED.exec(paragraph)?.[0].length ?? 0;
  if (number === 0) return [paragraph];
  const { words } = standardForms();
  const start = MARK.exec(paragraph)?.[0].slice(0, LONGEST) ?? '';
  for (const { index, 0: ending } of start.matchAll(standardForms().derived(titleEndings))) {
    const name = words.tableNames.find((each) => paragraph.startsWith(each, index + ending.length)) ?? '';
    const to = index + ending.length + name.length;
    const title = paragraph.slice(number, to);
    const rest = paragraph.slice(to);
    const goesOn = /^[\s。，；：:、）)]|^$/.test(rest) || words.connectives.some((word) => rest.startsWith(word));
    const isContent = free.some(({ keywords }) => keywords.some((all) => all.every((word) => title.includes(word))));
    if (!goesOn && (isContent || (rest.includes('。') && sectionOf(title) !== null)))
      return [paragraph.slice(0, to), rest];
  }
  return [paragraph];
}

/** The same for a block; rows are as they are. */
export function partedBlock(block: Block): readonly Block[] {
  return block.kind === 'row' ? [block] : partedAtHeading(block.text).map((text) => ({ kind: 'paragraph', text }));
}

/** What the titles of all forms end in. */
function titleEndings({ all }: Forms): RegExp {
  const titles = all.flatMap(({ sections, contents }) => [
    ...sections.flatMap(({ title, variants }) => [title, ...variants]),
    ...contents.map(({ title }) => title),
  ]);
  return new RegExp(anyOf([...new Set(titles.map((title) => title.slice(-2)))]), 'g');
}
