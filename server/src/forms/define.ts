import type { Citation, GroupDefinition, LineDefinition, RowDefinition } from './edition.ts';

interface Texts {
  readonly id: string;
  readonly label: string;
  /** Further labels in use. Beside them, the label without its ordinal is one, unless `bare` is false. */
  readonly aliases?: readonly string[];
  readonly bare?: boolean;
  readonly parent?: string;
  readonly zh: string;
  readonly en: string;
  readonly legal?: readonly Citation[];
}

export function row(texts: Texts): RowDefinition {
  return { kind: 'row', ...common(texts) };
}

export function group(texts: Texts): GroupDefinition {
  return { kind: 'group', ...common(texts) };
}

/** The rows with values among the lines, in order. */
export function valueRows(lines: readonly LineDefinition[]): readonly RowDefinition[] {
  return lines.filter((line) => line.kind === 'row');
}

/** The groups that a line stands under, outermost first. */
export function groupsAbove(line: LineDefinition, lines: readonly LineDefinition[]): readonly GroupDefinition[] {
  const parent = lines.find((other): other is GroupDefinition => other.kind === 'group' && other.id === line.parent);
  return parent ? [...groupsAbove(parent, lines), parent] : [];
}

/** The ids of the groups that a line stands under, outermost first. */
export function ancestors(line: LineDefinition, lines: readonly LineDefinition[]): readonly string[] {
  return groupsAbove(line, lines).map(({ id }) => id);
}

/** A label without its 三、, （二） or 1. */
export function withoutOrdinal(label: string): string {
  return label.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/, '');
}

function common({ id, label, aliases = [], bare = true, parent, zh, en, legal = [] }: Texts) {
  const short = withoutOrdinal(label);
  return {
    id,
    label,
    aliases: bare && short !== label ? [short, ...aliases] : aliases,
    parent: parent ?? null,
    description: { zh, en },
    legal,
  };
}
