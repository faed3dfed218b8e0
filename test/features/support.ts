import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSnapshot, type Snapshot } from '../../server/src/features/snapshot.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { withLabels } from '../support/labels.ts';
import { unmark } from '../support/marks.ts';
import { wholeReport } from '../support/whole-report.ts';

const example = readFileSync(join(import.meta.dirname, '../../examples/青禾镇-2023.nianbao'), 'utf8');

/** A clean report of the edition in force, with official labels and with short ones. */
export const cleanReport = withLabels(wholeReport(example), 'official');
export const cleanShortReport = withLabels(cleanReport, 'short');

/** The form that it is written in. */
export const form = readReport(cleanReport).edition;

/** What is summed up to （七）总计 of table 三 of that form. */
export const outcomes: readonly string[] =
  form.table('requests')?.relations.find(({ code }) => code === 'outcome-total')?.right ?? [];

/** The clean report with the one line that begins with `start` replaced (null takes it out). */
export function withLine(start: string, replacement: string | null, text = cleanReport): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith(start));
  if (at < 0) throw new Error(`no line begins with ${start}`);
  lines.splice(at, 1, ...(replacement === null ? [] : [replacement]));
  return lines.join('\n');
}

export const uri = 'file:///reports/a.nianbao';

/** The snapshot of a marked text, and its cursor. */
export function at(marked: string): { readonly snapshot: Snapshot; readonly offset: number } {
  const { text, cursor } = unmark(marked);
  if (cursor === null) throw new Error('no cursor');
  return { snapshot: createSnapshot(uri, 1, text), offset: cursor };
}

export interface TextEdit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly newText: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The text with edits applied as LSP says: all at once, insertions at one place in their order. */
export function applied(snapshot: Snapshot, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map(({ range, newText }, order) => ({
      start: snapshot.lines.offsetAt(range.start),
      end: snapshot.lines.offsetAt(range.end),
      newText,
      order,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  let result = '';
  let last = 0;
  for (const { start, end, newText } of sorted) {
    if (start < last) throw new Error('edits overlap');
    result += snapshot.text.slice(last, start) + newText;
    last = end;
  }
  return result + snapshot.text.slice(last);
}
