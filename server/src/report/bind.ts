import type { Form, Forms } from '../forms/form.ts';
import { standardForms } from '../forms/index.ts';
import { parse } from '../syntax/parse.ts';
import type { Line, Part, Tree } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { append } from '../text/lists.ts';
import { overlap } from '../text/span.ts';
import { withBareLines } from './bare-lines.ts';
import { type ConflictSide, conflictsIn, ofSide } from './conflicts.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Identity, readIdentity } from './identity.ts';
import { withLastCells } from './last-cells.ts';
import type { FrontMatterEntry, Report, Section, Table, TornPart, Year } from './report.ts';
import { bindSections, findHeadings, type Heading } from './sections.ts';
import { bindTables } from './tables.ts';
import { isTorn } from './torn.ts';

/** A text read as a report: any text gives one, and nothing throws. */
export function readReport(text: string, forms: Forms = standardForms()): Report {
  return bind(parse(text), forms);
}

/**
 * Binds a tree to the edition that its front matter or its year names, the newest where neither does, with what those
 * packs add that fit its body and year. Nothing is judged. Of an unsettled merge one side is read.
 */
export function bind(parsed: Tree, given: Forms = standardForms(), side: ConflictSide = 'ours'): Report {
  const conflicts = conflictsIn(parsed.text);
  const tree = treeOfSide(side, parsed, conflicts, given);
  const { forms, frontMatter, headings, before, title, year, body } = openingUnder(given, tree);
  const edition = chooseEdition(frontMatter, year, forms);
  const extraRows = frontMatter.flatMap(({ key, entry }) => (key === 'extra-row' && entry.value ? [entry.value] : []));
  const sections = bindSections(headings, tree.lines, edition, tree.text.length);
  const { tables, tornParts } = bindParts(before, sections, edition, forms, extraRows);
  return {
    tree,
    forms,
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
    conflicts,
  };
}

/** What a text says of itself as a report: what `readReport` finds of it, without reading its parts. */
export function readOpening(text: string, forms: Forms = standardForms()): Identity {
  return openingUnder(forms, treeOfSide('ours', parse(text), conflictsIn(text), forms));
}

/** The tree of one side, with rows and headings that only the lines around them tell. */
function treeOfSide(side: ConflictSide, parsed: Tree, conflicts: Report['conflicts'], forms: Forms): Tree {
  return withLastCells(withBareLines(ofSide(side, parsed, conflicts), forms));
}

interface Opening extends Identity {
  /** Those that fit the body and year. */
  readonly forms: Forms;
  readonly frontMatter: readonly FrontMatterEntry[];
  readonly headings: readonly Heading[];
  /** The lines before the first heading. */
  readonly before: readonly Line[];
}

function openingUnder(given: Forms, tree: Tree): Opening {
  const frontMatter = readFrontMatter(tree);
  const first = openingOf(tree, frontMatter, given);
  const forms = given.fitting(first.body?.text ?? null, first.year?.value ?? null);
  return forms === given ? first : openingOf(tree, frontMatter, forms);
}

function openingOf(tree: Tree, frontMatter: readonly FrontMatterEntry[], forms: Forms): Opening {
  const headings = findHeadings(tree.lines, forms);
  const [firstHeading] = headings;
  const before = firstHeading ? tree.lines.slice(0, tree.lines.indexOf(firstHeading.line)) : tree.lines;
  return { forms, frontMatter, headings, before, ...readIdentity(frontMatter, before, tree.lines, forms.words) };
}

function chooseEdition(frontMatter: readonly FrontMatterEntry[], year: Year | null, forms: Forms): Form {
  const named = frontMatter.findLast((each) => each.key === 'edition')?.entry.value;
  const byName = named ? forms.byId(named.text.normalize('NFKC')) : null;
  return byName ?? (year ? forms.forYear(year.value) : null) ?? forms.newest;
}

interface Parts {
  readonly tables: readonly Table[];
  readonly tornParts: readonly TornPart[];
}

function bindParts(
  preface: readonly Line[],
  sections: readonly Section[],
  edition: Form,
  forms: Forms,
  extras: readonly Part[],
): Parts {
  const extraRows = new Set(extras.map((extra) => canonical(extra.text)));
  const tables: Table[] = [];
  const tornParts: TornPart[] = [];
  const beforeFirst = bindTables(preface, null, { own: edition, forms, extraRows });
  const torn = edition.tables.filter((table) => isTorn(preface, table, beforeFirst));
  const [firstLine] = preface;
  const lastLine = preface.at(-1);
  if (torn.length === 0) append(tables, beforeFirst);
  else if (firstLine && lastLine) {
    const span = { start: firstLine.span.start, end: lastLine.span.end };
    append(
      tornParts,
      torn.map((table) => ({ table, section: null, span })),
    );
  }
  for (const section of sections) {
    if (section.repeats !== null) continue;
    const bound = bindTables(section.lines, section, { own: edition, forms, extraRows });
    const definition = section.definition?.table ? edition.table(section.definition.table) : null;
    if (definition && isTorn(section.lines, definition, bound))
      tornParts.push({ table: definition, section, span: section.span });
    else append(tables, bound);
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
