// A made-up county: bodies with their reports of several years, a roster, and mistakes whose every place is known.

import type { FormTable } from '../../../server/src/forms/form.ts';
import { tableMarkup } from '../../../server/src/report/markup.ts';
import { sampleForm } from '../forms.ts';
import { type Random, randomFrom } from '../tearing/random.ts';
import { type Figures, keyOf, nextFigures, sumOf } from './figures.ts';
import { type Draft, type MistakeKind, mistakeKinds, type Touched } from './mistakes.ts';
import { other, overview, problems } from './prose.ts';

export interface CountyOptions {
  /** Bodies that sum up others, and how many each sums up. */
  readonly parents: number;
  readonly children: number;
  /** Bodies that nobody sums up. */
  readonly departments: number;
  /** The first year and how many there are. */
  readonly firstYear: number;
  readonly years: number;
  /** How often each mistake is planted into reports of the last year: by code, else `others`. */
  readonly mistakes: Readonly<Record<string, number>>;
  readonly others: number;
  /** Bodies that don't report for the last year. */
  readonly missing: number;
  readonly seed: number;
}

export interface Planted {
  readonly body: string;
  readonly code: string;
}

export interface County {
  /** Texts by relative path, `nianbao.json` among them. */
  readonly files: ReadonlyMap<string, string>;
  readonly planted: readonly Planted[];
  readonly missing: readonly string[];
  /** The year of the mistakes. */
  readonly year: number;
}

/** The county of the bench: 170 bodies, three years. */
export const wholeCounty: CountyOptions = {
  ...{ parents: 5, children: 6, departments: 135, firstYear: 2022, years: 3, missing: 7, seed: 12, others: 30 },
  mistakes: { 'carry-over': 12, 'stock-change': 6, 'children-sum': 5, 'copied-text': 4, 'other-body': 3 },
};

const FIRST = '青红石云河松梅杨柳桃金银清明东西南北上下大小长高平安和兴永新古白'.split('');
const SECOND = '禾旗桥岭湾溪山坪塘港渡泉林沟洲峰田坡关浦'.split('');
const OFFICES = '财政 教育 水利 司法 民政 审计 统计 交通运输 农业农村 文化旅游'.split(' ');

interface Body {
  readonly name: string;
  readonly children: readonly string[];
}

/** The county that the options ask for; the same for the same options. */
export function madeUpCounty(options: CountyOptions): County {
  const random = randomFrom(options.seed);
  const bodies = bodiesOf(options);
  const summed = new Set(bodies.flatMap(({ children }) => children));
  const years = Array.from({ length: options.years }, (_, i) => options.firstYear + i);
  const figures = figuresOf(bodies, years.length, random);
  const drafts = years.map((year, i) => bodies.map(({ name }) => draftOf(name, year, i, figures, random)));
  const last = drafts.at(-1) ?? [];
  const plan = planOf(options, bodies, summed);
  const missing = bodies
    .filter(({ name, children }) => !plan.has(name) && children.length === 0 && !summed.has(name))
    .slice(0, options.missing)
    .map(({ name }) => name);
  const files = new Map([['nianbao.json', JSON.stringify({ roster: bodies.map(rosterEntry) }, null, 2)]]);
  for (const draft of drafts.flat()) {
    const isLast = draft.year === years.at(-1);
    if (isLast && missing.includes(draft.body)) continue;
    const kinds = isLast ? (plan.get(draft.body) ?? []) : [];
    files.set(`${draft.year}/${draft.body}.nianbao`, written(draft, kinds, last, drafts.at(-2) ?? []));
  }
  const planted = [...plan].flatMap(([body, kinds]) => kinds.map(({ code }) => ({ body, code })));
  return { files, planted, missing, year: years.at(-1) ?? 0 };
}

function rosterEntry({ name, children }: Body) {
  return children.length === 0 ? { name } : { name, children };
}

