import { contentSpan, judgedTables } from '../analysis/judged-tables.ts';
import type { BlockDefinition, LineDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { listed, rowLabel } from '../forms/names.ts';
import type { Report, Table, TableLine } from '../report/report.ts';
import type { RowLine } from '../syntax/tree.ts';
import { longestAscent } from '../text/longest-ascent.ts';
import { cover } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import { deleteLine, insertBelow } from './engine/line-edits.ts';
import type { Fix, Rule } from './engine/rule.ts';

export const rowOrder: Rule = {
  code: 'row-order',
  group: 'tables',
  severity: 'warning',
  title: { zh: '表格行序与表样不一致', en: 'Rows out of the form’s order' },
  explanation: {
    zh: `表格里的行没有按表样的顺序排列。只指出最少需要移动的行；相邻的几行合为一条。

核对和导出按行名认行，顺序不影响数据；但按位置汇总或人工比对时容易看错行。

请把指出的行移到应在的位置，快速修复会连同数据一起移动。

依据：年度报告格式表二、表三、表四的行序。`,
    en: `The rows don’t stand in the order of the form. Only the fewest that have to move are named; neighbouring ones are one finding.

Rows are recognised by their labels, so the order doesn’t change the data; but whoever adds up or compares by position takes the wrong row.

Move the rows to their places. The fix moves them with their values.

Source: the order of rows in tables two, three and four of the official form.`,
  },
  example: {
    wrong: `二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
{{row-order:| 行政规范性文件 | 1 | 0 | 8 |}}
| 规章 | 0 | 0 | 0 |
`,
    right: `二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 1 | 0 | 8 |
`,
  },
  *check(subject) {
    const { report } = subject;
    for (const table of judgedTables(subject)) {
      for (const run of displacedRows(table)) {
        const [first] = run.lines;
        const last = run.lines.at(-1);
        if (!first || !last) continue;
        yield finding('row-order', {
          span: cover(contentSpan(report, first), contentSpan(report, last)),
          data: { table: table.definition.id, row: run.rows[0]?.id ?? '', rows: run.rows.map(({ id }) => id) },
          fixes: () => moves(report, run),
          related: () =>
            run.below
              ? [
                  {
                    span: contentSpan(report, run.below.line),
                    message: () => ({ zh: '应移到这一行之后', en: 'it belongs below this row' }),
                  },
                ]
              : [],
          message: () => {
            const labels = listed(run.rows.map((row) => rowLabel(table.definition, row)));
            const place = placeOf(table, run);
            const { name } = table.definition;
            return {
              zh: `${name.zh}${labels.zh}的位置与表样不一致，应在${place.zh}`,
              en: `${name.en}: ${labels.en} out of order; ${run.rows.length === 1 ? 'it belongs' : 'they belong'} ${place.en}`,
            };
          },
        });
      }
    }
  },
};

function placeOf({ definition }: Table, { below, above }: Displaced): { readonly zh: string; readonly en: string } {
  if (below?.row) {
    const label = rowLabel(definition, below.row);
    return { zh: `「${label}」之后`, en: `below “${label}”` };
  }
  if (above?.row) {
    const label = rowLabel(definition, above.row);
    return { zh: `「${label}」之前`, en: `above “${label}”` };
  }
  return { zh: '本表开头', en: 'at the head of the table' };
}

/** Moves the lines, unless they carry a group’s label that other rows need. */
function moves(report: Report, { lines, below, entangled }: Displaced): readonly Fix[] {
  if (entangled || !below) return [];
  const texts = lines.map(({ span }) => report.tree.text.slice(span.start, span.end));
  return [
    {
      title: { zh: '移到表样中的位置', en: 'Move to the place that the form gives' },
      edits: [insertBelow(report, below.line, texts.join('\n')), ...lines.map((line) => deleteLine(report, line))],
      certain: true,
    },
  ];
}

/** Neighbouring rows that have to move to one place for the table to be in the form's order. */
interface Displaced {
  readonly lines: readonly RowLine[];
  readonly rows: readonly LineDefinition[];
  /** The line that stays and below which they belong; null where they belong above all that stay. */
  readonly below: Placed | null;
  /** The line that stays and above which they belong. */
  readonly above: Placed | null;
  /** Whether a group's label stands on a line that moves or that they would be put before, so that moving breaks it. */
  readonly entangled: boolean;
}

/** A line of the table at its place in the form. */
interface Placed {
  readonly line: RowLine;
  /** Its place in the form, blocks and their headers counted. */
  readonly order: number;
  /** Null for a header. */
  readonly row: LineDefinition | null;
  readonly holdsGroup: boolean;
}

/** The fewest rows that have to move, in runs. Only the first occurrence of a row counts. */
function displacedRows(table: Table): readonly Displaced[] {
  const placed = placedLines(table);
  if (placed.every(({ order }, i) => order >= (placed[i - 1]?.order ?? 0))) return [];
  const kept = longestAscent(placed.map(({ order }) => order));
  const staying = kept.flatMap((index) => placed[index] ?? []);
  return runsOf(placed, new Set(kept), staying);
}

function runsOf(
  placed: readonly Placed[],
  kept: ReadonlySet<number>,
  staying: readonly Placed[],
): readonly Displaced[] {
  const runs: { lines: Placed[]; below: Placed | null; above: Placed | null }[] = [];
  let previous = -1;
  placed.forEach((line, i) => {
    if (kept.has(i)) return;
    const below = staying.findLast((other) => other.order <= line.order) ?? null;
    const above = staying.find((other) => other.order > line.order) ?? null;
    const run = runs.at(-1);
    const joins = run && previous === i - 1 && run.below === below && (run.lines.at(-1)?.order ?? 0) <= line.order;
    if (joins) run.lines.push(line);
    else runs.push({ lines: [line], below, above });
    previous = i;
  });
  return runs.flatMap(({ lines, below, above }): Displaced[] => {
    const rows = lines.flatMap(({ row }) => row ?? []);
    if (rows.length === 0) return [];
    const entangled = lines.some(({ holdsGroup }) => holdsGroup) || (above?.holdsGroup ?? false);
    return [{ lines: lines.map(({ line }) => line), rows, below, above, entangled }];
  });
}

function placedLines(table: Table): readonly Placed[] {
  const places = table.definition.derived(orderOf);
  const seen = new Set<Ordered>();
  const placed: Placed[] = [];
  let line: RowLine | null = null;
  for (const tableLine of table.lines) {
    const part = partOf(tableLine);
    const order = part === null ? undefined : places.get(part);
    if (part === null || order === undefined || seen.has(part) || tableLine.line === line) continue;
    seen.add(part);
    line = tableLine.line;
    const labels = tableLine.kind === 'value' ? tableLine.labels.length : 1;
    placed.push({ line, order, row: 'label' in part ? part : null, holdsGroup: labels > 1 });
  }
  return placed;
}

/** What has a place in the form: a row, a group, or the header of a block. */
type Ordered = LineDefinition | BlockDefinition;

function partOf(line: TableLine): Ordered | null {
  if (line.kind === 'value') return line.row;
  if (line.kind === 'group') return line.group;
  return line.kind === 'header' ? line.block : null;
}

function orderOf({ blocks }: FormTable): ReadonlyMap<Ordered, number> {
  const parts = blocks.flatMap((block): readonly Ordered[] => [block, ...block.lines]);
  return new Map(parts.map((part, i) => [part, i]));
}
