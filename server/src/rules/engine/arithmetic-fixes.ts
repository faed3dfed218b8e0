import type { Cause } from '../../figures/causes.ts';
import { placeLabel } from '../../figures/labels.ts';
import { type Figures, relationName } from '../../figures/messages.ts';
import type { Instance } from '../../figures/plan.ts';
import { type Change, cellAt, fails, isPossible, residual, valueThatHolds, withChanges } from '../../figures/values.ts';
import type { Table } from '../../report/report.ts';
import type { Localized } from '../../text/language.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from './rule.ts';

const MOST_ALTERNATIVES = 6;
const MOST_NAMED = 3;

/** Equations that fail for one cause, with all that their finding and its fixes need. */
export interface Failure extends Figures {
  readonly table: Table;
  readonly cause: Cause;
}

/** The cell of a place, or null. */
export function spanAt(table: Table, figures: Figures, place: number): Span | null {
  const at = figures.plan.places[place];
  return (at && cellAt(table, at)?.span) ?? null;
}

/**
 * What would make the figures agree, as alternatives: the cell to blame; or the total, and every addend that can take
 * the difference without breaking another relation. Each says what it breaks; none is certain, as the right figure
 * stands in the office's records and not in the table.
 */
export function arithmeticFixes(problem: Failure): readonly Fix[] {
  const { plan, cause } = problem;
  const main = plan.instances[cause.main];
  if (!main) return [];
  if (cause.certain)
    return [fixOf(problem, [{ place: cause.place, value: cause.expected }])].flatMap((fix) => fix ?? []);
  const total = fixOf(problem, withRowTotal(problem, main, cause.place, cause.expected));
  const addends = main.terms.flatMap(({ place }) => addendFix(problem, main, place) ?? []);
  return (total ? [total, ...addends] : addends).slice(0, MOST_ALTERNATIVES);
}

function addendFix(problem: Failure, main: Instance, place: number): Fix | null {
  const { values, cause } = problem;
  if (place === cause.place || values[place] === 0) return null;
  const changes = withRowTotal(problem, main, place, valueThatHolds(main, place, values));
  return unmended(problem, changes).length === 0 ? fixOf(problem, changes) : null;
}

/** The change of a cell and, where the sum of its row holds so far, that of the row's total with it. */
function withRowTotal({ plan, values }: Failure, main: Instance, place: number, value: number): readonly Change[] {
  const change: Change = { place, value };
  const row = (plan.equationsOf[place] ?? []).map((number) => plan.instances[number]).find((instance) => instance?.row);
  if (!row || row === main || row.total.place === place || residual(row, values) !== 0) return [change];
  const total = valueThatHolds(row, row.total.place, withChanges(values, [change]));
  return [change, { place: row.total.place, value: total }];
}

/** The relations of the changed cells that fail after the changes. */
function unmended({ plan, values }: Failure, changes: readonly Change[]): readonly Instance[] {
  const changed = withChanges(values, changes);
  const touched = new Set(changes.flatMap(({ place }) => plan.equationsOf[place] ?? []));
  return [...touched].flatMap((number) => {
    const instance = plan.instances[number];
    return instance && fails(instance, residual(instance, changed)) ? [instance] : [];
  });
}

function fixOf(problem: Failure, changes: readonly Change[]): Fix | null {
  const { plan, table } = problem;
  if (!changes.every(({ place, value }) => isPossible(plan.places[place], value))) return null;
  const edits = changes.flatMap(({ place, value }) => {
    const span = spanAt(table, problem, place);
    return span ? [{ span, text: String(value) }] : [];
  });
  return edits.length === changes.length ? { title: titleOf(problem, changes), edits, certain: false } : null;
}

function titleOf(problem: Failure, changes: readonly Change[]): Localized {
  const { definition, plan, values } = problem;
  const steps = changes
    .map(({ place, value }) => {
      const at = plan.places[place];
      return `${at ? placeLabel(definition, at) : ''} ${values[place] ?? ''}→${value}`;
    })
    .join('，');
  const broken = unmended(problem, changes).map((instance) => relationName(definition, plan, instance));
  const outcome = outcomeOf(broken);
  return { zh: `${steps}（${outcome.zh}）`, en: `${steps} (${outcome.en})` };
}

function outcomeOf(broken: readonly Localized[]): Localized {
  if (broken.length === 0) return { zh: '相关各式均成立', en: 'all relations hold' };
  const shown = broken.slice(0, MOST_NAMED);
  const more = broken.length > shown.length;
  return {
    zh: `${shown.map(({ zh }) => zh).join('、')}${more ? ` 等 ${broken.length} 式` : ''}将不成立`,
    en: `breaks ${shown.map(({ en }) => en).join('; ')}${more ? ` and ${broken.length - shown.length} more` : ''}`,
  };
}
