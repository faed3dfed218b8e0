// Pages, and what Word, WPS, Excel and browsers put on the clipboard, as the blocks of a report.
import { canonical } from '../text/canonical.ts';
import { GridTooLarge } from './grid.ts';
import { blocksOf, type PlacedBlock } from './html-blocks.ts';
import { isChrome, isHidden } from './html-chrome.ts';
import { holdsReport, withinReport } from './html-scope.ts';
import { type Page, type PageElement, parsePage } from './html-tree.ts';
import { htmlNotes } from './notes.ts';
import type { Block, ImportNote, Source } from './source.ts';

/** `Version:0.9 StartHTML:…`, which Windows writes before the HTML on its clipboard. */
const CLIPBOARD_HEADER = /^\ufeff?Version:[^<]{0,2000}/;

interface Reading {
  readonly blocks: readonly PlacedBlock[];
  readonly notes: readonly ImportNote[];
}

/**
 * Reads a page or a fragment of one. What stands around the report is left out and said in a note: scripts, hidden
 * elements, navigation, header and footer. Never throws; no address in it is opened; time and memory are linear in its
 * length. A page without a report gives all that it shows.
 */
export function readHtml(html: string): Source {
  const page = parsePage(html.replace(CLIPBOARD_HEADER, ''));
  if (page.cut === 'size') return { blocks: [], notes: [htmlNotes.tooLarge()] };
  const cut = page.cut ? [htmlNotes.tooDeep()] : [];
  try {
    const { blocks, notes } = readPage(page);
    const titled = withTitle(
      blocks.map(({ block }) => block),
      page,
    );
    return { blocks: titled.blocks, notes: [...cut, ...notes, ...titled.notes] };
  } catch (error) {
    if (!(error instanceof GridTooLarge)) throw error;
    return { blocks: [], notes: [...cut, htmlNotes.tooLarge()] };
  }
}

function readPage({ root }: Page): Reading {
  const hidden = { count: 0 };
  const visible = blocksOf(root, (element) => {
    if (isHidden(element) && holdsText(element)) hidden.count++;
    return isHidden(element) || isChrome(element);
  });
  if (holdsReport(visible)) {
    const { kept, left } = withinReport(visible);
    const notes = [
      ...(left > 0 ? [htmlNotes.aroundReport(left)] : []),
      ...(hidden.count > 0 ? [htmlNotes.hidden(hidden.count)] : []),
    ];
    return { blocks: kept, notes };
  }
  const all = blocksOf(root, () => false);
  if (!holdsReport(all)) return { blocks: visible.length > 0 ? visible : all, notes: [] };
  return { blocks: withinReport(all).kept, notes: [htmlNotes.reportWasHidden()] };
}

function holdsText(element: PageElement): boolean {
  return element.children.some((child) => (typeof child === 'string' ? /\S/.test(child) : holdsText(child)));
}

/** Where the page shows no title but names it in the metadata that the state's guidelines for portals ask for, that. */
function withTitle(blocks: readonly Block[], { meta }: Page): Pick<Source, 'blocks' | 'notes'> {
  const title = meta.get('articletitle')?.trim() ?? '';
  const isTitle = (text: string): boolean => /年度报告$/.test(canonical(text));
  const shown = blocks.some((block) => block.kind === 'paragraph' && isTitle(block.text));
  if (shown || blocks.length === 0 || !isTitle(title)) return { blocks, notes: [] };
  return { blocks: [{ kind: 'paragraph', text: title }, ...blocks], notes: [htmlNotes.titleFromMetadata(title)] };
}
