// By what a report is known among other text.
import type { Forms } from '../forms/form.ts';
import { standardForms } from '../forms/index.ts';
import { isRowLabel, ownerOfLabel } from '../report/label-index.ts';
import { canonical } from '../text/canonical.ts';
import type { Block } from './source.ts';

const HEADING = /^[一二三四五六七八九十]{1,3}、[^。]{2,40}$/;
const ENOUGH = 2;
const TELLING_LENGTH = 6;
const TELLING_LABELS = 5;

/** Whether a block is a heading `一、…` or a row of the form. */
export function isSign(block: Block): boolean {
  if (block.kind === 'paragraph')
    return HEADING.test(block.text) && !isRowLabel(canonical(block.text), standardForms());
  return block.cells.some((cell) => cell !== '' && ownerOfLabel(canonical(cell), standardForms()) !== null);
}

/** Whether blocks are a report or a table of one, rather than a page about something else. */
export function holdsReport(blocks: Iterable<Block>): boolean {
  let signs = 0;
  for (const block of blocks) if (isSign(block) && ++signs >= ENOUGH) return true;
  return false;
}

/** Whether a text holds so many labels of the form that a table of it must be there, however torn. */
export function holdsTable(text: string): boolean {
  const plain = canonical(text);
  let found = 0;
  for (const label of standardForms().derived(tellingLabels))
    if (plain.includes(label) && ++found >= TELLING_LABELS) return true;
  return false;
}

/** Labels too long to stand in running text by chance. */
function tellingLabels({ tables }: Forms): ReadonlySet<string> {
  const labels = tables.flatMap(({ lines }) => lines.map(({ line }) => canonical(line.label)));
  return new Set(labels.filter((label) => label.length >= TELLING_LENGTH));
}
