// Random reports as they were before they were torn: what is in them is known.
import { relationPlan } from '../../../server/src/figures/plan.ts';
import { failingCount } from '../../../server/src/figures/values.ts';
import type { Form, FormTable } from '../../../server/src/forms/form.ts';
import { balanced, keyOf, type Place, placesOf } from '../../importers/sample-report.ts';
import { editionForYear, newestEdition } from '../forms.ts';
import { type Prose, proseOf } from './prose.ts';
import type { Random } from './random.ts';

/** A report whose every value is known. */
export interface WholeReport {
  readonly form: Form;
  readonly year: number;
  readonly body: string;
  readonly title: string;
  /** By `keyOf` a place; null for a cell left blank. */
  readonly figures: ReadonlyMap<string, number | null>;
  /** A row that the form hasn't. */
  readonly extraRow: ExtraRow | null;
  readonly prose: Prose;
  /** Whether a relation of its form doesn't hold. */
  readonly isFaulty: boolean;
}

export interface ExtraRow {
  readonly label: string;
  /** The row of table three that it follows. */
  readonly after: string;
  readonly values: readonly number[];
}

/** What a whole report may be like. */
export interface Wanted {
  /** How many in a hundred zeros are left blank. */
  readonly blanks?: number;
  /** Whether some of the figures are wrong, so that sums don't come out. */
  readonly faults?: boolean;
  readonly extraRow?: boolean;
}

/** The shares of zeros in a hundred, and the largest figure, of a town, a county and a province. */
const SCALES = [
  { zeros: 88, most: 9 },
  { zeros: 60, most: 300 },
  { zeros: 25, most: 40_000 },
];
const BODIES = ['青禾镇人民政府', '临江市水务局', '云溪县人民政府办公室', '白鹭区教育局', '南岭省人民政府'];
const EXTRA_ROWS = ['4.申请人主动撤回', '4.按信访程序处理', '5.转交其他单位'];

/** A random report. */
export function wholeReport(
  random: Random,
  { blanks = 0, faults = false, extraRow = false }: Wanted = {},
): WholeReport {
  const year = random.pick([2019, 2020, 2021, 2022, 2023, 2024, 2025]);
  const form = editionForYear(year) ?? newestEdition;
  const body = random.pick(BODIES);
  const figures = figuresOf(form, random, { blanks, faults });
  return {
    form,
    year,
    body,
    title: `${body}${year}年政府信息公开工作年度报告`,
    figures,
    extraRow: extraRow ? extraRowOf(form, random) : null,
    prose: proseOf(form, body, year, random),
    isFaulty: form.tables.some((table) => isFaulty(table, figures)),
  };
}

function figuresOf(
  form: Form,
  random: Random,
  { blanks, faults }: { readonly blanks: number; readonly faults: boolean },
): ReadonlyMap<string, number | null> {
  const scale = random.pick(SCALES);
  const places = placesOf(form);
  const any = new Map<string, number | null>(places.map((place) => [keyOf(place), figureOf(place, scale, random)]));
  const sound = balanced(form, any);
  if (faults) for (let i = random.between(1, 3); i > 0; i--) slip(sound, keyOf(random.pick(places)), random);
  for (const [key, value] of sound) if (value === 0 && random.chance(blanks)) sound.set(key, null);
  return sound;
}

function isFaulty(table: FormTable, figures: ReadonlyMap<string, number | null>): boolean {
  const plan = relationPlan(table);
  const values = plan.places.map(({ row, column }) => figures.get(`${table.id} ${row.id} ${column.id}`) ?? 0);
  return failingCount(plan, Float64Array.from(values)) > 0;
}

function figureOf({ table, column }: Place, { zeros, most }: (typeof SCALES)[number], random: Random): number {
  if (random.chance(zeros)) return 0;
  const isAmount = table.column(column)?.kind === 'amount';
  return isAmount && random.chance(50) ? random.between(1, most * 100) / 100 : random.between(1, most);
}

function slip(figures: Map<string, number | null>, key: string, random: Random): void {
  figures.set(key, (figures.get(key) ?? 0) + random.between(1, 9));
}

function extraRowOf(form: Form, random: Random): ExtraRow {
  const rows = form.tables.find(({ id }) => id === 'requests')?.rows ?? [];
  const total = rows.findIndex(({ row }) => row.id === 'total');
  const values = Array.from({ length: 6 }, () => random.between(0, 4));
  return {
    label: random.pick(EXTRA_ROWS),
    after: rows[total - 1]?.row.id ?? '',
    values: [...values, values.reduce((sum, value) => sum + value, 0)],
  };
}
