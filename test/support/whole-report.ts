// Whole reports that stay whole when the form gets a row.
import { missingRows } from '../../server/src/analysis/missing-rows.ts';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { rowMarkup } from '../../server/src/report/markup.ts';
import { styleOf } from '../../server/src/report/written-labels.ts';

/**
 * The report with the rows that its tables lack, each value 0, where the form has them. For texts that are to hold all
 * rows: written once, they follow the form. A report that lacks none is given as it is; of rows that `wanted` doesn't ask for,
 * those stay out.
 */
export function wholeReport(text: string, wanted: (row: string) => boolean = () => true): string {
  const report = readReport(text);
  const insertions = missingRows(subjectOf(report)).flatMap(({ table, runs }) =>
    runs.flatMap(({ rows, above }) =>
      above === null
        ? []
        : [
            {
              at: above.line.span.end,
              text: rows
                .filter(({ row }) => wanted(row.id))
                .map(
                  ({ row, block }) =>
                    `\n${rowMarkup(table.definition, block, row, styleOf(table, report, 'short'), () => '0')}`,
                )
                .join(''),
            },
          ],
    ),
  );
  return insertions
    .sort((a, b) => b.at - a.at)
    .reduce((whole, { at, text: rows }) => whole.slice(0, at) + rows + whole.slice(at), text);
}
