// The differences of two reports for a terminal: values in columns that stand straight, sentences below each other.

import type { ReportDiff, TextChange, ValueChange } from '../tasks/diff.ts';
import { isSame } from '../tasks/diff.ts';
import { diffWords, percentText, shownValue, signed } from '../tasks/diff-words.ts';
import { displayWidth } from '../text/display-width.ts';
import type { Language } from '../text/language.ts';
import { greatest } from '../text/lists.ts';
import { padEnd, padStart } from './columns.ts';
import { printable } from './printable.ts';

interface Look {
  readonly language: Language;
  readonly color: boolean;
}

const COLORS = { before: '31', after: '32', strong: '1', faint: '2' } as const;

/** The differences for people. Nothing in it acts on the terminal but its colours. */
export function diffText(diff: ReportDiff, names: readonly [string, string], look: Look): string {
  const [before, after] = names.map((name) => printable(name));
  const head = [`${paint(look, 'before', `--- ${before}`)}`, `${paint(look, 'after', `+++ ${after}`)}`];
  if (isSame(diff)) return `${diffWords.nothing[look.language]}\n`;
  const { values, texts, headings } = diff;
  const counts = diffWords.counts(values.length, texts.length, headings.length)[look.language];
  return `${[...head, ...headingLines(headings, look), ...valueLines(values, look), ...textLines(texts, look), '', counts].join('\n')}\n`;
}

function headingLines(changes: readonly TextChange[], look: Look): readonly string[] {
  if (changes.length === 0) return [];
  const lines = changes.flatMap((change) => passageLines(change, look));
  return ['', paint(look, 'strong', diffWords.headings[look.language]), ...lines];
}

function textLines(changes: readonly TextChange[], look: Look): readonly string[] {
  const parts = Map.groupBy(changes, ({ heading }) => heading ?? diffWords.preface[look.language]);
  return [...parts].flatMap(([heading, of]) => [
    '',
    paint(look, 'strong', printable(heading)),
    ...of.flatMap((change) => passageLines(change, look)),
  ]);
}

function passageLines({ before, after }: TextChange, look: Look): readonly string[] {
  return [
    ...before.map(({ text }) => paint(look, 'before', `  - ${printable(text)}`)),
    ...after.map(({ text }) => paint(look, 'after', `  + ${printable(text)}`)),
  ];
}

/** The changed values, a table after the other, in columns as wide as their widest text. */
function valueLines(changes: readonly ValueChange[], look: Look): readonly string[] {
  const tables = Map.groupBy(changes, ({ table }) => table);
  const all = changes.map((change) => cellsOf(change, look.language));
  const widths = [0, 1, 2, 3, 4, 5].map((i) => greatest([0, ...all.map((cells) => displayWidth(cells[i] ?? ''))]));
  const line = (change: ValueChange): string => {
    const [row = '', column = '', before = '', after = '', difference = '', percent = ''] = cellsOf(
      change,
      look.language,
    );
    const [rowWidth = 0, columnWidth = 0, beforeWidth = 0, afterWidth = 0, differenceWidth = 0, percentWidth = 0] =
      widths;
    return [
      `  ${padEnd(row, rowWidth + 1)} ${padEnd(column, columnWidth + 1)}`,
      paint(look, 'before', padStart(before, beforeWidth)),
      '→',
      paint(look, 'after', padStart(after, afterWidth)),
      ` ${padStart(difference, differenceWidth)}`,
      ` ${padStart(percent, percentWidth)}`,
    ]
      .join(' ')
      .trimEnd();
  };
  return [...tables.values()].flatMap((of) => [
    '',
    paint(look, 'strong', of[0]?.tableName[look.language] ?? ''),
    ...of.map(line),
  ]);
}

function cellsOf(change: ValueChange, language: Language): readonly string[] {
  const { rowLabel, columnLabel, before, after, difference, percent } = change;
  return [
    printable(rowLabel),
    printable(columnLabel),
    printable(shownValue(before, language)),
    printable(shownValue(after, language)),
    difference === null ? '' : signed(difference),
    percent === null ? '' : percentText(percent),
  ];
}

function paint({ color }: Look, style: keyof typeof COLORS, text: string): string {
  return color ? `\u001b[${COLORS[style]}m${text}\u001b[0m` : text;
}
