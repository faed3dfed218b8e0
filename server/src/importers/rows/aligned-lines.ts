import { ruleOf } from '../../figures/row-rule.ts';
import type { FormTable } from '../../forms/form.ts';
import { knownLabels } from '../../forms/labels.ts';
import { canonical } from '../../text/canonical.ts';
import { append, greatest } from '../../text/lists.ts';
import { joinLines } from '../joined-lines.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { headerRows, type RawRows } from './head-rows.ts';
import { belongsTo, rowNamed, support, type Target } from './label-support.ts';
import { labelsOf } from './labels.ts';
import { type Fragment, type Group, groupsOf } from './line-groups.ts';
import type { Piece } from './pieces.ts';

type Direction = typeof LABELS_FIRST;

const OWN = 2;
const LABELS_FIRST = { before: 1, after: 0.9 };
const VALUES_FIRST = { before: 0.6, after: 1 };
const MATCH = 0.3;
const WRONG_COUNT = -0.8;
const ANOTHERS_LABEL = -3;
const SKIP_ROW = -0.5;
const SKIP_GROUP = -1.2;
const MAX_GROUPS = 400;

/**
 * Rows rebuilt from lines on which labels and values came apart: a label before, behind or around its values, pieces of
 * group labels between. The groups of values follow each other as the rows of the form do; which row a group belongs to
 * is told by the order-preserving assignment that the fragments around the groups support best. One reading for each
 * edition of the table; none where there are too many groups for a report.
 */
export function rowsOfLines(pieces: readonly Piece[], vocabulary: Vocabulary): readonly RawRows[] {
  return vocabulary.definitions.flatMap((table) => {
    const targets = targetsOf(table);
    const wide = table.wideRow.length > 0;
    const groups = groupsOf(pieces, vocabulary, wide ? { rows: targets.length, values: table.columns.length } : null);
    if (groups.length === 0 || groups.length > MAX_GROUPS) return [];
    const [only] = groups;
    if (only && groups.length === 1 && wide && !namesOne(only, targets, vocabulary)) return [];
    const near = groups.map((group) => nearest(group, vocabulary));
    const direction = directionOf(near, targets, vocabulary);
    const aligned = align(targets, near, vocabulary, direction);
    const told = forced(aligned, targets, near, vocabulary, (target) => hasSum(target, table)).map((at, j) => {
      const [target, group] = [targets[at], groups[j]];
      const isOpen = target && group && direction === LABELS_FIRST && !hasSum(target, table);
      return isOpen && isBelowAnother(target, group, vocabulary) ? -1 : at;
    });
    return [new Rebuilt(targets, groups, told, vocabulary).rows()];
  });
}

/** Whether the labels on the line of a group are those of one row: where others stand there as heads, its values may be theirs. */
function namesOne({ own }: Group, targets: readonly Target[], vocabulary: Vocabulary): boolean {
  const isNamed = ({ row }: Target): boolean =>
    own.some((fragment) => vocabulary.terms.get(fragment.canonical)?.row?.id === row.id);
  return own.length > 0 && targets.filter(isNamed).length < 2;
}

function targetsOf(table: FormTable): readonly Target[] {
  return table.rows.map(({ row, block }) => ({
    row,
    block,
    labels: knownLabels(row).map((label) => canonical(label)),
  }));
}

/** For each group the index of its row, or -1. */
function align(
  targets: readonly Target[],
  groups: readonly Group[],
  vocabulary: Vocabulary,
  direction: Direction,
): readonly number[] {
  const width = groups.length + 1;
  const best = new Float64Array((targets.length + 1) * width);
  const step = new Uint8Array(best.length);
  const at = (i: number, j: number): number => (i < 0 || j < 0 ? Number.NEGATIVE_INFINITY : (best[i * width + j] ?? 0));
  for (let i = 0; i <= targets.length; i++) {
    for (let j = 0; j <= groups.length; j++) {
      if (i === 0 && j === 0) continue;
      const [target, group] = [targets[i - 1], groups[j - 1]];
      const match = at(i - 1, j - 1) + (target && group ? scoreOf(target, group, vocabulary, direction) : 0);
      const options = [match, at(i - 1, j) + SKIP_ROW, at(i, j - 1) + SKIP_GROUP];
      const top = greatest(options);
      best[i * width + j] = top;
      step[i * width + j] = options.indexOf(top);
    }
  }
  const result: number[] = groups.map(() => -1);
  for (let i = targets.length, j = groups.length; i > 0 || j > 0; ) {
    const taken = step[i * width + j];
    if (taken === 0) result[--j] = --i;
    else if (taken === 1) i--;
    else j--;
  }
  return result;
}

