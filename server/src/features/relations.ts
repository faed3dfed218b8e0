// Relations of a table with the numbers that stand in it, in words.

import type { Figures } from '../figures/figures.ts';
import { termName } from '../figures/labels.ts';
import type { Instance } from '../figures/plan.ts';
import { fails, isEquation, residual } from '../figures/values.ts';
import type { ColumnDefinition, RowDefinition } from '../forms/edition.ts';
import { shortLabel } from '../forms/names.ts';
import { figuresOf } from '../report/figures-of.ts';
import type { Table } from '../report/report.ts';
import type { Language } from '../text/language.ts';

const MOST_ZEROS = 4;

/** A relation in the words of the form, and what it says of the numbers at hand. */
export interface RelationText {
  readonly text: string;
  readonly numbers: string;
}

/** The relations that a value takes part in. */
export function relationsOfCell(
  table: Table,
  row: RowDefinition,
  column: ColumnDefinition,
  language: Language,
): readonly RelationText[] {
  const figures = figuresOf(table);
  const { plan } = figures;
  const place = plan.places.findIndex((each) => each.row === row && each.column === column);
  return plan.instances
    .filter(({ terms }) => terms.some((term) => term.place === place))
    .map((instance) => relationText(figures, instance, language));
}

/** The relations that a row takes part in: with the numbers of its own, or of the last column and of those where they fail. */
export function relationsOfRow(table: Table, row: RowDefinition, language: Language): readonly RelationText[] {
  const figures = figuresOf(table);
  const { plan, values } = figures;
  const own = plan.instances.filter(({ terms }) => terms.some(({ place }) => plan.places[place]?.row === row));
  const lastColumn = table.definition.columns.at(-1);
  return own
    .filter(
      (instance) => !instance.column || instance.column === lastColumn || fails(instance, residual(instance, values)),
    )
    .map((instance) => relationText(figures, instance, language));
}

function relationText(figures: Figures, instance: Instance, language: Language): RelationText {
  const head = instance.column ? shortLabel(instance.column.label) : null;
  const where = head === null ? '' : { zh: `${head}栏：`, en: `column ${head}: ` }[language];
  return { text: instance.relation.text[language], numbers: where + numbers(figures, instance, language) };
}

function numbers(figures: Figures, instance: Instance, language: Language): string {
  const residue = residual(instance, figures.values);
  if (Number.isNaN(residue)) return { zh: '有空白或未填，无法核对', en: 'a value is missing: not checked' }[language];
  const sides = ([1, -1] as const).map((sign) => side(figures, instance, sign));
  if (fails(instance, residue)) {
    const not = isEquation(instance) ? ' ≠ ' : ' > ';
    const difference = Math.abs(residue);
    return sides.join(not) + { zh: `，相差 ${difference}`, en: `: they differ by ${difference}` }[language];
  }
  return sides.join(isEquation(instance) ? ' = ' : ' ≤ ');
}

/** One side of a relation; of a long one the terms that are not 0. */
function side({ definition, plan, values }: Figures, instance: Instance, sign: 1 | -1): string {
  const terms = instance.terms.filter((term) => term.sign === sign);
  const shown = terms.length > MOST_ZEROS ? terms.filter(({ place }) => values[place] !== 0) : terms;
  if (shown.length === 0) return '0';
  return shown
    .map(({ place }) => {
      const at = plan.places[place];
      return at ? `${termName(definition, instance, at)} ${values[place]}` : '';
    })
    .join(' + ');
}
