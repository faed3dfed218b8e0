// Headings whose number a list made, so that their text has none, or 1. in its place.
import type { SectionDefinition } from '../../forms/edition.ts';
import type { Forms } from '../../forms/form.ts';
import { standardForms } from '../../forms/index.ts';
import { canonical } from '../../text/canonical.ts';
import { numeral } from '../../text/chinese-numerals.ts';
import { notes } from '../assembly-notes.ts';
import { headingOf } from '../headings.ts';
import type { Block, ImportNote } from '../source.ts';

const OTHER_NUMBER = /^\s*(?:\d{1,2}\s*[.．、]\s*)?/;
const MARKS_AT_END = /[*#_。:]{1,4}$/;
const LONGEST = 40;

interface Place {
  readonly at: number;
  readonly ordinal: number;
}

/**
 * Paragraphs that are the title of a part and nothing else, behind no number or a figure, get the number that the form gives the
 * part: where no heading has it, one paragraph alone reads so, and it stands between those before and after it.
 */
export function withHeadingNumbers(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly notes: readonly ImportNote[];
} {
  const titles = standardForms().derived(titlesOf);
  const numbered = new Map<string, Place>();
  const bare = new Map<
    string,
    { readonly at: number; readonly title: string; readonly section: SectionDefinition }[]
  >();
  blocks.forEach((block, at) => {
    if (block.kind === 'row') return;
    const known = headingOf(block.text)?.definition;
    if (known) {
      if (!numbered.has(known.id)) numbered.set(known.id, { at, ordinal: known.ordinal });
      return;
    }
    if (block.text.length > LONGEST) return;
    const title = block.text.replace(OTHER_NUMBER, '').trim();
    const section = titles.get(canonical(title).replace(MARKS_AT_END, ''));
    if (section) bare.set(section.id, [...(bare.get(section.id) ?? []), { at, title, section }]);
  });
  const found = [...bare.values()].flatMap((all) => {
    const [only, another] = all;
    return only && !another && !numbered.has(only.section.id) ? [only] : [];
  });
  const places = [...numbered.values(), ...found.map(({ at, section: { ordinal } }) => ({ at, ordinal }))];
  const fitting = found.filter(({ at, section }) => isInOrder({ at, ordinal: section.ordinal }, places));
  if (fitting.length === 0) return { blocks, notes: [] };
  const texts = new Map(fitting.map(({ at, title, section }) => [at, `${numeral(section.ordinal)}、${title}`]));
  return {
    blocks: blocks.map((block, i) => ({ ...block, ...(texts.has(i) ? { text: texts.get(i) ?? '' } : {}) })),
    notes: [notes.numberedHeadings([...texts.values()])],
  };
}

function isInOrder({ at, ordinal }: Place, all: readonly Place[]): boolean {
  return all.every((other) => other.ordinal === ordinal || other.at < at === other.ordinal < ordinal);
}

/** Every title of a part, as it is compared. */
function titlesOf({ all }: Forms): ReadonlyMap<string, SectionDefinition> {
  const titles = all.flatMap(({ sections }) =>
    sections.flatMap((section) =>
      [section.title, ...section.variants].map((title) => [canonical(title), section] as const),
    ),
  );
  return new Map(titles.toReversed());
}
