// Whole tables in examples, without a copy of the form in them.
import type { BlockDefinition, LineDefinition } from '../../forms/edition.ts';
import type { Form } from '../../forms/form.ts';
import { standardForms } from '../../forms/index.ts';
import { canonical } from '../../text/canonical.ts';

const PLACE = /^\{\{rows\}\}$/;
const MARK = /\{\{[a-z0-9-]+:|\}\}/g;

/**
 * The text with each line `{{rows}}` replaced by the rows that a form (the one in force, if none is given) has between
 * the row above it (or the head) and the row below it (or the end of the table), each value 0. Throws where it finds no
 * such rows.
 */
export function withFormRows(text: string, form: Form = standardForms().newest): string {
  const lines = text.split('\n');
  return lines
    .flatMap((line, i) => {
      return PLACE.test(line) ? rowsBetween(form, labelIn(lines[i - 1]), labelIn(lines[i + 1])) : [line];
    })
    .join('\n');
}

function rowsBetween(form: Form, above: string, below: string): readonly string[] {
  for (const block of form.tables.flatMap(({ blocks }) => blocks)) {
    const start = block.lines.findIndex(({ label }) => canonical(label) === above);
    const end = below === '' ? block.lines.length : block.lines.findIndex(({ label }) => canonical(label) === below);
    if ((start >= 0 || above === canonical(block.corner)) && end > start)
      return block.lines.slice(start + 1, end).map((line) => rowOfZeros(block, line));
  }
  throw new Error(`the form has no rows between ${above} and ${below}`);
}

function rowOfZeros({ columns }: BlockDefinition, { kind, label }: LineDefinition): string {
  return `| ${[label, ...(kind === 'row' ? columns.map(() => '0') : [])].join(' | ')} |`;
}

/** What the first cell of a row says, in the canonical spelling and without marks; '' where the line is no row. */
function labelIn(line = ''): string {
  return canonical(/^\s*\|?([^|]*)\|/.exec(line.replaceAll(MARK, ''))?.[1] ?? '');
}
