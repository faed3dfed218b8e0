// What is said of a slip that concerns more than one cell, and of the change that puts one right.

import type { TableDefinition } from '../forms/edition.ts';
import type { Place } from '../forms/form.ts';
import { shortLabel } from '../forms/names.ts';
import type { Localized } from '../text/language.ts';
import { outcomeOf } from './alternatives.ts';
import type { Cause } from './cause.ts';
import type { Figures } from './figures.ts';
import { briefRow, placeLabel, rowPlaceName } from './labels.ts';
import { relationName, relationPhrase } from './messages.ts';
import type { Instance } from './plan.ts';
import type { SlipKind } from './slips.ts';
import type { Change } from './values.ts';

const MOST_NAMED = 3;
const MOST_STEPS = 4;

/** The names that a slip is told with. */
interface Names {
  /** The column of the finding. */
  readonly column: string;
  /** The column that a value belongs in. */
  readonly to: string;
  /** Another row. */
  readonly other: string;
  readonly value: number;
  /** How many rows are changed, or fail. */
  readonly rows: number;
}

interface Words {
  readonly said: (names: Names) => Localized;
  /** What a fix does; absent where none can be told. */
  readonly fix?: (names: Names) => Localized;
}

const WORDS: Partial<Record<SlipKind, Words>> = {
  'neighbouring-column': {
    said: ({ column, to, value }) => ({
      zh: `${value} 错填在「${column}」栏，应在「${to}」栏`,
      en: `${value} stands under ${column} instead of ${to}`,
    }),
    fix: ({ to, value }) => ({ zh: `把 ${value} 移到「${to}」栏`, en: `Move ${value} to ${to}` }),
  },
  'neighbouring-row': {
    said: ({ other }) => ({ zh: `整行的数应在「${other}」行`, en: `these values belong in the row ${other}` }),
    fix: ({ other }) => ({ zh: `把整行移到「${other}」行`, en: `Move the row to ${other}` }),
  },
  'value-in-neighbouring-row': {
    said: ({ column, other, value }) => ({
      zh: `「${column}」栏的 ${value} 错填在这一行，应在「${other}」行`,
      en: `${value} under ${column} stands here instead of in the row ${other}`,
    }),
    fix: ({ other, value }) => ({ zh: `把 ${value} 移到「${other}」行`, en: `Move ${value} to the row ${other}` }),
  },
  'split-number': {
    said: ({ value }) => ({ zh: `疑为 ${value} 被拆成了两格`, en: `${value} seems to be split into two cells` }),
    fix: ({ value }) => ({ zh: `两格合为 ${value}`, en: `Join the two cells into ${value}` }),
  },
  'shifted-left': {
    said: () => ({ zh: '整行的数左移了一栏', en: 'the values of the row stand one column too far left' }),
    fix: () => ({ zh: '整行右移一栏', en: 'Move the row one column to the right' }),
  },
  'shifted-right': {
    said: () => ({ zh: '整行的数右移了一栏', en: 'the values of the row stand one column too far right' }),
    fix: () => ({ zh: '整行左移一栏', en: 'Move the row one column to the left' }),
  },
  'row-unfilled': {
    said: () => ({ zh: '整行都填 0，疑为漏填', en: 'the whole row is 0 and seems not to be filled in' }),
    fix: () => ({ zh: '整行按勾稽关系填', en: 'Fill in the row as the relations ask' }),
  },
  'row-left-out': {
    said: ({ other }) => ({ zh: `各栏都漏计了「${other}」`, en: `${other} is left out in every column` }),
    fix: ({ other }) => ({ zh: `各栏补计「${other}」`, en: `Add ${other} in every column` }),
  },
  'row-counted-twice': {
    said: ({ other }) => ({ zh: `各栏都重复计入「${other}」`, en: `${other} is counted twice in every column` }),
    fix: ({ other }) => ({ zh: `各栏减去「${other}」`, en: `Take ${other} off in every column` }),
  },
  'column-unfilled': {
    said: ({ column, rows }) => ({
      zh: `「${column}」一栏都是 0，疑为漏填：有 ${rows} 行的总计比各栏之和多`,
      en: `the column ${column} is 0 throughout and seems not to be filled in: in ${rows} rows the total is more than the sum`,
    }),
    fix: ({ column, rows }) => ({ zh: `「${column}」栏 ${rows} 行补上差额`, en: `Fill in ${rows} rows of ${column}` }),
  },
  'total-unfilled': {
    said: ({ column, rows }) => ({
      zh: `「${column}」一栏都是 0，有 ${rows} 行的各栏之和不是 0`,
      en: `the column ${column} is 0 throughout, though ${rows} rows add up to more`,
    }),
    fix: ({ column, rows }) => ({
      zh: `「${column}」栏 ${rows} 行改为各栏之和`,
      en: `Write the sums into ${rows} rows of ${column}`,
    }),
  },
  'only-total-filled': {
    said: ({ column, rows }) => ({
      zh: `有 ${rows} 行只填了「${column}」，其余各栏都是 0`,
      en: `in ${rows} rows only ${column} is filled in, all other columns are 0`,
    }),
  },
};

