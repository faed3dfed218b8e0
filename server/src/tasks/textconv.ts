// A report for a tool that compares line by line: as many lines as it has, without anything of its layout.
import { cornerIn, labelIn } from '../forms/labels.ts';
import type { Report, TableLine } from '../report/report.ts';
import type { RowLine } from '../syntax/tree.ts';
import { readCell } from '../text/cell-value.ts';
import { numeral } from '../text/chinese-numerals.ts';

/** The report line by line: rows as their label with the name and the value of each column, other lines without the white space around them. */
export function comparableText(report: Report): string {
  const rows = new Map<number, string>();
  for (const { lines } of report.tables) {
    for (const [line, parts] of Map.groupBy(lines, (each) => each.line)) rows.set(line.number, rowText(line, parts));
  }
  const bound = new Map(
    report.tree.lines.flatMap((line) => (line.kind === 'row' ? [[line.number, line] as const] : [])),
  );
  const lines = report.tree.text.split(/\r\n|\n|\r/).map((text, number) => {
    const row = bound.get(number);
    return rows.get(number) ?? (row ? cellsText(row) : text.trim());
  });
  return lines.join('\n');
}

/** What tools that search for the heading above a difference look for, as an extended regular expression: the part's. */
export const headingPattern = `^((${Array.from({ length: 9 }, (_, i) => numeral(i + 1)).join('|')})+、.*)$`;

function rowText(line: RowLine, parts: readonly TableLine[]): string {
  const [first] = parts;
  switch (first?.kind) {
    case 'value': {
      if (first.misfit) return cellsText(line);
      const values = parts.flatMap((part) => (part.kind === 'value' ? [part] : []));
      return values
        .map(
          ({ row, cells }) =>
            `${labelIn('short', row)}：${cells.map((cell) => `${labelIn('short', cell.column)} ${said(cell.text)}`).join('  ')}`,
        )
        .join('  ');
    }
    case 'group':
      return first.surplus.length > 0 ? cellsText(line) : labelIn('short', first.group);
    case 'header':
      return first.heads.every(({ official }) => official !== null) && first.block
        ? cornerIn('short', first.block)
        : cellsText(line);
    default:
      return cellsText(line);
  }
}

function cellsText({ cells }: RowLine): string {
  return cells.flatMap(({ text }) => (text === '' ? [] : [said(text)])).join('  ');
}

function said(text: string): string {
  const reading = readCell(text);
  return reading.kind === 'number' ? String(reading.value) : reading.kind === 'blank' ? '—' : text;
}
