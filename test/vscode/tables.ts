// Tables in the text editor as a user without any settings sees and types them: measured and handled from outside.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Host, remoteUri, root } from '../../scripts/host.ts';
import { runCommand } from './preview-window.ts';
import { expectStraight, expectWhole, fonts, linesIn, type ViewLine, viewLines } from './view-lines.ts';
import { type Outcome, putOnClipboard, serveWebExtension } from './window.ts';

const REPORT = join(root, 'examples/河湾镇-2024-有误.nianbao');
const HEAD = '| 表三';
const ROW = '| 2.重复申请';
const NEXT_ROW = '| 3.公开出版物';
const LAST_ROW = '| 四、结转下年度';
const narrow = { width: 1366, height: 768 };
const wide = { width: 1920, height: 1080 };
/** Time for the editor and the extension to have heard of a key. */
const HEARD = 400;
const MOST_TRIES = 24;

const cases: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'stand straight in the default fonts, Chinese and Latin': async (page) => {
    const { family, chinese, latin } = await fonts(page);
    console.log(`    ${family}: 中 ${chinese} px, 0 ${latin} px`);
    assert.match(family, /monospace/);
    assert.ok(Math.abs(chinese - 2 * latin) > 1, 'in this font nothing had to be put straight');
    const rows = await tableRows(page);
    assert.ok(rows.length > 25, `${rows.length} rows`);
    expectStraight(rows);
  },

  'do not wrap, alone at 1366 and beside the preview at 1920': async (page) => {
    assert.equal(await page.locator('.part.sidebar').isVisible(), true);
    expectWhole(await tableRows(page));
    await page.setViewportSize(wide);
    await withoutChat(page);
    await runCommand(page, 'Nianbao 年报: Open Preview to the Side');
    await page.locator('.webview.ready').first().waitFor({ state: 'attached' });
    await page.locator(EDITOR).first().click();
    const rows = await tableRows(page);
    expectWhole(rows);
    expectStraight(rows);
    await runCommand(page, 'View: Close Editors in Other Groups');
    await page.setViewportSize(narrow);
  },

  'keep their heads in sight': async (page) => {
    await goTo(page, LAST_ROW);
    const stuck = await linesIn(page, '.sticky-line-content');
    const head = stuck.find(({ text }) => text.startsWith(HEAD));
    assert.ok(head, `sticky: ${stuck.map(({ text }) => text).join(' / ')}`);
    expectStraight([head, await lineOf(page, LAST_ROW)]);
  },

  'take a value typed over another and stay straight; the next one is selected': async (page) => {
    await goTo(page, ROW);
    await press(page, 'Tab');
    await eventually(async () => assert.equal(await selected(page), '1'));
    await page.keyboard.type('123', { delay: 60 });
    await holds(page, ROW, ['123', '0', '0', '0', '0', '0', '1']);
    await eventually(async () => expectStraight(await tableRows(page)));
    await goTo(page, ROW);
    await press(page, 'Tab', 'Tab');
    await eventually(async () => assert.equal(await selected(page), '0'));
    await press(page, 'Shift+Tab');
    await eventually(async () => assert.equal(await selected(page), '123'));
  },

  'are undone as they were typed, padding included': async (page) => {
    const [before, others] = [await lineOf(page, ROW), await otherLines(page)];
    await goTo(page, ROW);
    await press(page, 'Tab', 'Tab');
    await page.keyboard.type('45', { delay: 60 });
    await holds(page, ROW, ['1', '45', '0', '0', '0', '0', '1']);
    await press(page, 'Tab');
    await eventually(async () => assert.equal((await lineOf(page, ROW)).text.length, before.text.length));
    assert.deepEqual(await otherLines(page), others, 'no other row has changed');
    await press(page, 'Control+Z');
    await eventually(async () => assert.equal((await lineOf(page, ROW)).text, before.text));
  },

  'take Enter down the column, Ctrl+Enter for a new line': async (page) => {
    await goTo(page, ROW);
    await press(page, 'Tab', 'Tab', 'Tab');
    await page.keyboard.type('7');
    await press(page, 'Enter');
    await page.keyboard.type('8');
    await holds(page, ROW, ['1', '0', '7', '0', '0', '0', '1']);
    await holds(page, NEXT_ROW, ['0', '0', '8', '0', '0', '0', '0']);
    const blank = async (): Promise<number> => (await viewLines(page)).filter(({ text }) => text.trim() === '').length;
    const count = await blank();
    await press(page, 'Control+Enter');
    await eventually(async () => assert.equal(await blank(), count + 1));
    await press(page, 'Control+Z', 'Control+Z', 'Control+Z');
    await holds(page, ROW, ['1', '0', '0', '0', '0', '0', '1']);
    await holds(page, NEXT_ROW, ['0', '0', '0', '0', '0', '0', '0']);
  },

  'take a block from a spreadsheet into the selected value and the cells beside it': async (page) => {
    const before = await otherLines(page);
    await goTo(page, ROW);
    await press(page, 'Tab', 'Tab');
    await page.evaluate(putOnClipboard, { 'text/plain': '11\t12\r\n13\t"1,400"\r\n' });
    await press(page, 'Control+V');
    await holds(page, ROW, ['1', '11', '12', '0', '0', '0', '1']);
    await holds(page, NEXT_ROW, ['0', '13', '1400', '0', '0', '0', '0']);
    await eventually(async () => expectStraight(await tableRows(page)));
    await press(page, 'Control+Z');
    await eventually(async () => assert.deepEqual(await otherLines(page), before));
  },

  'have commands: totals recomputed, values cleared, one undo each': async (page) => {
    await goTo(page, ROW);
    await press(page, 'Tab', 'Tab');
    await page.keyboard.type('5');
    await holds(page, ROW, ['1', '5', '0', '0', '0', '0', '1']);
    await runCommand(page, 'Nianbao 年报: Recompute Totals');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Totals of this row' }).click();
    await holds(page, ROW, ['1', '5', '0', '0', '0', '0', '6']);
    await goTo(page, ROW);
    await press(page, 'Tab');
    await runCommand(page, 'Nianbao 年报: Clear Values');
    await holds(page, ROW, ['', '5', '0', '0', '0', '0', '6']);
    await press(page, 'Control+Z');
    await holds(page, ROW, ['1', '5', '0', '0', '0', '0', '6']);
    await press(page, 'Control+Z');
    await holds(page, ROW, ['1', '5', '0', '0', '0', '0', '1']);
  },

  'take every Tab, as quickly as they come': async (page) => {
    await goTo(page, ROW);
    const before = valuesOf(await lineOf(page, ROW));
    await press(page, 'Tab');
    await page.keyboard.type('3');
    for (let column = 0; column < 6; column++) await page.keyboard.press('Tab');
    await eventually(async () => assert.equal(await selected(page), before.at(-1)));
    await page.keyboard.type('9');
    await holds(page, ROW, ['3', ...before.slice(1, -1), '9']);
    await press(page, 'Control+Z', 'Control+Z');
    await holds(page, ROW, before);
  },

  'take no TAB, as early as the key is pressed': async (page) => {
    await page.reload();
    await page.locator(EDITOR).first().waitFor();
    await page.locator(EDITOR).first().click();
    await goTo(page, ROW);
    const before = await lineOf(page, ROW);
    await press(page, 'Tab');
    await eventually(async () => assert.equal(await selected(page), '1'));
    assert.equal((await lineOf(page, ROW)).text, before.text);
  },
};

