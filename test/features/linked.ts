import type { IndexedReport, IndexedValue } from '../../server/src/analysis/indexed-report.ts';
import { type Surroundings, subjectOf } from '../../server/src/analysis/subject.ts';
import { createSnapshot, type Snapshot } from '../../server/src/features/snapshot.ts';
import { at, cleanReport, uri } from './support.ts';

/** What a folder knows of a report in which one value stands. */
export function reportWith(
  source: string,
  [table, row, column]: readonly [string, string, string],
  value: IndexedValue,
  edition = '2021',
): IndexedReport {
  const values = new Map([[table, new Map([[row, new Map([[column, value]])]])]]);
  return { source, body: '青禾镇人民政府', year: 2022, edition, values };
}

/** The snapshot of a marked text among these reports, and its cursor. */
export function among(marked: string, around: Surroundings): { readonly snapshot: Snapshot; readonly offset: number } {
  const { snapshot, offset } = at(marked);
  const subject = subjectOf(snapshot.report, around);
  return { snapshot: { ...snapshot, subject: () => subject }, offset };
}

/** The clean report with the cursor in the `n`th cell of the line that begins with `start`, the label being the 0th. */
export function inCell(start: string, n: number, report = cleanReport): string {
  const line = report.indexOf(`\n${start}`) + 1;
  if (line === 0) throw new Error(`no line begins with ${start}`);
  let bar = line;
  for (let i = 0; i < n; i++) bar = report.indexOf('|', bar + 1);
  return `${report.slice(0, bar + 2)}$0${report.slice(bar + 2)}`;
}

interface Location {
  readonly uri: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** Locations as a reader finds them: in the clean report the line's first words and what stands there. */
export function shown(locations: readonly Location[] | null, text = cleanReport): readonly string[] | null {
  const { lines } = createSnapshot(uri, 1, text);
  return (
    locations?.map((location) => {
      const { start, end } = location.range;
      if (location.uri !== uri) return `${location.uri} ${start.line}:${start.character}-${end.character}`;
      const line = text.slice(lines.lineStart(start.line), lines.lineEnd(start.line));
      const label = line.replace(/^\| /, '').slice(0, 5).trim();
      return `${label} ${text.slice(lines.offsetAt(start), lines.offsetAt(end))}`;
    }) ?? null
  );
}
