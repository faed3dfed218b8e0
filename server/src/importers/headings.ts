import type { SectionDefinition, TableId } from '../editions/edition.ts';
import { editions } from '../editions/index.ts';
import { sectionNamed } from '../report/sections.ts';
import { canonical } from '../text/canonical.ts';
import type { Block } from './source.ts';
import { tableIds, vocabularyOf } from './vocabulary.ts';

const HEADING =
  /^[\s\u00a0\u3000#*]*([〇零一二两三四五六七八九十]{1,3})[\s\u00a0\u3000]*、[\s\u00a0\u3000]*(.*?)[\s\u00a0\u3000*]*$/s;
const HEADING_LENGTH = 40;
const TRAILING_VALUES = /[\s\u00a00-9０-９.,，%+-]+$/;

/** A top-level heading: what it reads, and the table that its part holds. */
export interface Heading {
  readonly text: string;
  readonly definition: SectionDefinition | null;
  readonly table: TableId | null;
}

/** The one text of a block; null where it has none or several. */
export function singleText(block: Block): string | null {
  if (block.kind === 'paragraph') return block.text === '' ? null : block.text;
  const shown = block.cells.filter((cell) => cell !== '');
  return shown.length === 1 ? (shown[0] ?? null) : null;
}

/** The heading that a text is, or null: not where it is the label of a row, or a piece of one (domain.md §0.5). */
export function headingOf(text: string): Heading | null {
  if (text.length > 4 * HEADING_LENGTH && text.search(/[。：:]/) > HEADING_LENGTH) return null;
  const match = HEADING.exec(text);
  if (!match) return null;
  const [, ordinal = '', content = ''] = match;
  const title = content.split(/[。：:]/)[0]?.trim() ?? '';
  if (title === '') return null;
  const label = canonical(`${ordinal}、${content}`.replace(TRAILING_VALUES, ''));
  if (isLabel(label)) return null;
  const definition = sectionOf(title);
  const shown = `${ordinal}、${content}`;
  if (definition) return { text: shown, definition, table: definition.table };
  if (isPieceOfLabel(label)) return null;
  const isTitle = title === content.trim() && title.length <= HEADING_LENGTH && !/[，；,;。！？!?]/.test(title);
  return isTitle ? { text: shown, definition: null, table: null } : null;
}

function sectionOf(title: string): SectionDefinition | null {
  if (title.length > HEADING_LENGTH) return null;
  for (const edition of editions) {
    const found = sectionNamed(title, edition);
    if (found) return found;
  }
  return null;
}

function isLabel(text: string): boolean {
  return tableIds.some((id) => vocabularyOf(id).terms.get(text)?.isHead === false);
}

function isPieceOfLabel(text: string): boolean {
  return tableIds.some((id) => {
    const vocabulary = vocabularyOf(id);
    const near = vocabulary.nearest(text);
    return vocabulary.holds(text) || (near !== null && !near.isHead);
  });
}
