// Document symbols: title, sections, sub-sections, tables with their groups and rows.
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { Section, Table, TableLine } from '../report/report.ts';
import type { Language } from '../text/language.ts';
import { cover, type Span } from '../text/span.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';
import { subsectionParts } from './subsections.ts';

interface Entry {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly Entry[];
}

/** Sections with their headings and tables, as a tree in the order of the text. */
export function outline(snapshot: Snapshot, { language }: { readonly language: Language }): DocumentSymbol[] {
  const { report } = snapshot;
  const tables = Map.groupBy(report.tables, ({ section }) => section);
  const sections = report.sections.map((section) => sectionEntry(section, tables.get(section) ?? [], language));
  const stray = (tables.get(null) ?? []).map((table) => tableEntry(table, language));
  const entries = [...stray, ...sections];
  const { title } = report;
  const root: readonly Entry[] = title
    ? [
        {
          name: title.text || '#',
          kind: SymbolKind.File,
          span: wholeSpan(title.span, entries),
          selection: title.span,
          children: entries,
        },
      ]
    : entries;
  return root.map((entry) => symbolOf(snapshot, entry));
}

/** The outline for clients that know no hierarchy. */
export function flatOutline(snapshot: Snapshot, options: { readonly language: Language }): SymbolInformation[] {
  const flat = (symbols: readonly DocumentSymbol[], container?: string): SymbolInformation[] =>
    symbols.flatMap(({ name, kind, range, children }) => [
      { name, kind, location: { uri: snapshot.uri, range }, ...(container ? { containerName: container } : {}) },
      ...flat(children ?? [], name),
    ]);
  return flat(outline(snapshot, options));
}

function wholeSpan(own: Span, children: readonly Entry[]): Span {
  return children.reduce((span, child) => cover(span, child.span), own);
}

function sectionEntry(section: Section, inside: readonly Table[], language: Language): Entry {
  const heading = { start: section.line.mark.span.start, end: section.title.span.end };
  const tables = inside.map((table) => tableEntry(table, language));
  const subsections = subsectionParts(section).map(
    ({ line, last }): Entry => ({
      name: line.mark.text + line.title.text,
      kind: SymbolKind.Namespace,
      span: cover(line.span, last.span),
      selection: cover(line.mark.span, line.title.span),
      children: [],
    }),
  );
  const children = [...subsections, ...tables].sort((a, b) => a.span.start - b.span.start);
  return {
    name: section.line.mark.text + section.title.text,
    kind: SymbolKind.Module,
    span: wholeSpan(cover(heading, section.span), children),
    selection: heading,
    children,
  };
}

function tableEntry(table: Table, language: Language): Entry {
  const first = table.lines[0]?.line.span ?? table.span;
  return {
    name: table.definition.name[language],
    kind: SymbolKind.Struct,
    span: cover(table.span, first),
    selection: first,
    children: lineEntries(
      table.lines.filter((line) => line.kind === 'group' || line.kind === 'value' || line.kind === 'unknown'),
    ),
  };
}

/** Rows under the groups above them: those on lines of their own, and those whose label stands on the row's line. */
function lineEntries(lines: readonly TableLine[]): readonly Entry[] {
  const root: MutableEntry[] = [];
  const open: { readonly id: string; readonly entry: MutableEntry }[] = [];
  for (const line of lines) {
    const own = entriesOfLine(line);
    for (const { id, parent, entry } of own) {
      while (open.length > 0 && open.at(-1)?.id !== parent) open.pop();
      for (const { entry: around } of open) around.span = cover(around.span, entry.span);
      (open.at(-1)?.entry.children ?? root).push(entry);
      open.push({ id, entry });
    }
  }
  return root;
}

interface MutableEntry extends Entry {
  span: Span;
  readonly children: MutableEntry[];
}

interface LineEntry {
  readonly id: string;
  readonly parent: string | null;
  readonly entry: MutableEntry;
}

function entriesOfLine(line: TableLine): readonly LineEntry[] {
  const span = line.line.span;
  if (line.kind === 'unknown') {
    const name = line.label?.text ?? '';
    if (name === '') return [];
    return [{ id: '', parent: null, entry: { name, kind: SymbolKind.Field, span, selection: span, children: [] } }];
  }
  if (line.kind !== 'group' && line.kind !== 'value') return [];
  const labels = line.labels.map(
    ({ definition, cell }): LineEntry => ({
      id: definition.id,
      parent: definition.parent,
      entry: {
        name: definition.label,
        ...(definition.kind === 'row' && line.kind === 'value' ? { detail: valuesOf(line.cells) } : {}),
        kind: definition.kind === 'group' ? SymbolKind.Object : SymbolKind.Field,
        span,
        selection: cell.span,
        children: [],
      },
    }),
  );
  if (labels.length > 0 || line.kind === 'group') return labels;
  const cells = line.cells.reduce<Span | null>((all, { span: each }) => (all ? cover(all, each) : each), null) ?? span;
  const entry = {
    name: line.row.label,
    detail: valuesOf(line.cells),
    kind: SymbolKind.Field,
    span: cells,
    selection: cells,
    children: [],
  };
  return [{ id: line.row.id, parent: line.row.parent, entry }];
}

function valuesOf(cells: readonly { readonly text: string }[]): string {
  return cells.map(({ text }) => (text === '' ? '＿' : text)).join(' ');
}

function symbolOf(snapshot: Snapshot, { name, detail, kind, span, selection, children }: Entry): DocumentSymbol {
  return {
    name,
    ...(detail ? { detail } : {}),
    kind,
    range: rangeOf(snapshot.lines, cover(span, selection)),
    selectionRange: rangeOf(snapshot.lines, selection),
    ...(children.length > 0 ? { children: children.map((child) => symbolOf(snapshot, child)) } : {}),
  };
}
