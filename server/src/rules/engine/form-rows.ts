// Whole tables in examples, without a copy of the form in them.
import type { BlockDefinition, LineDefinition } from '../../forms/edition.ts';
import { editionById, newestEdition } from '../../forms/index.ts';
import { canonical } from '../../text/canonical.ts';

const PLACE = /^\{\{rows(?: (\w+))?\}\}$/;
const MARK = /\{\{[a-z0-9-]+:|\}\}/g;

/**
 * The text with each line `{{rows}}` or `{{rows EDITION}}` replaced by the rows that the form has between the row above
 * it (or the head) and the row below it (or the end of the table), each value 0. Throws where it finds no such rows.
 */
export function withFormRows(text: string): string {
  const lines = text.split('\n');
  return lines
    .flatMap((line, i) => {
      const place = PLACE.exec(line);
      return place ? rowsBetween(place[1], labelIn(lines[i - 1]), labelIn(lines[i + 1])) : [line];
    })
    .join('\n');
}

function rowsBetween(edition: string | undefined, above: string, below: string): readonly string[] {
  const { tables } = (edition === undefined ? null : editionById(edition)) ?? newestEdition;
  for (const block of tables.flatMap(({ blocks }) => blocks)) {
    const start = block.lines.findIndex(({ label }) => canonical(label) === above);
    const end = below === '' ? block.lines.length : block.lines.findIndex(({ label }) => canonical(label) === below);
    if ((start >= 0 || above === canonical(block.corner)) && end > start)
      return block.lines.slice(start + 1, end).map((line) => rowOfZeros(block, line));
  }
  throw new Error(`no form has rows between ${above} and ${below}`);
}

function rowOfZeros({ columns }: BlockDefinition, { kind, label }: LineDefinition): string {
  return `| ${[label, ...(kind === 'row' ? columns.map(() => '0') : [])].join(' | ')} |`;
}

/** What the first cell of a row says, in the canonical spelling and without marks; '' where the line is no row. */
function labelIn(line = ''): string {
  return canonical(/^\s*\|?([^|]*)\|/.exec(line.replaceAll(MARK, ''))?.[1] ?? '');
}