function bodiesOf({ parents, children, departments }: CountyOptions): readonly Body[] {
  const places = SECOND.flatMap((second) => FIRST.map((first) => first + second));
  const towns = places.slice(0, parents * children).map((place) => `${place}镇人民政府`);
  const free = places.slice(parents * children);
  const own = free.slice(0, parents).map((place, i) => ({
    name: `${place}县人民政府`,
    children: towns.slice(i * children, (i + 1) * children),
  }));
  const offices = free
    .slice(parents, parents + departments)
    .map((place, i) => ({ name: `${place}县${OFFICES[i % OFFICES.length]}局`, children: [] }));
  return [...own, ...towns.map((name) => ({ name, children: [] })), ...offices];
}

/** Of each body its figures year by year; a parent's are the sums of its children's. */
function figuresOf(bodies: readonly Body[], years: number, random: Random): ReadonlyMap<string, readonly Figures[]> {
  const all = new Map<string, readonly Figures[]>();
  for (const { name, children } of bodies.toReversed()) {
    const own: Figures[] = [];
    for (let i = 0; i < years; i++) {
      const ofChildren = children.flatMap((child) => all.get(child)?.[i] ?? []);
      own.push(children.length > 0 ? sumOf(ofChildren) : nextFigures(own.at(-1) ?? null, random));
    }
    all.set(name, own);
  }
  return all;
}

function draftOf(
  body: string,
  year: number,
  index: number,
  all: ReadonlyMap<string, readonly Figures[]>,
  random: Random,
): Draft {
  const figures = all.get(body)?.[index] ?? new Map();
  const prose = {
    overview: overview(figures, year, random),
    problems: problems(random),
    other: [other(year, random)],
  };
  return { body, year, figures, before: all.get(body)?.[index - 1] ?? new Map(), prose };
}

/** Which mistakes which body makes: those that touch the same never in one report, figures only where nobody sums them up. */
function planOf(
  { mistakes, others, departments }: CountyOptions,
  bodies: readonly Body[],
  summed: ReadonlySet<string>,
): ReadonlyMap<string, readonly MistakeKind[]> {
  const plan = new Map<string, MistakeKind[]>();
  const touched = new Map<Touched, Set<string>>();
  const spared = new Set(bodies.slice(bodies.length - Math.ceil(departments / 10)).map(({ name }) => name));
  for (const kind of mistakeKinds) {
    const isSum = kind.code === 'children-sum';
    const fits = ({ name, children }: Body): boolean =>
      !spared.has(name) &&
      (isSum ? children.length > 0 : !kind.figures || (children.length === 0 && !summed.has(name)));
    const taken = touched.get(kind.touches) ?? new Set();
    touched.set(kind.touches, taken);
    const free = bodies.filter((body) => fits(body) && !taken.has(body.name)).slice(0, mistakes[kind.code] ?? others);
    for (const { name } of free) {
      taken.add(name);
      plan.set(name, [...(plan.get(name) ?? []), kind]);
    }
  }
  return plan;
}

function written(
  draft: Draft,
  kinds: readonly MistakeKind[],
  others: readonly Draft[],
  before: readonly Draft[],
): string {
  const lastYear = before.find(({ body }) => body === draft.body) ?? draft;
  const spoilt = kinds.reduce((each, kind) => kind.draft?.(each, others, lastYear) ?? each, draft);
  return kinds.reduce((text, kind) => kind.text?.(text) ?? text, textOf(spoilt));
}

function textOf({ body, year, figures, prose }: Draft): string {
  const parts = sampleForm.sections.map(({ id, ordinal, title, table }) => {
    const definition = table === null ? null : sampleForm.table(table);
    const paragraphs =
      id === 'overview' || id === 'problems' || id === 'other'
        ? prose[id]
        : [definition ? tableText(definition, figures) : ''];
    return [`${'一二三四五六'[ordinal - 1]}、${title}`, ...paragraphs].join('\n\n');
  });
  return [
    `# ${body}${year}年政府信息公开工作年度报告`,
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ...parts,
    '',
  ].join('\n\n');
}

function tableText(definition: FormTable, figures: Figures): string {
  return tableMarkup(definition, 'short', (row, column) => String(figures.get(keyOf(definition.id, row, column)) ?? 0));
}
