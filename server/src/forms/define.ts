import { withoutOrdinal } from '../text/ordinals.ts';
import type { Citation, GroupDefinition, LayoutCell, RowDefinition } from './edition.ts';

interface Texts {
  readonly id: string;
  readonly label: string;
  readonly short?: string;
  /** Further labels in use. Beside them, the labels without their ordinals are some, unless `bare` is false. */
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

function common({ id, label, short, aliases = [], bare = true, parent, zh, en, legal = [] }: Texts) {
  const labels = short === undefined ? [label] : [label, short];
  const withoutOrdinals = bare ? labels.map(withoutOrdinal) : [];
  return {
    id,
    label,
    ...(short === undefined ? {} : { short }),
    aliases: [...new Set([...withoutOrdinals, ...aliases])].filter((alias) => !labels.includes(alias)),
    parent: parent ?? null,
    description: { zh, en },
    legal,
  };
}