const EDITOR = '.editor-instance .view-lines';

/** The rows of 表三 with values, brought into sight piece by piece. */
async function tableRows(page: Page): Promise<readonly ViewLine[]> {
  const rows = new Map<string, ViewLine>();
  for (const line of [HEAD, '| 1.国家秘密', '| （四）无法提供', LAST_ROW]) {
    await goTo(page, line);
    const lines = await viewLines(page);
    const first = lines.findIndex(({ text }) => text.startsWith('四、政府信息公开行政复议'));
    const last = lines.findLastIndex(({ text }) => text.startsWith('三、收到和处理'));
    for (const each of lines.slice(last + 1, first < 0 ? undefined : first)) {
      if (each.bars.length > 2) rows.set(each.text.split('|')[1] ?? '', each);
    }
  }
  return [...rows.values()];
}

async function lineOf(page: Page, start: string): Promise<ViewLine> {
  const line = (await viewLines(page)).find(({ text }) => text.startsWith(start));
  assert.ok(line, `no line in sight begins with ${start}`);
  return line;
}

/** The texts of the lines around the row that the cases type in. */
async function otherLines(page: Page): Promise<readonly string[]> {
  await goTo(page, ROW);
  const texts = (await viewLines(page)).map(({ text }) => text);
  const own = texts.findIndex((text) => text.startsWith(ROW));
  assert.ok(own > 1 && own + 3 < texts.length, 'the row is at the edge of the window');
  return [...texts.slice(own - 2, own), ...texts.slice(own + 1, own + 4)];
}

