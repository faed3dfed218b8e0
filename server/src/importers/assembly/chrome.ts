import { standardForms } from '../../forms/index.ts';
import { canonical } from '../../text/canonical.ts';
import { singleText } from '../headings.ts';
import type { Block } from '../source.ts';

const LONGEST = 200;
/** What parts the words on buttons. */
const BUTTON_BORDERS = /[\s\u00a0\u3000【】[\]〔〕（）()|｜丨/／·•,，、:：]+/;
const BREADCRUMB = /[>＞»›]/;
/** What also parts the steps of a path that begins at a page's home. */
const PATH_BORDERS = /[/／|｜→]|\s[-—]\s/;
const LONGEST_PATH = 80;
const TIMESTAMP = /^\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?(?:\s*\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{0,2}秒?)?)?$/;

/** Whether a block is part of the page around a report: metadata, breadcrumbs, buttons, counters. */
export function isPageChrome(block: Block): boolean {
  const text = singleText(block);
  if (text !== null) return isChromeText(text);
  return block.kind === 'row' && isMetadataRow(block.cells.filter((cell) => cell !== ''));
}

function isChromeText(text: string): boolean {
  const shown = text.trim();
  if (shown.length > LONGEST || /[。；]/.test(shown)) return false;
  const { words } = standardForms();
  if (words.isPageLine(shown) || words.isFooter(shown)) return true;
  if (words.isPageLabel(canonical(shown).replace(/[:：]$/, ''))) return true;
  if (shown.length <= LONGEST_PATH && isPathOfSite(shown)) return true;
  return isButtons(shown);
}

/** 公开 > 年报 > 正文, 首页 / 年报 / 正文 */
function isPathOfSite(text: string): boolean {
  if (text.split(BREADCRUMB).length > 2) return true;
  const [first = '', ...others] = text.split(PATH_BORDERS);
  return others.length > 1 && standardForms().words.isButton(first.trim());
}

function isButtons(text: string): boolean {
  const words = text.split(BUTTON_BORDERS).filter((word) => word !== '');
  return text.length <= 60 && words.length > 0 && words.every((word) => standardForms().words.isButton(word));
}

/** `label: value` in each cell, or labels and values by turns. */
function isMetadataRow(cells: readonly string[]): boolean {
  if (cells.length === 0) return false;
  if (cells.every((cell) => isChromeText(cell) || TIMESTAMP.test(cell.trim()))) return true;
  return cells.every((cell, i) => i % 2 === 1 || isLabel(cell));
}

function isLabel(cell: string): boolean {
  return standardForms().words.isPageLabel(canonical(cell).replace(/[:：]$/, ''));
}

/** The time of publishing, alone on its line between title and text. */
export function isTimestamp(block: Block): boolean {
  const text = singleText(block);
  return text !== null && TIMESTAMP.test(text.trim()) && /[-/:：时]/.test(text);
}

/** A block as a line that tells who issued the page, `发文机关: 青禾镇`, where it has label and name in cells of their own; else as it is. */
export function metadataLine(block: Block): string {
  if (block.kind === 'paragraph') return block.text;
  const cells = block.cells.filter((cell) => cell !== '');
  return cells
    .map((cell, i) =>
      standardForms().words.labelsBody(canonical(cell).replace(/[:：]$/, ''))
        ? `${cell.replace(/[:：]\s*$/, '')}: ${cells[i + 1] ?? ''}`
        : cell,
    )
    .join(' | ');
}

/** A line that parts what a file says of a text from the text: ==== 正文 ====. */
const HEAD_BORDER = /^([=\-*_~—－＝])\1{3,}(?:\s*\S{1,8}\s*\1{4,})?$/;
const LEAST_METADATA = 2;

/** How many of these blocks are a head of metadata that such a line closes, that line with them. */
export function metadataHead(blocks: readonly Block[]): number {
  const texts = blocks.map((block) => singleText(block)?.trim() ?? '');
  const border = texts.findIndex((text) => HEAD_BORDER.test(text));
  const head = blocks.slice(0, Math.max(0, border));
  const isMetadata =
    head.filter(isPageChrome).length >= LEAST_METADATA && texts.slice(0, border).every((text) => !/[。；]/.test(text));
  return isMetadata ? border + 1 : 0;
}