/** Slips of the table as a whole. */
const OF_TABLE: ReadonlySet<SlipKind | null> = new Set(['column-unfilled', 'total-unfilled', 'only-total-filled']);

/** Slips of one value that stands elsewhere. */
const MOVED: ReadonlySet<SlipKind | null> = new Set(['neighbouring-column', 'value-in-neighbouring-row']);

const OF_ROW: ReadonlySet<SlipKind | null> = new Set(['shifted-left', 'shifted-right', 'row-unfilled', 'split-number']);

/** Whether a cause is about all the cells of a row that are to be changed. */
export function isOfRow({ kind }: Cause): boolean {
  return OF_ROW.has(kind);
}

/** What is said of a slip of several cells; null where it is one of a cell, of which the relations are told. */
export function slipMessage(figures: Figures, cause: Cause, failing: readonly Instance[]): Localized | null {
  const { definition, plan } = figures;
  const place = plan.places[cause.place];
  const words = cause.kind && WORDS[cause.kind];
  if (!words || !place) return null;
  const said = cause.certain ? words.said(namesOf(figures, cause)) : doubtfulColumn(cause);
  if (OF_TABLE.has(cause.kind))
    return { zh: `${definition.name.zh}：${said.zh}`, en: `${definition.name.en}: ${said.en}` };
  const name = rowPlaceName(definition, place);
  const phrases = failing.slice(0, 2).map((instance) => relationPhrase(figures, instance, null));
  return {
    zh: `${name.zh}：${said.zh}：${phrases.map(({ zh }) => zh).join('；')}`,
    en: `${name.en}: ${said.en}: ${phrases.map(({ en }) => en).join('; ')}`,
  };
}

/** A column that was not filled in, where it can't be told which. */
function doubtfulColumn({ others }: Cause): Localized {
  const rows = others.length + 1;
  return {
    zh: `有 ${rows} 行的总计比各栏之和多，疑有一栏整栏漏填`,
    en: `in ${rows} rows the total is more than the sum; a whole column seems not to be filled in`,
  };
}

function namesOf({ definition, plan, values }: Figures, cause: Cause): Names {
  const place = plan.places[cause.place];
  const changes = cause.alternatives[0] ?? [];
  const filled = changes.find(({ value }) => value !== 0);
  const to = plan.places[filled?.place ?? -1];
  const other = plan.places[cause.row ?? -1];
  return {
    column: place ? shortLabel(place.column.label) : '',
    to: to ? shortLabel(to.column.label) : '',
    other: other ? briefRow(definition, other.row) : '',
    value: (MOVED.has(cause.kind) ? values[cause.place] : filled?.value) ?? 0,
    rows: changes.length || cause.others.length + 1,
  };
}

