// The fragment for portals, pasted into an editor as portals have them and read back: what its filter leaves of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launch } from '../../scripts/browser.ts';
import { htmlFragment } from '../../server/src/exporters/html-fragment.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { corpus } from '../support/corpus.ts';

const chromium = findChromium();
const folder = dirname(createRequire(import.meta.url).resolve('tinymce'));
const scripts = [
  'tinymce.min.js',
  'models/dom/model.min.js',
  'themes/silver/theme.min.js',
  'icons/default/icons.min.js',
  'plugins/table/plugin.min.js',
];
const begin =
  "tinymce.init({ selector: 'textarea', skin: false, content_css: false, promotion: false, plugins: 'table' })";

/** Each cell of each table with its rows and columns. */
const cells = (
  html: string,
) => `[...new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html').querySelectorAll('table')].map((table) =>
  [...table.rows].map((row) => [...row.cells].map((cell) => [cell.textContent.trim(), cell.rowSpan, cell.colSpan])))`;

/** Pastes HTML as the clipboard of a browser holds it; whether the editor took it. */
const paste = (html: string) => `(() => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', ${JSON.stringify(html)});
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  tinymce.activeEditor.getBody().dispatchEvent(event);
  return event.defaultPrevented;
})()`;

describe.skipIf(!chromium)('the fragment for portals in TinyMCE', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launch(chromium ?? '');
    page = await browser.newPage();
    await page.setContent('<!DOCTYPE html><textarea></textarea>');
    for (const name of scripts) await page.addScriptTag({ content: readFileSync(join(folder, name), 'utf8') });
    await page.evaluate(begin);
  });
  afterAll(() => browser.close());

  const few = corpus.filter(({ name }) => /2021-city$|-2020$|-2023$/.test(name));

  test.each(few)('keeps merged cells and values when it is pasted, and when its source is: $name', async ({ text }) => {
    const fragment = htmlFragment.write(readReport(text));
    const expected = await page.evaluate(cells(fragment));
    expect(expected).toHaveLength(3);
    await page.evaluate("tinymce.activeEditor.setContent('')");
    expect(await page.evaluate(paste(fragment))).toBe(true);
    await page.waitForFunction("tinymce.activeEditor.getContent().includes('<table')");
    const content = () => page.evaluate<string>('tinymce.activeEditor.getContent()');
    expect(await page.evaluate(cells(await content()))).toEqual(expected);
    await page.evaluate(`tinymce.activeEditor.setContent(${JSON.stringify(fragment)})`);
    expect(await page.evaluate(cells(await content()))).toEqual(expected);
  });
});
