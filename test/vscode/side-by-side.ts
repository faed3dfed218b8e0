// Tables with letters set apart, and two versions of a report side by side: measured as a user sees them.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Host, remoteUri, root } from '../../scripts/host.ts';
import { runCommand } from './preview-window.ts';
import { eventually, goTo } from './tables.ts';
import { expectStraight, linesIn, type ViewLine, viewLines } from './view-lines.ts';
import { type Outcome, runInTurn, serveWebExtension } from './window.ts';

const REPORT = join(root, 'examples/河湾镇-2024-有误.nianbao');
const BEFORE = '上一稿.nianbao';
const AFTER = '这一稿.nianbao';
const ROW = '| 4.第三方合法权益';
const BARS = 9;
const SPACING = 1.5;
const settings = { 'editor.letterSpacing': SPACING };

const cases: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'stand straight where letters are set apart': async (page) => {
    const spacing = await page.evaluate(
      `getComputedStyle(document.querySelector('.editor-instance .view-line')).letterSpacing`,
    );
    assert.equal(spacing, `${SPACING}px`);
    await goTo(page, ROW);
    await eventually(async () => expectRows(await viewLines(page)));
  },

  'have no minimap beside them': async (page) => {
    assert.equal(await page.locator('.editor-instance .view-line').first().isVisible(), true);
    assert.equal(await page.locator('.editor-instance .minimap:visible').count(), 0);
  },

  'stand straight on both sides of a comparison': async (page) => {
    await runCommand(page, 'File: Compare Active File With...');
    await page.keyboard.type(BEFORE);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: BEFORE }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-diff-editor.side-by-side .editor.original .view-line').first().waitFor();
    await page.locator('.monaco-diff-editor .editor.modified .view-lines').first().click();
    await goTo(page, ROW);
    for (const side of ['original', 'modified'])
      await eventually(async () => expectRows(await linesIn(page, `.monaco-diff-editor .editor.${side} .view-line`)));
  },
};

/** Fails unless there are rows of 表三 and their bars stand below each other. */
function expectRows(lines: readonly ViewLine[]): void {
  const rows = lines.filter(({ text, bars }) => text.startsWith('|') && bars.length === BARS);
  assert.ok(rows.length > 10, `${rows.length} rows`);
  expectStraight(rows);
}

/** Runs the cases in one window, one after the other, and says their lines. */
export async function runSideBySideCases(host: Host, browser: Browser, web: boolean, folder: string): Promise<Outcome> {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  const text = readFileSync(REPORT, 'utf8');
  writeFileSync(join(folder, BEFORE), text);
  // A longer number on one side, so that the sides differ in what their columns lack.
  writeFileSync(join(folder, AFTER), text.replace(/^(\| 2\.重复申请 *\|) +1 \|/m, '$1 12345 |'));
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (web) await serveWebExtension(context, host, false);
  const extension = ['extensionDevelopmentPath', remoteUri(host, root)] as const;
  const payload = [['skipWelcome', 'true'], ...(web ? [] : [extension])] as const;
  await page.goto(host.address(folder, [['openFile', remoteUri(host, join(folder, AFTER))], ...payload]));
  await page.waitForSelector('.statusbar-item[id*="nianbao.summary"]', { timeout: 60_000 });
  await page.keyboard.press('Control+B');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  // The chat takes the room of the tables, which would wrap there.
  if (await page.locator('.part.auxiliarybar').isVisible()) await page.keyboard.press('Control+Alt+B');
  await page.locator('.part.auxiliarybar').waitFor({ state: 'hidden' });
  await page.locator('.editor-instance .view-lines').first().click();
  const outcome = await runInTurn('tables', cases, page, page);
  await context.close();
  return outcome;
}
