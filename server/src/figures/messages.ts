import type { ColumnDefinition, TableDefinition } from '../forms/edition.ts';
import { shortLabel } from '../forms/names.ts';
import type { Localized } from '../text/language.ts';
import type { Cause } from './cause.ts';
import { exactSum } from './decimal.ts';
import type { Figures } from './figures.ts';
import { briefRow, placeName, relationTerm, termName } from './labels.ts';
import { type Instance, isSum, type RelationPlan, type Term } from './plan.ts';
import { residual, valueThatHolds } from './values.ts';

const MOST_ADDENDS = 8;

/** What doesn't add up, with all its numbers: 表三（七）总计 · 自然人：各项合计为 5（…），表中填 4，少 1. */
export function failureMessage(figures: Figures, instance: Instance): Localized {
  const { definition, plan } = figures;
  const place = plan.places[instance.total.place];
  if (isSum(instance) && place) {
    const name = placeName(definition, place);
    const sum = sumPhrase(figures, instance);
    return { zh: `${name.zh}：${sum.zh}`, en: `${name.en}: ${sum.en}` };
  }
  const where = instance.column
    ? shortLabel(instance.column.label)
    : instance.row
      ? briefRow(definition, instance.row)
      : '';
  const balance = balancePhrase(figures, instance);
  return { zh: `${definition.name.zh} ${where}：${balance.zh}`, en: `${definition.name.en}, ${where}: ${balance.en}` };
}

/** One cell that doesn't agree with its row and column, and each relation that says so. */
export function cellMessage(figures: Figures, cause: Cause, failing: readonly Instance[]): Localized {
  const { definition, plan, values } = figures;
  const { expected } = cause;
  const place = plan.places[cause.place];
  const found = values[cause.place] ?? Number.NaN;
  const withTotal = cause.kind === 'cell-with-total';
  const name = place ? placeName(definition, place) : { zh: '', en: '' };
  const phrases = failing.map((instance) => relationPhrase(figures, instance, place?.column ?? null));
  const surplus = surplusPhrase(exactSum([found, -expected]));
  return {
    zh: `${name.zh}：表中填 ${found}，改为 ${expected}${withTotal ? '（本行总计随改）' : ' '}才与其他各数相符（${surplus.zh}）：${phrases.map(({ zh }) => zh).join('；')}`,
    en: `${name.en}: the cell says ${found}, but only ${expected}${withTotal ? ', and the total of the row by as much,' : ''} agrees with the other figures (${surplus.en}): ${phrases.map(({ en }) => en).join('; ')}`,
  };
}

/** A relation that fails, in few words and without saying in which table; `column` is the one that is spoken of. */
export function relationPhrase(figures: Figures, instance: Instance, column: ColumnDefinition | null): Localized {
  const total = figures.plan.places[instance.total.place];
  const name = total ? termName(figures.definition, instance, total) : '';
  const cell = { zh: name, en: name };
  const phrase = isSum(instance) ? sumPhrase(figures, instance, 0, cell) : balancePhrase(figures, instance);
  if (!instance.column) return { zh: `本行${phrase.zh}`, en: `in the row ${phrase.en}` };
  if (instance.column === column) return { zh: `本栏${phrase.zh}`, en: `in the column ${phrase.en}` };
  const head = shortLabel(instance.column.label);
  return { zh: `「${head}」栏${phrase.zh}`, en: `in the column ${head} ${phrase.en}` };
}

/** A term and its value, as related information: 予以公开 3. */
export function termMessage({ definition, plan, values }: Figures, instance: Instance, { place }: Term): Localized {
  const at = plan.places[place];
  const text = at ? `${termName(definition, instance, at)} ${values[place] ?? ''}` : '';
  return { zh: text, en: text };
}

/** What a relation says, in the fewest words: 「自然人」一+二=三（七）+四. */
export function relationName(definition: TableDefinition, plan: RelationPlan, instance: Instance): Localized {
  const where = instance.column
    ? shortLabel(instance.column.label)
    : instance.row
      ? briefRow(definition, instance.row)
      : '';
  const total = plan.places[instance.total.place];
  if (isSum(instance) && total) {
    const name = termName(definition, instance, total);
    return { zh: `「${where}」各项合计 = ${name}`, en: `“${where}”: entries = ${name}` };
  }
  const side = (sign: 1 | -1) =>
    instance.terms
      .filter((term) => term.sign === sign)
      .map(({ place }) => balanceTerm(definition, plan, instance, place))
      .join('+');
  const sides = `${side(1)}=${side(-1)}`;
  return { zh: `「${where}」${sides}`, en: `“${where}”: ${sides}` };
}

const THIS_CELL: Localized = { zh: '表中', en: 'the cell' };

function sumPhrase(figures: Figures, instance: Instance, most = MOST_ADDENDS, cell = THIS_CELL): Localized {
  const { values } = figures;
  const { place } = instance.total;
  const found = values[place] ?? Number.NaN;
  const sum = valueThatHolds(instance, place, values);
  const addends = instance.terms.filter((term) => term !== instance.total && values[term.place] !== 0);
  const shown = addends.slice(0, most).map((term) => termMessage(figures, instance, term).zh);
  const list = shown.join(' + ');
  const more = addends.length > shown.length;
  const surplus = surplusPhrase(exactSum([found, -sum]));
  const zhList = list ? `（${list}${more ? ` 等 ${addends.length} 项` : ''}）` : '';
  const enList = list ? ` (${list}${more ? ` and ${addends.length - shown.length} more` : ''})` : '';
  return {
    zh: `各项合计为 ${sum}${zhList}，${cell.zh}填 ${found}，${surplus.zh}`,
    en: `the entries add up to ${sum}${enList}, ${cell.en} says ${found}, ${surplus.en}`,
  };
}

function balancePhrase(figures: Figures, instance: Instance): Localized {
  const { definition, plan, values } = figures;
  const side = (sign: 1 | -1): string => {
    const terms = instance.terms.filter((term) => term.sign === sign);
    const sum = exactSum(terms.map(({ place }) => values[place] ?? Number.NaN));
    const names = terms.map(
      ({ place }) => `${balanceTerm(definition, plan, instance, place)}（${values[place] ?? ''}）`,
    );
    return `${names.join('+ ')}= ${sum}`;
  };
  const difference = Math.abs(residual(instance, values));
  const sides = [side(1), side(-1)];
  return { zh: `${sides.join('，')}，相差 ${difference}`, en: `${sides.join('; ')}; they differ by ${difference}` };
}

function balanceTerm(definition: TableDefinition, plan: RelationPlan, instance: Instance, place: number): string {
  const at = plan.places[place];
  if (!at) return '';
  return instance.column ? relationTerm(definition, at.row) : shortLabel(at.column.label);
}

function surplusPhrase(difference: number): Localized {
  const size = Math.abs(difference);
  return difference > 0 ? { zh: `多 ${size}`, en: `${size} too many` } : { zh: `少 ${size}`, en: `${size} too few` };
}
