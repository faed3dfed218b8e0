import type { SectionDefinition, TableId } from '../forms/edition.ts';
import { standardForms } from '../forms/index.ts';
import { sectionNamed } from '../report/sections.ts';
import { canonical } from '../text/canonical.ts';
import type { Block } from './source.ts';
import { tableIds, vocabularyOf } from './vocabulary.ts';
import { withoutValues } from './words.ts';

const MARK = /^[\s#*]*([〇零一二两三四五六七八九十]{1,3})(?:\s*(、|[.．,，])|\s+|(?=\S))/;
/** A title behind another mark than `、` is one of the form's, and no shorter. */
const SHORTEST_TITLE = 4;
const TITLE_END = /[。：:]/;
const STARTS_PARAGRAPH =
  /^[\s\u00a0\u3000]*(?:[（(][\s\u00a0]*[一二三四五六七八九十]{1,3}[\s\u00a0]*[）)]|[0-9０-９]{1,2}[.．、](?![0-9０-９])|[•·◆●■]|第[一二三四五六七八九十]+[，、])/;
const HEADING_LENGTH = 40;
/** With the values of a row's label, or with text on its line, as far as it tells anything. */
const LONGEST_HEADING = 160;

/** A top-level heading: what it reads, and the table that its part holds. */
export interface Heading {
  readonly text: string;
  readonly definition: SectionDefinition | null;
  readonly table: TableId | null;
}

/** Whether a line begins a paragraph by its mark: （一）, 1., ●. */
export function startsParagraph(line: string): boolean {
  return STARTS_PARAGRAPH.test(line);
}

/** The one text of a block; null where it has none or several. */
export function singleText(block: Block): string | null {
  if (block.kind === 'paragraph') return block.text === '' ? null : block.text;
  const shown = block.cells.filter((cell) => cell !== '');
  return shown.length === 1 ? (shown[0] ?? null) : null;
}

/** The heading that a text is, or null: not where it is the label of a row, or a piece of one (docs/form.md). */
export function headingOf(text: string): Heading | null {
  const start = text.slice(0, LONGEST_HEADING);
  const match = MARK.exec(start);
  if (!match || (text.length > LONGEST_HEADING && !TITLE_END.test(start))) return null;
  const ordinal = match[1] ?? '';
  const content = text
    .slice(match[0].length)
    .trim()
    .replace(/\*{2}$/, '');
  const title = content.slice(0, LONGEST_HEADING).split(TITLE_END)[0]?.trim() ?? '';
  if (title === '') return null;
  const label = canonical(withoutValues(`${ordinal}、${content.slice(0, LONGEST_HEADING)}`));
  if (isLabel(label)) return null;
  const isMarked = match[2] === '、';
  const definition = isMarked || (title === content && title.length >= SHORTEST_TITLE) ? sectionOf(title) : null;
  const shown = `${ordinal}、${content}`;
  if (definition) return { text: shown, definition, table: definition.table };
  if (!isMarked || isPieceOfLabel(label)) return null;
  const isTitle = title === content && title.length <= HEADING_LENGTH && !/[，；,;。！？!?]/.test(title);
  return isTitle ? { text: shown, definition: null, table: null } : null;
}

/** The section of a form that a title names; null where none. */
export function sectionOf(title: string): SectionDefinition | null {
  if (title.length > HEADING_LENGTH) return null;
  for (const edition of standardForms().all) {
    const found = sectionNamed(title, edition);
    if (found) return found;
  }
  return null;
}

/** Whether a text is the label of a row or group, or one and the beginning of that of the next beside it. */
function isLabel(text: string): boolean {
  return tableIds().some((id) => {
    const { terms, termsAt } = vocabularyOf(id);
    return (
      terms.get(text)?.isHead === false ||
      termsAt(text).some(({ isHead, text: label }) => !isHead && termsAt(text, label.length).length > 0)
    );
  });
}

function isPieceOfLabel(text: string): boolean {
  return tableIds().some((id) => {
    const vocabulary = vocabularyOf(id);
    const near = vocabulary.nearest(text);
    return vocabulary.holds(text) || (near !== null && !near.isHead);
  });
}
