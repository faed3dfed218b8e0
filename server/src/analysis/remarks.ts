// What reviewers have remarked in comments, and what was answered.
import { labelIn } from '../forms/labels.ts';
import { shortLabel } from '../forms/names.ts';
import { wordsOf } from '../forms/review-words.ts';
import type { Cell, Report } from '../report/report.ts';
import { isEmpty } from '../syntax/lines.ts';
import type { Line, Part } from '../syntax/tree.ts';
import { anyOf } from '../text/any-of.ts';
import { canonical } from '../text/canonical.ts';
import { fact } from './subject.ts';

export interface Remark {
  /** The whole comment, as it is written after its slashes. */
  readonly comment: Part;
  readonly text: string;
  /** The column that it names; null where it names none. */
  readonly column: string | null;
  /** The next line that says something; null at the end of the text. */
  readonly line: Line | null;
  /** The cell of the column that it names; null where there is none. */
  readonly cell: Cell | null;
  /** What was answered; null while nothing was. */
  readonly answer: string | null;
}

const REMARK = new RegExp(
  `^${anyOf(wordsOf('remark'))}(?:[ \\t\\u3000]+([^:：]{1,20}?))?[ \\t\\u3000]*[:：](.*)$`,
  'su',
);
const ANSWER = new RegExp(`^${anyOf(wordsOf('answer'))}[ \\t\\u3000]*[:：](.*)$`, 'su');

/** The remarks in the order of the text. One without words is none; an answer is to the remark above it, before anything else is said. */
export const remarks = fact(({ report }): readonly Remark[] => {
  const { lines } = report.tree;
  return lines.flatMap((line, i): readonly Remark[] => {
    if (line.kind !== 'comment') return [];
    const [, column = null, text = ''] = REMARK.exec(line.content.text) ?? [];
    if (text.trim() === '') return [];
    const target = lines.slice(i + 1).find((each) => !isSilentHere(each)) ?? null;
    return [
      {
        comment: line.content,
        text: text.trim(),
        column,
        line: target,
        cell: column === null || target === null ? null : cellIn(report, target, column),
        answer: answerBelow(lines, i),
      },
    ];
  });
});

/** The remarks that nobody has answered. */
export const openRemarks = fact((subject): readonly Remark[] =>
  remarks(subject).filter(({ answer }) => answer === null),
);

function isSilentHere(line: Line): boolean {
  return isEmpty(line) || line.kind === 'comment' || line.kind === 'suppression';
}

function answerBelow(lines: readonly Line[], remark: number): string | null {
  for (const line of lines.slice(remark + 1)) {
    if (line.kind !== 'comment' || REMARK.test(line.content.text)) return null;
    const text = ANSWER.exec(line.content.text)?.[1]?.trim() ?? '';
    if (text !== '') return text;
  }
  return null;
}

function cellIn({ tables }: Report, line: Line, column: string): Cell | null {
  const wanted = canonical(column);
  for (const { rows } of tables) {
    for (const row of rows.values()) {
      if (row.line !== line) continue;
      const cell = row.cells.find((each) => namesOf(each).includes(wanted));
      if (cell) return cell;
    }
  }
  return null;
}

function namesOf({ column }: Cell): readonly string[] {
  return [column.label, shortLabel(column.label), labelIn('short', column)].map(canonical);
}
