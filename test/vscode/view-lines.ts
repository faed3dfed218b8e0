// The lines that an editor of VS Code shows, and where their bars stand.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

export interface ViewLine {
  readonly text: string;
  /** The left edge of each bar, in pixels of the page. */
  readonly bars: readonly number[];
  /** The middle of the line, in pixels of the page. */
  readonly middle: number;
}

const LINES = '.editor-instance .view-lines .view-line';
const PIXEL = 1;

/** The lines in sight, from top to bottom; a line that wraps is several. */
export function viewLines(page: Page): Promise<readonly ViewLine[]> {
  return linesIn(page, LINES);
}

/** The texts of the elements of a selector, from top to bottom, and where their bars stand. */
export function linesIn(page: Page, selector: string): Promise<readonly ViewLine[]> {
  return page.evaluate(`(() => {
    const top = (element) => element.getBoundingClientRect().top;
    return [...document.querySelectorAll(${JSON.stringify(selector)})].sort((a, b) => top(a) - top(b)).map((line) => {
      const bars = [];
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = node.data.indexOf('|'); at >= 0; at = node.data.indexOf('|', at + 1)) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          bars.push(range.getBoundingClientRect().left);
        }
      }
      const { top: upper, bottom } = line.getBoundingClientRect();
      return { text: line.textContent.replaceAll('\\u00a0', ' '), bars, middle: (upper + bottom) / 2 };
    });
  })()`);
}

/** The editor's fonts, and how wide a Chinese and a Latin character are in them. */
export function fonts(page: Page): Promise<{ family: string; chinese: number; latin: number }> {
  return page.evaluate(`(() => {
    const line = document.querySelector(${JSON.stringify(LINES)});
    const probe = document.createElement('span');
    line.append(probe);
    const widthOf = (text) => {
      probe.textContent = text.repeat(20);
      return Math.round(probe.getBoundingClientRect().width * 5) / 100;
    };
    const widths = { chinese: widthOf('中'), latin: widthOf('0') };
    probe.remove();
    return { family: getComputedStyle(line).fontFamily, ...widths };
  })()`);
}

/** Fails unless each bar of each line stands below those of the first. */
export function expectStraight(lines: readonly ViewLine[]): void {
  const [first, ...others] = lines;
  assert.ok(first && others.length > 0, 'no lines to compare');
  for (const { text, bars } of others) {
    assert.equal(bars.length, first.bars.length, `bars of ${text}`);
    bars.forEach((x, i) => {
      const off = Math.abs(x - (first.bars[i] ?? Number.NaN));
      assert.ok(off <= PIXEL, `bar ${i} of ${text} stands ${off} px off`);
    });
  }
}

/** Fails where a row of a table is cut: every one begins and ends with a bar. */
export function expectWhole(lines: readonly ViewLine[]): void {
  for (const { text } of lines) assert.match(text, /^\|.*\|\s*$/);
}
