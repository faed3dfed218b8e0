import type { FormTable } from '../../forms/form.ts';
import { canonical } from '../../text/canonical.ts';
import type { Term, Vocabulary } from '../vocabulary.ts';
import type { Label } from './labels.ts';

/** Rows of texts, as a table has them when its cells stand side by side again. */
export type RawRows = readonly (readonly string[])[];

/** The heads as rows: as they came where all are known or the rows are the form's; else the form's own, if the characters are all there. */
export function headerRows(found: readonly (readonly Label[])[], next: Term | null, vocabulary: Vocabulary): RawRows {
  const rows = found.map((row) => row.map((label) => label.text));
  const all = found.flat();
  if (all.length === 0) return [];
  if (all.every((label) => label.exact) && found.length > 1) return rows;
  for (const table of vocabulary.definitions) {
    const official = officialHeads(table, next);
    const torn = official.length > 0 && !all.every((label) => label.exact);
    if (torn && hasCharacters(rows.flat(), official.flat(), table)) return official;
    if (found.length === 1 && all.length === official.flat().length) return cutLike(rows.flat(), official);
  }
  return rows;
}

/** The head lines of the form, or of the block that a row stands in. */
function officialHeads(table: FormTable, next: Term | null): RawRows {
  if (table.blocks.length === 1) return table.headLines.filter((line) => line.length > 0);
  const row = next?.row ? table.row(next.row.id) : null;
  return row ? [[row.block.corner, ...row.columns.map(({ label }) => label)]] : [];
}

function cutLike(texts: readonly string[], pattern: RawRows): RawRows {
  let end = 0;
  return pattern.map((row) => {
    end += row.length;
    return texts.slice(end - row.length, end);
  });
}

/** Whether the texts have the characters of the wanted ones, a corner's perhaps besides, and no other: heads whose lines were interleaved. */
function hasCharacters(texts: readonly string[], wanted: readonly string[], { blocks }: FormTable): boolean {
  const found = sorted(texts.join(''));
  const corners = ['', ...blocks.flatMap(({ cornerVariants }) => cornerVariants)];
  return corners.some((corner) => found === sorted([...wanted, corner].join('')));
}

function sorted(text: string): string {
  return [...canonical(text)].sort().join('');
}
