// Pages, and what Word, WPS, Excel and browsers put on the clipboard, as the blocks of a report.
import { standardForms } from '../../forms/index.ts';
import { canonical } from '../../text/canonical.ts';
import { GridTooLarge } from '../grid.ts';
import { failures, htmlNotes } from '../notes.ts';
import { holdsReport } from '../signs.ts';
import type { Block, ImportFailure, ImportNote, Source } from '../source.ts';
import { blocksOf, type PlacedBlock } from './blocks.ts';
import { decodePage } from './charset.ts';
import { isChrome, isHidden } from './chrome.ts';
import { withinReport } from './scope.ts';
import { type Page, type PageElement, parsePage } from './tree.ts';

/** Stands before what was copied. */
const COPIED = /<!--\s*StartFragment/i;
/** `Version:0.9 StartHTML:…`, which Windows writes before the HTML on its clipboard. */
const CLIPBOARD_HEADER = /^\ufeff?Version:[^<]{0,2000}/;

/** Reads a file that holds a page, in whatever encoding. Fails where nothing of it is left. */
export function readPageFile(bytes: Uint8Array): Source | ImportFailure {
  const { text, notes } = decodePage(bytes);
  const { blocks, notes: own } = COPIED.test(text) ? readFragment(text) : readHtml(text);
  if (blocks.length === 0) return own[0] ? { failure: own[0].message } : failures.emptyPage();
  return { blocks, notes: [...notes, ...own] };
}

/**
 * Reads HTML that is the report and nothing else, such as what was chosen and copied in Word, WPS, Excel or a browser: only
 * what isn't shown is left out. Never throws.
 */
export function readFragment(html: string): Source {
  return readWith(html.replace(CLIPBOARD_HEADER, ''), ({ root }) => ({
    blocks: blocksIn(blocksOf(root, isHidden)),
    notes: [],
  }));
}

interface Reading {
  readonly blocks: readonly Block[];
  readonly notes: readonly ImportNote[];
}

/**
 * Reads a page or a fragment of one. What stands around the report is left out and said in a note: scripts, hidden
 * elements, navigation, header and footer. Never throws; no address in it is opened; time and memory are linear in its
 * length. A page without a report gives all that it shows.
 */
export function readHtml(html: string): Source {
  return readWith(html, readPage);
}

function readWith(html: string, read: (page: Page) => Reading): Source {
  const page = parsePage(html);
  if (page.cut === 'size') return { blocks: [], notes: [htmlNotes.tooLarge()] };
  const cut = page.cut ? [htmlNotes.tooDeep()] : [];
  try {
    const { blocks, notes } = read(page);
    return { blocks, notes: [...cut, ...notes] };
  } catch (error) {
    if (!(error instanceof GridTooLarge)) throw error;
    return { blocks: [], notes: [...cut, htmlNotes.tooLarge()] };
  }
}

function readPage(page: Page): Reading {
  const shown = readShown(page);
  const titled = withTitle(shown.blocks, page);
  return { blocks: titled.blocks, notes: [...shown.notes, ...titled.notes] };
}

function readShown({ root }: Page): Reading {
  const left = { hidden: 0, around: 0 };
  const visible = blocksOf(root, (element) => {
    const hidden = isHidden(element);
    if (!hidden && !isChrome(element)) return false;
    const length = textLength(element);
    if (hidden && length > 0) left.hidden++;
    else left.around += length;
    return true;
  });
  if (holdsReport(blocksIn(visible))) {
    const { kept, left: outside } = withinReport(visible);
    const around = left.around + outside;
    const notes = [
      ...(around > 0 ? [htmlNotes.aroundReport(around)] : []),
      ...(left.hidden > 0 ? [htmlNotes.hidden(left.hidden)] : []),
    ];
    return { blocks: blocksIn(kept), notes };
  }
  const all = blocksOf(root, () => false);
  if (!holdsReport(blocksIn(all))) return { blocks: blocksIn(visible.length > 0 ? visible : all), notes: [] };
  return { blocks: blocksIn(withinReport(all).kept), notes: [htmlNotes.reportWasHidden()] };
}

function blocksIn(placed: readonly PlacedBlock[]): readonly Block[] {
  return placed.map(({ block }) => block);
}

/** The characters of its text, white space not counted. */
function textLength(element: PageElement): number {
  const lengths = element.children.map((child) =>
    typeof child === 'string' ? child.replace(/\s+/g, '').length : textLength(child),
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** Where the page shows no title but names it in the metadata that the state's guidelines for portals ask for, that. */
function withTitle(blocks: readonly Block[], { meta }: Page): Reading {
  const title = meta.get('articletitle')?.trim() ?? '';
  const isTitle = (text: string): boolean => standardForms().words.endsAsTitle(canonical(text));
  const shown = blocks.some((block) => block.kind === 'paragraph' && isTitle(block.text));
  if (shown || blocks.length === 0 || !isTitle(title)) return { blocks, notes: [] };
  return { blocks: [{ kind: 'paragraph', text: title }, ...blocks], notes: [htmlNotes.titleFromMetadata(title)] };
}