/** What a change does and what holds after it, as the title of a fix. */
export function changeTitle(figures: Figures, cause: Cause, changes: readonly Change[]): Localized {
  const step = cause.certain && cause.kind && WORDS[cause.kind]?.fix?.(namesOf(figures, cause));
  const done = step || stepsOf(figures, cause, changes);
  const after = outcomePhrase(figures, changes);
  return { zh: `${done.zh}；${after.zh}`, en: `${done.en}; ${after.en}` };
}

function stepsOf({ definition, plan, values }: Figures, cause: Cause, changes: readonly Change[]): Localized {
  const [only, ...others] = changes;
  if (only?.place === cause.place && others.length === 0) {
    return { zh: `改为 ${only.value}`, en: `Change to ${only.value}` };
  }
  const shown = changes.slice(0, MOST_STEPS).map(({ place, value }, i) => {
    const [before, at] = [plan.places[changes[i - 1]?.place ?? -1], plan.places[place]];
    return `${at ? labelAfter(definition, before, at) : ''} ${values[place] ?? ''}→${value}`;
  });
  const more = changes.length > shown.length;
  return {
    zh: `${shown.join('，')}${more ? ` 等 ${changes.length} 格` : ''}`,
    en: `${shown.join(', ')}${more ? ` and ${changes.length - shown.length} more` : ''}`,
  };
}

/** The label of a place; in the row of the place that was named before it, its column's alone. */
function labelAfter(table: TableDefinition, before: Place | undefined, at: Place): string {
  return before?.row === at.row ? shortLabel(at.column.label) : placeLabel(table, at);
}

/** 改后勾稽关系全部相符; or what then holds, what doesn't, and what can't be checked. */
function outcomePhrase(figures: Figures, changes: readonly Change[]): Localized {
  const { mended, failing, broken, open, elsewhere, openElsewhere } = outcomeOf(figures, changes);
  if (failing.length + broken.length === 0 && open.length === 0 && elsewhere === 0) {
    return openElsewhere === 0
      ? { zh: '改后勾稽关系全部相符', en: 'then all relations hold' }
      : {
          zh: `改后其余勾稽关系相符，${openElsewhere} 式有格没有数，核对不了`,
          en: `then all relations hold but ${openElsewhere} that can’t be checked as a value is missing`,
        };
  }
  const [holding, still, now, unknown] = [mended, failing, broken, open].map((instances) => named(figures, instances));
  const [first, ...rest] = [
    holding && { zh: `${holding.zh}相符`, en: `${holding.en} ${verb(mended, 'hold')}` },
    still && { zh: `${still.zh}仍不符`, en: `${still.en} still ${verb(failing, 'fail')}` },
    now && { zh: `${now.zh}变为不符`, en: `${now.en} ${verb(broken, 'fail')}` },
    unknown && { zh: `${unknown.zh}有格没有数，核对不了`, en: `${unknown.en} can’t be checked as a value is missing` },
    elsewhere > 0 && { zh: `表中另有 ${elsewhere} 式仍不符`, en: `${elsewhere} more of the table still fail` },
  ].flatMap((part) => part || []);
  const parts = first ? [{ zh: `改后${first.zh}`, en: `then ${first.en}` }, ...rest] : [];
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

function verb({ length }: readonly unknown[], word: string): string {
  return length === 1 ? `${word}s` : word;
}

function named({ definition, plan }: Figures, instances: readonly Instance[]): Localized | null {
  if (instances.length === 0) return null;
  const shown = instances.slice(0, MOST_NAMED).map((instance) => relationName(definition, plan, instance));
  const more = instances.length - shown.length;
  return {
    zh: `${shown.map(({ zh }) => zh).join('、')}${more > 0 ? ` 等 ${instances.length} 式` : ''}`,
    en: `${shown.map(({ en }) => en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}
