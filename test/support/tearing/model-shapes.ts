// Tables as language models write a report down.
import { labelIn } from '../../../server/src/forms/labels.ts';
import type { Draw } from './bar-shapes.ts';

/** Each row a Markdown table under a heading of its own, with invented heads or those of the form. */
export const rowTables: Draw = ({ table, rows }, random) => {
  const rule = random.pick(['---', '----------', ':---:']);
  return rows.flatMap((row) => {
    const [label, ...values] = row.cells.map(({ text }) => text);
    if (row.kind === 'head') return [];
    if (row.kind === 'group') return [`### ${label}`, ''];
    const columns = (table.row(row.rows[0] ?? '')?.columns ?? table.columns.slice(0, values.length)).map((column) =>
      labelIn('official', column),
    );
    const heads = random.chance(50)
      ? [...values.map((_, i) => `数据${i + 1}`).slice(0, -1), columns.at(-1) ?? '总计']
      : columns;
    const isLabelled = random.chance(60);
    const line = (first: string, cells: readonly string[]): string =>
      `| ${[...(isLabelled ? [first] : []), ...cells].join(' | ')} |`;
    const rules = line(
      rule,
      values.map(() => rule),
    ).replaceAll(' ', '');
    return [
      ...(isLabelled && random.chance(50) ? [] : [`### ${label}`]),
      line('类别', heads),
      rules,
      line(label ?? '', values),
      '',
    ];
  });
};
