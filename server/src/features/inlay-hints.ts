// Inlay hints: at the end of a table's row that doesn't add up what its sum is, and by how much the total differs.
import type { InlayHint } from 'vscode-languageserver-types';
import type { RuleSettings } from '../analysis/settings.ts';
import { exactSum } from '../figures/decimal.ts';
import type { Figures } from '../figures/figures.ts';
import { termName } from '../figures/labels.ts';
import type { RowSum } from '../figures/plan.ts';
import { fails, residual } from '../figures/values.ts';
import { figuresOf } from '../report/figures-of.ts';
import type { Table, ValueRow } from '../report/report.ts';
import type { RowLine } from '../syntax/tree.ts';
import type { Language } from '../text/language.ts';
import { overlap, type Span } from '../text/span.ts';
import type { Snapshot } from './snapshot.ts';

export interface InlayHintOptions {
  readonly language: Language;
  readonly settings: RuleSettings;
  /** The stretch of the text that is shown. */
  readonly within: Span;
  /** The line that is being edited, zero-based, which gets none; null where none is. */
  readonly editedLine: number | null;
}

/**
 * A hint for each row within a stretch whose values are all there and don't add up; none for rows that don't count, and those
 * of which a finding is suppressed.
 */
export function inlayHints(
  snapshot: Snapshot,
  { language, settings, within, editedLine }: InlayHintOptions,
): InlayHint[] {
  const { report, lines } = snapshot;
  const suppressed = snapshot.check(settings).suppressed.map(({ finding }) => finding.span);
  const isWanted = ({ number, span }: RowLine): boolean =>
    number !== editedLine && overlap(span, within) && !suppressed.some((each) => overlap(each, span));
  return report.tables
    .filter(({ repeats, span }) => repeats === null && overlap(span, within))
    .flatMap((table) =>
      [...differences(table, language)]
        .filter(([{ line }]) => isWanted(line))
        .map(([{ line }, texts]) => ({
          position: lines.positionAt(line.span.end),
          label: texts.join(language === 'zh' ? '；' : '; '),
          paddingLeft: true,
        })),
    );
}

/** What is said of the rows of a table, by the row. */
function differences(table: Table, language: Language): ReadonlyMap<ValueRow, readonly string[]> {
  const figures = figuresOf(table);
  const said = new Map<ValueRow, readonly string[]>();
  for (const sum of figures.plan.rowSums) {
    const { instance } = sum;
    const row = instance.row && table.rows.get(instance.row.id);
    const difference = residual(instance, figures.values);
    if (!row || !fails(instance, difference)) continue;
    said.set(row, [...(said.get(row) ?? []), sumText(figures, sum, Math.abs(difference), language)]);
  }
  return said;
}

function sumText(figures: Figures, { instance, addends }: RowSum, difference: number, language: Language): string {
  const { definition, plan, values } = figures;
  const place = plan.places[instance.total.place];
  const total = place ? termName(definition, instance, place) : '';
  const sum = exactSum(addends.map((addend) => values[addend] ?? Number.NaN));
  return { zh: `${total} ${sum}，差 ${difference}`, en: `${total} ${sum}, off by ${difference}` }[language];
}
