import { isBar } from '../syntax/cells.ts';
import { lineWithoutCells } from '../syntax/parse.ts';
import type { Line, RowLine, Tree } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { ownerOfLabel } from './label-index.ts';
import { isOfficialHeading } from './sections.ts';

/** No label holds one. */
const SENTENCE_END = '。';

/**
 * The tree with each line that is a row for the TABs behind its text alone read as what that text is: a heading of the form,
 * or sentences. A row label with blank cells behind it stays a row.
 */
export function withBareLines(tree: Tree): Tree {
  if (!tree.lines.some((line) => isAlone(tree.text, line))) return tree;
  return { ...tree, lines: tree.lines.map((line) => (isAlone(tree.text, line) ? bareLine(tree.text, line) : line)) };
}

/** Whether a TAB and a blank cell stand behind the first text. */
function isAlone(text: string, line: Line): line is RowLine {
  if (line.kind !== 'row') return false;
  const [first, second] = line.cells;
  return first !== undefined && second?.text === '' && first.text !== '' && !isBar(text, first.room.end);
}

function bareLine(text: string, row: RowLine): Line {
  const label = row.cells[0]?.text ?? '';
  if (ownerOfLabel(canonical(label)) !== null) return row;
  const line = lineWithoutCells(text, row);
  return line && (isOfficialHeading(line) || label.includes(SENTENCE_END)) ? line : row;
}
