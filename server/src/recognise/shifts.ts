// Values that belong to another row than the one whose label they follow: a PDF's text has some of them before their label.
import type { RowRule } from '../figures/row-rule.ts';
import type { ReadingLine, Stretch } from './reading.ts';

/** A table some of whose runs of values follow no label, while some labels have none. */
export interface Shifted {
  /** By the line of a row, what its values may be besides those that follow its label. */
  readonly cells: ReadonlyMap<ReadingLine, readonly (readonly string[])[]>;
  /** The lines of runs that these values come from. */
  readonly runs: ReadonlySet<ReadingLine>;
  /** Whether there are as many runs as labels, so that each label has one in their order. */
  readonly isInOrder: boolean;
}

/** How many values a line of the form has; 0 for others. */
type CountOf = (line: ReadingLine) => number;

/** What is known of the values of a line. */
type RuleFor = (line: ReadingLine) => RowRule;

/**
 * The lines with a row of twice its number of values parted into the row and a run of its own behind it; the two may have run together
 * where they meet, if a sum tells it.
 */
export function partedRuns(lines: readonly ReadingLine[], countOf: CountOf, ruleFor: RuleFor): readonly ReadingLine[] {
  return lines.flatMap((line) => {
    const count = countOf(line);
    if (line.kind !== 'line' || count < 2 || line.cells.includes('')) return [line];
    const { allowed, sumEvery } = ruleFor(line);
    if (line.cells.length < 2 * count && sumEvery === 0) return [line];
    const ways = waysToPart(line.cells, count).filter((way) => way.every(allowed));
    const [only, another] = ways;
    if (!only || another) return [line];
    const [own = [], rest = []] = only;
    return [
      { ...line, cells: own },
      { kind: 'loose', labels: [], line: null, cells: rest },
    ];
  });
}

function waysToPart(cells: readonly string[], count: number): readonly (readonly (readonly string[])[])[] {
  if (cells.length === 2 * count) return [[cells.slice(0, count), cells.slice(count)]];
  if (cells.length !== 2 * count - 1) return [];
  const met = cells[count - 1] ?? '';
  return Array.from({ length: met.length - 1 }, (_, i) => [
    [...cells.slice(0, count - 1), met.slice(0, i + 1)],
    [met.slice(i + 1), ...cells.slice(count)],
  ]).filter((way) => way.every((values) => !values.some((value) => /^0\d/.test(value))));
}

/** What the rows of a table may have where runs of values follow no label; `isLabel` tells those of rows that the form doesn't have. */
export function shiftedIn(
  lines: readonly ReadingLine[],
  countOf: CountOf,
  isLabel: (stretch: Stretch) => boolean,
): Shifted {
  const isRun = (line: ReadingLine): boolean =>
    line.kind === 'loose' && line.cells.length > 1 && !line.cells.includes('') && !line.labels.some(isLabel);
  const runs = lines.filter(isRun);
  const rows = lines.filter((line) => line.kind === 'line' && countOf(line) > 0);
  const holes = rows.filter(isBlank);
  const nothing = { cells: new Map(), runs: new Set<ReadingLine>(), isInOrder: false };
  if (runs.length === 0 || holes.length === 0) return nothing;
  const [count] = [...new Set([...rows.map(countOf), ...runs.map(({ cells }) => cells.length)])];
  const all = lines.filter(
    (line) => line.cells.length === count && (runs.includes(line) || rows.includes(line)) && !isBlank(line),
  );
  const isEven = rows.every((row) => countOf(row) === count && (isBlank(row) || row.cells.length === count));
  if (isEven && all.length === rows.length) {
    const cells = new Map(rows.map((row, i) => [row, [all[i]?.cells ?? []]]));
    return { cells, runs: new Set(runs.filter((run) => all.includes(run))), isInOrder: true };
  }
  return runs.reduce((found: Shifted, run) => withShifts(found, lines, run, countOf), nothing);
}

function isBlank({ cells }: ReadingLine): boolean {
  return cells.every((cell) => cell === '');
}

/** Adds what the rows up to the next row without values, and back to the one before, have if a run makes them take those beside their own. */
function withShifts(found: Shifted, lines: readonly ReadingLine[], run: ReadingLine, countOf: CountOf): Shifted {
  const at = lines.indexOf(run);
  const ways = [lines.slice(at + 1), lines.slice(0, at).reverse()];
  const rows = ways.flatMap((way) => [rowsToHole(way, run.cells.length, countOf)].filter((each) => each !== null));
  if (rows.length === 0) return found;
  const cells = new Map(found.cells);
  for (const way of rows)
    way.forEach((row, i) => void cells.set(row, [...(cells.get(row) ?? []), (way[i - 1] ?? run).cells]));
  return { ...found, cells, runs: new Set([...found.runs, run]) };
}

/** The rows with so many values up to one without; null where none comes before what has another number of them. */
function rowsToHole(lines: readonly ReadingLine[], count: number, countOf: CountOf): readonly ReadingLine[] | null {
  const rows: ReadingLine[] = [];
  for (const line of lines) {
    const isRow = line.kind === 'line' && countOf(line) > 0;
    if (!isRow && line.cells.length === 0) continue;
    if (countOf(line) !== count) return null;
    rows.push(line);
    if (isBlank(line)) return rows;
    if (line.cells.length !== count) return null;
  }
  return null;
}