/** What stands behind the label. */
function valuesOf({ text }: ViewLine): readonly string[] {
  return text
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

/** Puts the cursor before the text that a line begins with, in the middle of the window. */
export async function goTo(page: Page, start: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+F');
  const find = page.locator('.find-widget.visible .find-part textarea, .find-widget.visible .find-part input').first();
  await find.fill(start);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await press(page, 'Home');
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(HEARD);
  }
}

/** Waits until the values of a row are these. */
function holds(page: Page, row: string, values: readonly string[]): Promise<void> {
  return eventually(async () => assert.deepEqual(valuesOf(await lineOf(page, row)), values));
}

/** What a check gives once it doesn't fail any more; fails as it does where that takes too long. */
export async function eventually<Result>(check: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await check();
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await new Promise((next) => setTimeout(next, HEARD));
    }
  }
}

function selected(page: Page): Promise<string> {
  return page.evaluate('navigator.clipboard.writeText("")').then(async () => {
    await press(page, 'Control+C');
    return page.evaluate('navigator.clipboard.readText()');
  }) as Promise<string>;
}

/** Longer than an editor that saves by itself waits. */
const SAVED = 1500;

/** Takes back what the last case left, saved by the editor or not. */
async function reverted(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForTimeout(SAVED);
  copyFileSync(REPORT, file);
  await runCommand(page, 'File: Revert File');
  await goTo(page, ROW);
  await holds(page, ROW, ['1', '0', '0', '0', '0', '0', '1']);
  await goTo(page, NEXT_ROW);
  await holds(page, NEXT_ROW, ['0', '0', '0', '0', '0', '0', '0']);
}

/** Newer versions open a chat beside the editor, which no report needs. */
async function withoutChat(page: Page): Promise<void> {
  if (await page.locator('.part.auxiliarybar').isVisible()) await press(page, 'Control+Alt+B');
}

/** Runs the cases in one window without settings, one after the other, and says their lines. */
export async function runTableCases(host: Host, browser: Browser, web: boolean, folder: string): Promise<Outcome> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, basename(REPORT));
  copyFileSync(REPORT, file);
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: narrow,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  if (web) await serveWebExtension(context, host, false);
  const extension = ['extensionDevelopmentPath', remoteUri(host, root)] as const;
  const payload = [['skipWelcome', 'true'], ...(web ? [] : [extension])] as const;
  await page.goto(host.address(folder, [['openFile', remoteUri(host, file)], ...payload]));
  await page.waitForSelector('.statusbar-item[id*="nianbao.summary"]', { timeout: 60_000 });
  await page.locator(EDITOR).first().click();
  await page.waitForTimeout(1500);
  let [passed, failed] = [0, 0];
  for (const [name, body] of Object.entries(cases)) {
    try {
      page.setDefaultTimeout(15_000);
      await reverted(page, file);
      await body(page);
      console.log(`  ✓ tables ${name}`);
      passed++;
    } catch (error) {
      console.log(`  ✗ tables ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      failed++;
    }
  }
  await context.close();
  return { passed, failed };
}
