import type { Edition } from '../forms/edition.ts';
import { editionById, editionForYear, newestEdition } from '../forms/index.ts';
import { parse } from '../syntax/parse.ts';
import type { Line, Part, Tree } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { overlap } from '../text/span.ts';
import { withBareLines } from './bare-lines.ts';
import { readFrontMatter } from './front-matter.ts';
import { readIdentity } from './identity.ts';
import type { FrontMatterEntry, Report, Section, Table, TornPart, Year } from './report.ts';
import { bindSections, findHeadings } from './sections.ts';
import { bindTables } from './tables.ts';
import { isTorn } from './torn.ts';

/** A text read as a report: any text gives one, and nothing throws. */
export function readReport(text: string): Report {
  return bind(parse(text));
}

/** Binds a tree to the edition that its front matter or its year names, the newest where neither does. Nothing is judged. */
export function bind(parsed: Tree): Report {
  const tree = withBareLines(parsed);
  const frontMatter = readFrontMatter(tree);
  const headings = findHeadings(tree.lines);
  const [firstHeading] = headings;
  const before = firstHeading ? tree.lines.slice(0, tree.lines.indexOf(firstHeading.line)) : tree.lines;
  const { title, year, body } = readIdentity(frontMatter, before, tree.lines);
  const edition = chooseEdition(frontMatter, year);
  const extraRows = frontMatter.flatMap(({ key, entry }) => (key === 'extra-row' && entry.value ? [entry.value] : []));
  const sections = bindSections(headings, tree.lines, edition, tree.text.length);
  const { tables, tornParts } = bindParts(before, sections, edition, extraRows);
  return {
    tree,
    edition,
    year,
    body,
    title,
    extraRows,
    frontMatter,
    preface: before.filter((line) => !title || !overlap(line.span, title.span)),
    sections,
    tables,
    tornParts,
  };
}

function chooseEdition(frontMatter: readonly FrontMatterEntry[], year: Year | null): Edition {
  const named = frontMatter.findLast((each) => each.key === 'edition')?.entry.value;
  const byName = named ? editionById(named.text.normalize('NFKC')) : null;
  return byName ?? (year ? editionForYear(year.value) : null) ?? newestEdition;
}

interface Parts {
  readonly tables: readonly Table[];
  readonly tornParts: readonly TornPart[];
}

function bindParts(
  preface: readonly Line[],
  sections: readonly Section[],
  edition: Edition,
  extras: readonly Part[],
): Parts {
  const extraRows = new Set(extras.map((extra) => canonical(extra.text)));
  const tables: Table[] = [];
  const tornParts: TornPart[] = [];
  const beforeFirst = bindTables(preface, null, edition, extraRows);
  const torn = edition.tables.filter((table) => isTorn(preface, table, beforeFirst));
  const [firstLine] = preface;
  const lastLine = preface.at(-1);
  if (torn.length === 0) tables.push(...beforeFirst);
  else if (firstLine && lastLine) {
    const span = { start: firstLine.span.start, end: lastLine.span.end };
    tornParts.push(...torn.map((table) => ({ table, section: null, span })));
  }
  for (const section of sections) {
    if (section.repeats !== null) continue;
    const bound = bindTables(section.lines, section, edition, extraRows);
    const definition = edition.tables.find((table) => table.id === section.definition?.table);
    if (definition && isTorn(section.lines, definition, bound))
      tornParts.push({ table: definition, section, span: section.span });
    else tables.push(...bound);
  }
  return { tables: withRepeats(tables), tornParts };
}

function withRepeats(tables: readonly Table[]): readonly Table[] {
  const first = new Map<string, Table>();
  return tables.map((table) => {
    const earlier = first.get(table.definition.id);
    if (earlier) return { ...table, repeats: earlier };
    first.set(table.definition.id, table);
    return table;
  });
}
