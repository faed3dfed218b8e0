// Headings of reports for which no form sets any, found again where their text runs on behind them.
import type { Form } from '../forms/form.ts';
import { standardForms } from '../forms/index.ts';
import { anyOf } from '../text/any-of.ts';

const NUMBERED = /^[一二三四五六七八九十]{1,3}、/;
const LONGEST = 30;
const MARK = /^[^。，；：:]*/;

/**
 * A paragraph parted behind the heading that it begins with, `三、依申请公开情况全年收到申请4件。`: one about a content that the law
 * names, up to a word that titles end in. Whole where there is none, or where the form sets the headings.
 */
export function partedAtHeading(paragraph: string, { contents }: Form): readonly string[] {
  const number = NUMBERED.exec(paragraph)?.[0].length ?? 0;
  if (number === 0 || contents.length === 0) return [paragraph];
  const { words } = standardForms();
  const start = MARK.exec(paragraph)?.[0].slice(0, LONGEST) ?? '';
  for (const { index, 0: ending } of start.matchAll(titleEndings())) {
    const to = index + ending.length;
    const title = paragraph.slice(number, to);
    const rest = paragraph.slice(to);
    const goesOn = /^[\s。，；：:、）)]|^$/.test(rest) || words.connectives.some((word) => rest.startsWith(word));
    const isContent = contents.some(({ keywords }) =>
      keywords.some((all) => all.every((word) => title.includes(word))),
    );
    if (isContent && !goesOn) return [paragraph.slice(0, to), rest];
  }
  return [paragraph];
}

/** What the titles of all forms end in. */
function titleEndings(): RegExp {
  const titles = standardForms().all.flatMap(({ sections, contents }) => [
    ...sections.flatMap(({ title, variants }) => [title, ...variants]),
    ...contents.map(({ title }) => title),
  ]);
  return new RegExp(anyOf([...new Set(titles.map((title) => title.slice(-2)))]), 'g');
}