/** Whether the values of a row are followed by their sum, which tells whether they are its own. */
function hasSum({ row, block }: Target, table: FormTable): boolean {
  const places = block.columns.map((column) => ({ row: row.id, column }));
  return ruleOf(table, places, { labelled: true, filled: true }).sumEvery > 0;
}

/**
 * The assignment without what nothing supports: a group near which no fragment tells its row keeps it only where as many
 * groups as rows stand between those that are told, and a sum tells whether they are right.
 */
function forced(
  aligned: readonly number[],
  targets: readonly Target[],
  groups: readonly Group[],
  vocabulary: Vocabulary,
  isCertain: (target: Target) => boolean,
): readonly number[] {
  const result = [...aligned];
  let last = { row: -1, group: -1 };
  const close = (row: number, group: number): void => {
    const fits = row - last.row === group - last.group;
    for (let j = last.group + 1; j < group; j++) {
      const target = targets[aligned[j] ?? -1];
      if (!fits || !target || !isCertain(target)) result[j] = -1;
    }
    last = { row, group };
  };
  aligned.forEach((at, j) => {
    const [target, group] = [targets[at], groups[j]];
    if (target && group && isSupported(target, group, vocabulary)) close(at, j);
  });
  close(targets.length, groups.length);
  return result;
}

/** Whether values stand below the label of another row, or behind a text that is no label of the row that they were given to. */
function isBelowAnother(target: Target, group: Group, vocabulary: Vocabulary): boolean {
  const isOwn = support(target, group.own, vocabulary) + support(target, group.before, vocabulary) > 0;
  return !isOwn && (group.own.length > 0 || group.before.some((fragment) => rowNamed(fragment, vocabulary) !== null));
}

function isSupported(target: Target, group: Group, vocabulary: Vocabulary): boolean {
  return [group.own, group.before, group.after].some((fragments) => support(target, fragments, vocabulary) > 0);
}

/** A table that begins with values and ends with a label has each label below its values, else above. */
function directionOf(groups: readonly Group[], targets: readonly Target[], vocabulary: Vocabulary): Direction {
  const [first, last] = [groups[0], groups.at(-1)];
  const isLabelled = (fragments: readonly Fragment[]): boolean =>
    fragments.some((fragment) => targets.some((target) => belongsTo(fragment, target, vocabulary)));
  const valuesFirst = first && last && !isLabelled([...first.before, ...first.own]) && isLabelled(last.after);
  return valuesFirst ? VALUES_FIRST : LABELS_FIRST;
}

/** A group with those of the fragments around it that no label of another row, and no head, parts from its values. */
function nearest(group: Group, vocabulary: Vocabulary): Group {
  const parts = (fragment: Fragment): boolean =>
    rowNamed(fragment, vocabulary) !== null || (vocabulary.terms.get(fragment.canonical)?.isHead ?? false);
  const next = group.after.findIndex(parts);
  return {
    ...group,
    before: group.before.slice(Math.max(0, group.before.findLastIndex(parts))),
    after: next < 0 ? group.after : group.after.slice(0, next + 1),
  };
}

/** How well values are a row's. */
function scoreOf(target: Target, group: Group, vocabulary: Vocabulary, direction: Direction): number {
  const named = group.own.flatMap((fragment) => rowNamed(fragment, vocabulary) ?? []);
  const foreign = group.own.some(({ canonical: text }) => !vocabulary.holds(text) && !vocabulary.nearest(text));
  if ((named.length > 0 || foreign) && !named.includes(target.row.id)) return ANOTHERS_LABEL;
  return (
    MATCH +
    (group.cells.length === target.block.columns.length ? 0 : WRONG_COUNT) +
    OWN * support(target, group.own, vocabulary) +
    direction.before * support(target, group.before, vocabulary) +
    direction.after * support(target, group.after, vocabulary)
  );
}

/** The rows in the order of the form, with the groups' values. */
class Rebuilt {
  readonly #used = new Set<Fragment>();
  readonly #targets: readonly Target[];
  readonly #groups: readonly Group[];
  readonly #aligned: readonly number[];
  readonly #vocabulary: Vocabulary;

