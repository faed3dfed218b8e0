import { bodyLabels, chromeLabels } from '../forms/page-chrome.ts';
import { isChrome } from '../report/identity.ts';
import { canonical } from '../text/canonical.ts';
import { singleText } from './headings.ts';
import type { Block } from './source.ts';

const labels: ReadonlySet<string> = new Set(chromeLabels.map((label) => canonical(label)));
const naming: ReadonlySet<string> = new Set(bodyLabels.map((label) => canonical(label)));

const LONGEST = 200;
/** Words on the buttons of a page, alone or several beside each other. */
const BUTTONS =
  /^(?:打印(?:本页|本文|页面)?|关闭(?:本页|窗口|页面)?|返回(?:首页|顶部|列表|上一页|上级)?|分享(?:到|至)?[:：]?|收藏(?:本页)?|纠错|我要纠错|字体|字号|大|中|小|默认|超大|朗读|播放|暂停|无障碍(?:浏览|阅读)?|长者模式|适老模式|繁体|简体|微信|微博|QQ|QQ空间|新浪微博|下载(?:Word|PDF|文档|附件|本文)*|Word|PDF|word|pdf|首页|上一页|下一页|尾页|网站地图|联系我们|设为首页|加入收藏)$/;
const BUTTON_BORDERS = /[\s\u00a0\u3000【】[\]〔〕（）()|｜丨/／·•,，、:：]+/;
/** Sentences that portals print below or beside a text. */
const FOOTER =
  /^(?:扫一扫|扫码|微信扫|用微信|打开手机|版权所有|copyright|©|主办单位|主办[:：]|承办单位|承办[:：]|网站标识码|ICP|[^\s]{0,3}ICP备|[^\s]{0,3}公网安备|技术支持|地址[:：].{0,60}邮编|您是第|最佳分辨率|建议使用|主管单位|网站支持IPv6|政府网站找错)/i;
const BREADCRUMB = /[>＞»›]/;
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
  if (isChrome(shown) || FOOTER.test(shown)) return true;
  if (labels.has(canonical(shown).replace(/[:：]$/, ''))) return true;
  if (BREADCRUMB.test(shown) && shown.length <= 80 && shown.split(BREADCRUMB).length > 2) return true;
  return isButtons(shown);
}

function isButtons(text: string): boolean {
  const words = text.split(BUTTON_BORDERS).filter((word) => word !== '');
  return text.length <= 60 && words.length > 0 && words.every((word) => BUTTONS.test(word));
}

/** `label: value` in each cell, or labels and values by turns. */
function isMetadataRow(cells: readonly string[]): boolean {
  if (cells.length === 0) return false;
  if (cells.every((cell) => isChromeText(cell) || TIMESTAMP.test(cell.trim()))) return true;
  return cells.every((cell, i) => i % 2 === 1 || isLabel(cell));
}

function isLabel(cell: string): boolean {
  return labels.has(canonical(cell).replace(/[:：]$/, ''));
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
      naming.has(canonical(cell).replace(/[:：]$/, ''))
        ? `${cell.replace(/[:：]\s*$/, '')}: ${cells[i + 1] ?? ''}`
        : cell,
    )
    .join(' | ');
}
