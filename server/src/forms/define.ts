import { withoutOrdinal } from '../text/ordinals.ts';
import type { Citation, GroupDefinition, LayoutCell, RowDefinition } from './edition.ts';

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

/** A printed cell of the official form. */
export function head(text: string, scope: NonNullable<LayoutCell['scope']>, colspan = 1, rowspan = 1): LayoutCell {
  return { text, scope, colspan, rowspan };
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
