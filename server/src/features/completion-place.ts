// Where completion was asked for: the line at the cursor, and the report as it is without that line.
import { sectionAt } from '../analysis/section-at.ts';
import { tableAround } from '../analysis/table-elements.ts';
import type { FormTable } from '../forms/form.ts';
import { bind } from '../report/bind.ts';
import type { Report, Section, Table } from '../report/report.ts';
import { parse } from '../syntax/parse.ts';
import type { Span } from '../text/span.ts';
import type { Snapshot } from './snapshot.ts';

export interface Place {
  readonly snapshot: Snapshot;
  readonly offset: number;
  readonly lineNumber: number;
  /** The line without its break. */
  readonly line: Span;
  /** Where the line's first visible character is, or its end. */
  readonly textStart: number;
  /** The line up to the cursor, from its first visible character. */
  readonly before: string;
  /** The line after the cursor. */
  readonly after: string;
  /**
   * The report without this line, so that a half-typed one neither counts as present nor parts what stands around it.
   * Offsets before the line are those of the snapshot, later ones are less by the line's length.
   */
  readonly rest: Report;
  /** The section in `rest` that the line would stand in. */
  readonly section: Section | null;
}

/** Where the cursor stands, at an offset of the snapshot's text. */
export function placeAt(snapshot: Snapshot, offset: number): Place {
  const { lines, text } = snapshot;
  const lineNumber = lines.lineAt(offset);
  const line = { start: lines.lineStart(lineNumber), end: lines.lineEnd(lineNumber) };
  const written = text.slice(line.start, line.end);
  const textStart = Math.min(line.start + (written.length - written.trimStart().length), Math.max(offset, line.start));
  const rest = bind(
    parse(text.slice(0, line.start) + text.slice(lines.lineStart(lineNumber + 1))),
    snapshot.report.forms,
  );
  return {
    snapshot,
    offset,
    lineNumber,
    line,
    textStart,
    before: text.slice(textStart, offset),
    after: text.slice(offset, line.end),
    rest,
    section: sectionAt(rest, line.start - 1),
  };
}

/** The table that the line stands in or that its section has to hold, and what is there of it already. */
export interface TablePlace {
  readonly definition: FormTable;
  readonly table: Table | null;
}

/** The table that is written there, begun or due in the section; null where there is none. */
export function tableAt({ rest, section, line }: Place): TablePlace | null {
  const around = tableAround(rest, { start: line.start, end: line.start });
  const parted = around && around.span.start < line.start ? around : null;
  const table = parted ?? rest.tables.find((each) => section !== null && each.section === section) ?? null;
  if (table) return { definition: table.definition, table };
  const id = section?.definition?.table;
  const definition = id ? rest.edition.table(id) : null;
  return definition ? { definition, table: null } : null;
}
