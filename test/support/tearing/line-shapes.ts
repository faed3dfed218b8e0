// Tables of which lines and spaces alone tell the cells apart.
import { displayWidth } from '../../../server/src/text/display-width.ts';
import type { Draw } from './bar-shapes.ts';
import type { DrawnRow } from './drawn-table.ts';

const shown = ({ cells }: DrawnRow): readonly string[] =>
  cells.flatMap(({ kind, text }) => (kind.startsWith('gap') ? [] : [text]));
const labelsOf = ({ cells }: DrawnRow): readonly string[] =>
  cells.flatMap(({ kind, text }) => (kind === 'label' && text !== '' ? [text] : []));
const valuesOf = ({ cells }: DrawnRow): readonly string[] =>
  cells.flatMap(({ kind, text }) => (kind === 'value' ? [text] : []));

/** A row to a line, one space between the cells. */
export const spaces: Draw = ({ rows }) =>
  rows.map((row) =>
    shown(row)
      .filter((text) => text !== '')
      .join(' '),
  );

/** A cell to a line. */
export const cellLines: Draw = ({ rows }) => rows.flatMap(shown).filter((text) => text !== '');

/** A cell to a paragraph; a blank one leaves a no-break space. */
export const cellParagraphs: Draw = ({ rows }) =>
  rows.flatMap(shown).flatMap((text) => [text === '' ? '\u00a0' : text, '']);

/** A cell to a line, each with a bar behind it. */
export const barredCellLines: Draw = ({ rows }) => {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return rows.flatMap((row) => {
    const cells = shown(row);
    return [...cells.map((text) => `${text} |`), ...(cells.length < width ? ['|'.repeat(width - cells.length)] : [])];
  });
};

/** `pdftotext`: long labels over several lines, group labels and heads on lines of their own. */
export const pdfLines: Draw = ({ rows }) =>
  rows.flatMap((row) => {
    const labels = labelsOf(row);
    const values = valuesOf(row).join(' ');
    const last = labels.at(-1) ?? '';
    const torn = last.length > 18 ? [last.slice(0, 17), `${last.slice(17)} ${values}`] : [`${last} ${values}`];
    return [...labels.slice(0, -1), ...torn].map((line) => line.trim()).filter((line) => line !== '');
  });

/** `pdftotext -layout`: columns under each other, labels left of their values and over several lines where they are long. */
export const pdfLayout: Draw = ({ rows }) => {
  const width = Math.max(0, ...rows.map((row) => row.cells.findLastIndex(({ kind }) => kind === 'label') + 1));
  return rows.flatMap((row) => {
    const at = row.cells.findLastIndex(({ kind }) => kind === 'label');
    if (row.kind === 'head' || at < 0)
      return [
        `    ${shown(row)
          .filter((text) => text !== '')
          .join('   ')}`,
      ];
    const values = valuesOf(row)
      .map((text) => text.padStart(6))
      .join(' ');
    const pieces = (row.cells[at]?.text ?? '').match(/.{1,12}/gu) ?? [''];
    const middle = Math.floor((pieces.length - 1) / 2);
    const before = row.cells
      .slice(0, at)
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(' ');
    return pieces.map((piece, i) => {
      const label = ' '.repeat(4 + 6 * Math.min(at, width)) + piece;
      const line = i === 0 && before !== '' ? `${before} ${piece}`.padStart(4) : label;
      return i === middle ? `${line}${' '.repeat(Math.max(2, 48 - displayWidth(line)))}${values}` : line;
    });
  });
};

/** Row by row without anything between label and digits. */
export const glued: Draw = ({ rows }) => rows.map((row) => shown(row).join(''));
