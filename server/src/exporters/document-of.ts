// The one place that turns a report into a document.

import { usualName } from '../forms/template.ts';
import type { Report, Section, Table, Title } from '../report/report.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Line, Part, RowLine } from '../syntax/tree.ts';
import { append } from '../text/lists.ts';
import { overlap } from '../text/span.ts';
import type { DocumentElement, DocumentHeading, DocumentTitle, Omission, ReportDocument } from './document.ts';
import { formTable } from './form-table.ts';
import { lineText, textOfCells } from './line-text.ts';
import { isPageTable, isPageText } from './page-around.ts';
import { paragraphOf, subsectionElement, withDates } from './paragraphs.ts';
import { plainTable } from './plain-table.ts';
import { titleLines } from './title-lines.ts';

/** The report as it is published; see `ReportDocument`. Any report gives a document. */
export function documentOf(report: Report): ReportDocument {
  const builder = new Builder(report);
  builder.preface(report.preface);
  for (const section of report.sections) builder.section(section);
  return {
    language: 'zh-CN',
    title: titleOf(report),
    body: report.body?.text ?? null,
    year: report.year?.value ?? null,
    edition: report.edition.id,
    elements: withDates(builder.elements),
    omissions: builder.omissions,
  };
}

function titleOf({ title, body, year, forms }: Report): DocumentTitle {
  const written = title !== null && title.text !== '';
  const text = written ? title.text : `${body?.text ?? ''}${year ? `${year.value}年` : ''}${usualName}`;
  return { text, lines: titleLines(text, body?.text ?? null, forms.words), span: written ? title.span : null };
}

/** Where lines stand: what decides how a row that no table has is shown. */
interface Place {
  readonly section: Section | null;
  readonly isLast: boolean;
}

class Builder {
  readonly elements: DocumentElement[] = [];
  readonly omissions: Omission[] = [];
  readonly #report: Report;
  readonly #tables = new Map<RowLine, Table>();
  readonly #title: Title | null;
  #rows: RowLine[] = [];

  constructor(report: Report) {
    this.#report = report;
    this.#title = report.title;
    for (const table of report.tables) for (const { line } of table.lines) this.#tables.set(line, table);
  }

  preface(lines: readonly Line[]): void {
    this.#lines(lines, { section: null, isLast: this.#report.sections.length === 0 });
  }

  section(section: Section): void {
    this.elements.push(headingOf(section));
    if (section.inlineText) this.elements.push(paragraphOf(section.inlineText.text, section.inlineText.span));
    if (this.#report.tornParts.some((part) => part.section === section)) {
      this.#tornPart(section.lines);
      return;
    }
    this.#lines(section.lines, { section, isLast: section === this.#report.sections.at(-1) });
  }

  #paragraphs(rows: readonly RowLine[]): void {
    for (const row of rows) {
      const text = holdsOneText(row) ? textOfCells(row) : lineText(row, this.#report.tree.text);
      if (text !== '') this.elements.push(paragraphOf(text, row.span));
    }
  }

  #tornPart(lines: readonly Line[]): void {
    for (const line of lines) {
      const text = line.kind === 'row' ? textOfCells(line) : lineText(line, this.#report.tree.text);
      if (text !== '') this.elements.push(paragraphOf(text, line.span));
    }
  }

  #lines(lines: readonly Line[], place: Place): void {
    const seen = new Set<Table>();
    for (const line of lines) {
      if (isSilent(line)) continue;
      const table = line.kind === 'row' ? this.#tables.get(line) : undefined;
      if (line.kind === 'row' && !table) this.#rows.push(line);
      else this.#endRows(place);
      if (line.kind !== 'row') this.#line(line, place);
      else if (table && !seen.has(table)) this.elements.push(formTable(table));
      if (table) seen.add(table);
    }
    this.#endRows(place);
  }

  /** Rows that no form has: a plain table, or prose that holds a bar, or the page around the report. */
  #endRows(place: Place): void {
    const rows = this.#rows;
    this.#rows = [];
    const [first] = rows;
    if (!first) return;
    const inTablePart = place.section?.definition?.table != null;
    if (!inTablePart && isPageTable(rows, place.section === null, this.#report.forms.words)) {
      for (const row of rows) this.#omit({ span: row.span, text: textOfCells(row) });
    } else if (rows.every(holdsOneText) || (rows.length === 1 && !inTablePart)) this.#paragraphs(rows);
    else append(this.elements, plainTable(rows));
  }

  #line(line: Exclude<Line, RowLine>, { section, isLast }: Place): void {
    if (this.#title && overlap(line.span, this.#title.span)) return;
    if ((section === null || isLast) && line.kind === 'text' && isPageText(line.content.text, this.#report.forms.words))
      this.#omit(line.content);
    else this.elements.push(elementOf(line, this.#report.tree.text));
  }

  #omit({ text, span }: Part): void {
    if (text !== '') this.omissions.push({ text, span });
  }
}

/** A cell alone on its line is a piece of a torn table, or none at all. */
function holdsOneText({ cells }: RowLine): boolean {
  return cells.filter(({ text }) => text !== '').length <= 1;
}

function headingOf({ line, title, definition }: Section): DocumentHeading {
  return {
    kind: 'heading',
    level: 2,
    text: line.mark.text + title.text,
    section: definition?.id ?? null,
    span: { start: line.mark.span.start, end: title.span.end },
  };
}

function elementOf(line: Exclude<Line, RowLine>, source: string): DocumentElement {
  switch (line.kind) {
    case 'title':
      return { kind: 'heading', level: 2, text: line.content.text, section: null, span: line.span };
    case 'subsection':
      return subsectionElement(line);
    case 'item':
      return { kind: 'item', mark: line.mark.text, text: line.content.text, span: line.span };
    default:
      return paragraphOf(lineText(line, source), line.span);
  }
}