  constructor(
    targets: readonly Target[],
    groups: readonly Group[],
    aligned: readonly number[],
    vocabulary: Vocabulary,
  ) {
    this.#targets = targets;
    this.#groups = groups;
    this.#aligned = aligned;
    this.#vocabulary = vocabulary;
  }

  rows(): RawRows {
    const labels = this.#targets.map((target, i) => this.#labelOf(target, this.#groups[this.#aligned.indexOf(i)]));
    const rows: (readonly string[])[] = [];
    let written = -1;
    this.#groups.forEach((group, j) => {
      const at = this.#aligned[j] ?? -1;
      for (const i of this.#rowsUpTo(at, written)) append(rows, [...this.#heads(i, null), [labels[i] ?? '']]);
      if (at < 0) rows.push([...this.#strays(group), ...group.cells]);
      else append(rows, [...this.#heads(at, group), [labels[at] ?? '', ...group.cells]]);
      written = Math.max(written, at);
    });
    for (const i of this.#rowsUpTo(this.#targets.length, written)) rows.push([labels[i] ?? '']);
    return rows;
  }

  /** The rows after `written` and before `at` that have a label in the source, but no values. */
  #rowsUpTo(at: number, written: number): readonly number[] {
    const named = this.#fragments().filter((fragment) => !this.#used.has(fragment));
    return this.#targets.flatMap(({ row }, i) =>
      i > written && i < at && named.some((fragment) => rowNamed(fragment, this.#vocabulary) === row.id) ? [i] : [],
    );
  }

  #fragments(): readonly Fragment[] {
    return [...(this.#groups[0]?.before ?? []), ...this.#groups.flatMap(({ own, after }) => [...own, ...after])];
  }

  #strays(group: Group): readonly string[] {
    const text = joinLines(group.own.filter((fragment) => !this.#used.has(fragment)).map((fragment) => fragment.text));
    return text === '' ? [] : [text];
  }

  /** The heads of the block that the row opens. */
  #heads(index: number, group: Group | null): RawRows {
    const [target, previous] = [this.#targets[index], this.#targets[index - 1]];
    if (!target || target.block === previous?.block) return [];
    const around = group ? [...group.before, ...group.own] : [];
    const isHead = (fragment: Fragment): boolean => this.#vocabulary.terms.get(fragment.canonical)?.isHead ?? false;
    const free = around.filter((fragment) => !this.#used.has(fragment) || isHead(fragment));
    const labels = labelsOf(
      free.map((fragment) => fragment.text),
      this.#vocabulary,
    );
    const heads = labels.filter(({ term }) => term === null || term.isHead);
    const row = this.#vocabulary.terms.get(canonical(target.row.label)) ?? null;
    return headerRows([heads], row, this.#vocabulary);
  }

  /** The label as the source spells it; the official one where fragments of it went elsewhere. */
  #labelOf(target: Target, group: Group | undefined): string {
    const official = target.row.label;
    if (!group) return official;
    const own = group.own.filter((fragment) => belongsTo(fragment, target, this.#vocabulary));
    const beside = joinLines(own.map((fragment) => fragment.text));
    // A group's label may stand in pieces above and below a label that is whole.
    if (own.length > 0 && this.#isLabel(canonical(beside), target)) {
      for (const fragment of own) this.#used.add(fragment);
      return beside;
    }
    const fragments = [...group.before, ...group.own, ...group.after]
      .filter((fragment) => !this.#used.has(fragment) && belongsTo(fragment, target, this.#vocabulary))
      .sort((a, b) => a.at - b.at);
    for (const fragment of fragments) this.#used.add(fragment);
    const whole = joinLines(fragments.map((fragment) => fragment.text));
    return whole !== '' && this.#isLabel(canonical(whole), target) ? whole : official;
  }

  /** Whether a text is a label of the row, misspelt perhaps, and lacks nothing that stands near. */
  #isLabel(text: string, target: Target): boolean {
    if (target.labels.includes(text)) return true;
    return this.#vocabulary.nearest(text)?.row?.id === target.row.id && !this.#isTorn(text, target);
  }

  /** Whether what lacks of a label may be among the fragments that nothing else claims. */
  #isTorn(text: string, target: Target): boolean {
    const official = target.labels[0] ?? '';
    if (!official.includes(text)) return false;
    return this.#fragments().some(
      (fragment) =>
        !this.#used.has(fragment) &&
        !this.#vocabulary.terms.has(fragment.canonical) &&
        official.replace(text, '').includes(fragment.canonical),
    );
  }
}
