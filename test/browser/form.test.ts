import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launch } from '../../scripts/browser.ts';
import { cleanReport, withLine } from '../features/support.ts';
import { type FormPage, openForm } from './form-page.ts';

const axe = readFileSync(join(createRequire(import.meta.url).resolve('axe-core'), '../axe.min.js'), 'utf8');
const chromium = findChromium();

/** Table four in the official form: the fifteen cells of its one row. */
const DISPUTES = '[data-table="disputes"] td';
const blank = withLine('| 行政复议 ', '| 行政复议 |  |  |  |  |  |');

describe.skipIf(!chromium)('the form', () => {
  let browser: Browser;
  let form: FormPage;

  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterEach(() => form.close());
  afterAll(() => browser.close());

  async function open(text: string, options?: BrowserContextOptions): Promise<Page> {
    form = await openForm(browser, text, options);
    return form.page;
  }

  /** The line of the text that begins so. */
  const line = (start: string): string =>
    form
      .text()
      .split('\n')
      .find((each) => each.startsWith(start)) ?? '';
  const cellsOf = (start: string): string[] =>
    line(start)
      .split('|')
      .slice(2, -1)
      .map((cell) => cell.trim());

  test('is filled in by digits and one key for each value', async () => {
    const page = await open(blank);
    await page.locator(DISPUTES).first().click();
    for (const value of ['3', '1', '0', '2']) {
      await page.keyboard.type(value);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('=');
    await expect.poll(() => cellsOf('| 行政复议 ')).toEqual(['3', '1', '0', '2', '6']);
    expect(form.text().split('\n')).toHaveLength(blank.split('\n').length);
  });

  test('a cell marks the number of the text that means it, and a paragraph the cells that its numbers mean', async () => {
    const page = await open(withLine('（二）', '（二）依申请公开。本年新收政府信息公开申请8件。'));
    const words = () => page.evaluate("[...(CSS.highlights.get('linked') ?? [])].map(String)");
    const cell = page.locator('[data-table="requests"] td[data-row="received"]').last();
    await cell.click();
    await expect.poll(words).toEqual(['8']);
    expect(await page.locator('.linked').count()).toBe(1);
    await page.locator('h1').focus();
    await expect.poll(words).toEqual([]);
    expect(await page.locator('.linked').count()).toBe(0);
    await page.getByText('本年新收政府信息公开申请8件').focus();
    await expect.poll(words).toEqual(['8']);
    expect(await cell.getAttribute('class')).toContain('linked');
  });

  test('Escape gives back what was there, arrows and Enter go on', async () => {
    const page = await open(cleanReport);
    const cells = page.locator('[data-table="requests"] td[data-row]');
    await cells.first().click();
    const before = await page.locator('.cell-field').inputValue();
    await page.keyboard.type('99');
    await page.keyboard.press('Escape');
    expect(await page.locator('.cell-field').inputValue()).toBe(before);
    const name = () => page.locator('.cell-field').getAttribute('aria-label');
    expect(await name()).toMatch(/自然人.*新收/);
    await page.keyboard.press('Enter');
    expect(await name()).toMatch(/自然人.*结转/);
    await page.keyboard.press('ArrowRight');
    expect(await name()).toMatch(/商业企业.*结转/);
    await page.keyboard.press('Shift+Enter');
    expect(await name()).toMatch(/商业企业.*新收/);
    expect(form.text()).toBe(cleanReport);
  });

  test('begins in the row of the text that one comes from, at its start too', async () => {
    const page = await open(withLine('| 四、结转下年度', '| 四、结转下年度 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |'));
    const row = page.locator('tr', { hasText: '四、结转下年度继续办理' });
    for (const place of ['| 四、结转下年度', '7 | 0']) {
      await form.arrive(form.text().indexOf(place));
      await expect.poll(() => row.locator(':focus, .cursor').count()).toBeGreaterThan(0);
    }
  });

  test('F2 puts the cursor into the text, where arrow keys then move', async () => {
    const page = await open(withLine('| 行政复议 ', '| 行政复议 | 12 | 0 | 0 | 0 | 12 |'));
    await page.locator(DISPUTES).first().click();
    await page.keyboard.press('F2');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('5');
    await page.keyboard.press('Tab');
    await expect.poll(() => cellsOf('| 行政复议 ')[0]).toBe('152');
  });

  test('Tab goes through every value and leaves after the last, Escape lets it leave at once', async () => {
    const page = await open(cleanReport);
    await page.locator(DISPUTES).last().click();
    await page.keyboard.press('Tab');
    expect(await page.locator('.cell-field').count()).toBe(0);
    await page.locator(DISPUTES).first().click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.locator('.cell-field').count()).toBe(0);
  });

  test('shows what is wrong at the cell as soon as it is left', async () => {
    const page = await open(cleanReport);
    await page.locator(DISPUTES).nth(4).click();
    await page.keyboard.type('7');
    await page.keyboard.press('Tab');
    const wrong = page.locator(`${DISPUTES}.marked.error`);
    await wrong.waitFor();
    expect(await wrong.getAttribute('aria-invalid')).toBe('true');
    await wrong.click();
    const described = await page.locator('.cell-field').getAttribute('aria-describedby');
    expect(await page.locator(`#${described}`).textContent()).toContain('总计');
  });

  test('a block from a spreadsheet fills the rectangle', async () => {
    const page = await open(blank);
    await page.locator(DISPUTES).first().click();
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', '4\\t5\\t6\\t7\\t22\\r\\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }`);
    await expect.poll(() => cellsOf('| 行政复议 ')).toEqual(['4', '5', '6', '7', '22']);
    await expect.poll(() => page.locator('.cell-field').inputValue()).toBe('4');
  });

  test('a place without a row gets it, a part without its table gets that', async () => {
    const bare = cleanReport.replace(/(\n四、[^\n]*\n)\n(?:\|[^\n]*\n)+/, '$1');
    const page = await open(bare);
    await page.locator(DISPUTES).nth(5).click();
    await page.keyboard.type('8');
    await page.keyboard.press('Tab');
    await expect.poll(() => cellsOf('| 未经复议直接起诉')).toEqual(['8', '', '', '', '']);
    await expect.poll(() => page.evaluate('document.activeElement.parentElement.dataset.column')).toBe('corrected');
  });

  test('blanks get 0 and totals by one button', async () => {
    const page = await open(withLine('| 行政复议 ', '| 行政复议 | 3 |  | 2 |  |  |'));
    await page.locator('#complete').click();
    await expect.poll(() => cellsOf('| 行政复议 ')).toEqual(['3', '0', '2', '0', '5']);
    expect(await page.locator('[data-blank]').count()).toBe(0);
  });

  test('cells of a row with a wrong count of values are read only, and say why', async () => {
    const page = await open(withLine('| 行政复议 ', '| 行政复议 | 3 | 1 |'));
    const locked = page.locator('[data-locked="count"]');
    expect(await locked.getAttribute('aria-readonly')).toBe('true');
    expect(await locked.getAttribute('title')).toContain('格数');
    await locked.click();
    expect(await page.locator('.cell-field').count()).toBe(0);
    expect(form.said).toContainEqual(expect.objectContaining({ type: 'source', focus: true }));
  });

  test('what is typed stays while the text changes elsewhere', async () => {
    const page = await open(cleanReport);
    await page.locator(DISPUTES).first().click();
    await page.keyboard.type('45');
    await form.change(withLine('| 未经复议直接起诉', '| 未经复议直接起诉 | 1 | 0 | 0 | 0 | 1 |'));
    await page.locator(DISPUTES, { hasText: /^1$/ }).first().waitFor();
    expect(await page.evaluate('document.activeElement.value')).toBe('45');
    await page.keyboard.press('Tab');
    await expect.poll(() => cellsOf('| 行政复议 ')[0]).toBe('45');
    expect(cellsOf('| 未经复议直接起诉')).toEqual(['1', '0', '0', '0', '1']);
  });

  test('undo is the field’s while something is typed, else the text’s', async () => {
    const page = await open(cleanReport);
    await page.locator(DISPUTES).first().click();
    await page.keyboard.type('4');
    await page.keyboard.press('Control+Z');
    expect(form.said.filter(({ type }) => type === 'undo')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => form.said.filter(({ type }) => type === 'undo')).toHaveLength(1);
  });

  test.each([
    ['a wide window', { viewport: { width: 1280, height: 800 } }],
    ['a narrow window', { viewport: { width: 480, height: 700 } }],
    ['a window at 200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ] as const)('breaks no rule of accessibility and stays in its width: %s', async (_, options) => {
    const page = await open(blank, options);
    await page.locator(DISPUTES).first().click();
    await page.evaluate(axe);
    const results = (await page.evaluate('axe.run(document)')) as AxeResults;
    expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 300)}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});
