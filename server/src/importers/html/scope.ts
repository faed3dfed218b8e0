import { standardForms } from '../../forms/index.ts';
import type { Words } from '../../forms/words.ts';
import { anyOf } from '../../text/any-of.ts';
import { canonical } from '../../text/canonical.ts';
import { holdsReport, isSign } from '../signs.ts';
import type { Block } from '../source.ts';
import type { PlacedBlock } from './blocks.ts';
import type { PageElement } from './tree.ts';

const SENTENCES = /。.*。|^.{20,}。$/;
const PARTS_OF_TABLES: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);

/**
 * The blocks in the smallest part of the page that holds the title, all headings and all tables of the report, with the
 * metadata lines that name the body and with whole sentences after it; and how many characters were left out.
 */
export function withinReport(blocks: readonly PlacedBlock[]): { kept: readonly PlacedBlock[]; left: number } {
  const scope = scopeOf(blocks);
  if (!scope) return { kept: blocks, left: 0 };
  const inside = new Map<PageElement, boolean>();
  const isInside = (element: PageElement | null): boolean => {
    const path: PageElement[] = [];
    let each = element;
    for (; each && each !== scope && !inside.has(each); each = each.parent) path.push(each);
    const result = each === scope || (each !== null && (inside.get(each) ?? false));
    for (const one of path) inside.set(one, result);
    return result;
  };
  let begun = false;
  const kept = blocks.filter(({ block, origin }) => {
    if (isInside(origin)) {
      begun = true;
      return true;
    }
    return begun ? block.kind === 'paragraph' && SENTENCES.test(block.text) : namesBody(block);
  });
  const length = (some: readonly PlacedBlock[]) => some.reduce((sum, { block }) => sum + textOf(block).length, 0);
  return { kept, left: length(blocks) - length(kept) };
}

function scopeOf(blocks: readonly PlacedBlock[]): PageElement | null {
  const first = blocks.findIndex(({ block }) => isSign(block));
  if (first < 0 || !holdsReport(blocks.map(({ block }) => block))) return null;
  const title = blocks.findLast(({ block }, i) => i < first && block.kind === 'paragraph' && isTitle(block.text));
  const anchors = blocks.filter(({ block }) => isSign(block));
  let scope = commonAncestor([...anchors, ...(title ? [title] : [])].map(({ origin }) => origin));
  // A table alone is less than a report: what stands beside it belongs to it.
  while (scope?.parent && PARTS_OF_TABLES.has(scope.name)) scope = scope.parent;
  return scope;
}

/** The smallest element around all of these, in time linear in the size of the page. */
function commonAncestor(elements: readonly PageElement[]): PageElement | null {
  const passed = new Set<PageElement>();
  let common: PageElement | null = null;
  for (const element of elements) {
    let each: PageElement | null = element;
    for (; each && !passed.has(each); each = each.parent) passed.add(each);
    if (common === null) common = element;
    else if (each && each.depth < common.depth) common = each;
  }
  return common;
}

function isTitle(text: string): boolean {
  return standardForms().words.derived(titleLine).test(canonical(text));
}

function titleLine({ titleEndings }: Words): RegExp {
  return new RegExp(`^[^>＞»。]{4,80}${anyOf(titleEndings)}$`);
}

function bodyLabel({ bodyLabels }: Words): RegExp {
  return new RegExp(`^${anyOf(bodyLabels)}(?:[:：]|$)`);
}

function namesBody(block: Block): boolean {
  return standardForms()
    .words.derived(bodyLabel)
    .test(canonical(textOf(block)));
}

function textOf(block: Block): string {
  return block.kind === 'row' ? block.cells.join('') : block.text;
}
