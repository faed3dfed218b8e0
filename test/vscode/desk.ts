// The reviewer's side: the desk of a folder of reports with mouse and keyboard, and reports under version control.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Host, remoteUri, root } from '../../scripts/host.ts';
import { madeUpCounty, wholeCounty } from '../support/county/county.ts';
import { runCommand } from './preview-window.ts';
import { eventually, goTo } from './tables.ts';
import { type Outcome, runInTurn } from './window.ts';

interface Place {
  readonly page: Page;
  readonly folder: string;
}

const OPEN = 'Nianbao 年报: Open Review Desk';
const SET_UP = 'Nianbao 年报: Set Up Version Control';
/** So long after a change the editor has marked it, in milliseconds. */
const MARKED = 1500;
/** Eight bodies: one that sums up two others, and one that hasn't reported. */
const county = madeUpCounty({
  ...wholeCounty,
  ...{ parents: 1, children: 2, departments: 5, firstYear: 2023, years: 2, missing: 1, others: 0, seed: 3 },
  mistakes: { 'carry-over': 1, 'outcome-total': 1, 'children-sum': 1, 'text-table': 1, 'dispute-total': 2 },
});
const PARENT = '石禾县人民政府';
const WRONG = '河禾县教育局';
const fileOf = (body: string): string => `2024/${body}.nianbao`;

const cases: Readonly<Record<string, (place: Place) => Promise<void>>> = {
  'shows the bodies by state, with counts': async ({ page }) => {
    await runCommand(page, OPEN);
    await shows(page, ['未报送 1', '松禾县水利局', '需修改 2', '待核实 1', PARENT, '核对通过 4']);
    await shows(page, [`${WRONG} 2 处`]);
  },

  'is walked with the keyboard, to the place in the report': async ({ page }) => {
    await runCommand(page, OPEN);
    await focused(page, '未报送');
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown');
    await focused(page, 'outcome-total');
    await press(page, 'Enter');
    await opened(page, WRONG);
    await eventually(async () => assert.match(await caret(page), /^Ln \d\d, Col \d+ \(\d+ selected\)/));
  },

  'finds a body by what is typed': async ({ page }) => {
    await runCommand(page, OPEN);
    await focused(page, '');
    await press(page, 'Control+Alt+F');
    await page.locator('.monaco-tree-type-filter').waitFor();
    await page.keyboard.insertText(PARENT);
    await press(page, 'Enter');
    await focused(page, PARENT);
    await press(page, 'Escape');
  },

  'shows one rule alone, and all again': async ({ page }) => {
    await pane(page).locator('.action-label[aria-label^="Filter"]').click({ force: true });
    await pick(page, 'dispute-total');
    await shows(page, ['需修改 2', '云禾县财政局 1 处', `${WRONG} 1 处`]);
    await eventually(async () => assert.ok((await deskLines(page)).every((line) => !/未报送|carry-over/.test(line))));
    await pane(page).locator('.pane-header .description', { hasText: 'dispute-total' }).waitFor();
    await runCommand(page, 'Nianbao 年报: Filter Review Desk by Rule');
    await pick(page, '所有规则');
    await shows(page, ['未报送 1', '核对通过 4']);
  },

  'puts the bodies into another order': async ({ page }) => {
    await runCommand(page, 'Nianbao 年报: Sort Review Desk');
    await pick(page, '按名称');
    await shows(page, ['需修改 2', WRONG, '云禾县财政局']);
    await runCommand(page, 'Nianbao 年报: Sort Review Desk');
    await pick(page, '按名单');
    await shows(page, ['需修改 2', '云禾县财政局', WRONG]);
  },

  'follows what is changed elsewhere: a child that adds what its parent has too many': async ({ page, folder }) => {
    const file = join(folder, fileOf('青禾镇人民政府'));
    const text = readFileSync(file, 'utf8');
    const more = text.replace(
      /(\| 行政许可 *\| *)(\d+)/,
      (_, row: string, value: string) => `${row}${Number(value) + 7}`,
    );
    assert.notEqual(more, text);
    writeFileSync(file, more);
    await shows(page, [`${PARENT} 1 处`]);
    writeFileSync(file, text);
    await shows(page, [`${PARENT} 2 处`]);
  },

  'fills a report with the sums of its children': async ({ page, folder }) => {
    await openReport(page, PARENT);
    await runCommand(page, 'Nianbao 年报: Fill from Children');
    await notification(page, '按下级报告填表（1 格）');
    await press(page, 'Escape');
    await page.locator('.tab.active').click();
    await press(page, 'Control+S');
    await eventually(async () =>
      assert.match(git(folder, 'diff', '--stat'), /1 file changed, 1 insertion\(\+\), 1 deletion/),
    );
    await runCommand(page, OPEN);
    await shows(page, [`${PARENT} 1 处`]);
  },

  'offers a commit of a report that has nothing left to mend, once': async ({ page, folder }) => {
    await openReport(page, PARENT);
    const text = readFileSync(join(folder, fileOf(PARENT)), 'utf8');
    const [, said] = /全年收到政府信息公开申请(\d+)件/.exec(text) ?? [];
    const [, total] = /\| 一、本年新收 .* (\d+) \|/.exec(text) ?? [];
    assert.ok(said && total && said !== total);
    await goTo(page, `申请${said}件`);
    await runCommand(page, 'Quick Fix...');
    await page.locator('.action-widget .monaco-list-row', { hasText: total }).first().click();
    await press(page, 'Control+S');
    const offer = await notification(page, `${PARENT} 核对无误`);
    await offer.locator('.monaco-button', { hasText: '提交' }).click();
    await eventually(async () =>
      assert.match(git(folder, 'diff', '--cached', '--name-only', '-z'), new RegExp(PARENT)),
    );
    await eventually(async () =>
      assert.match((await page.locator('.scm-input').first().textContent()) ?? '', new RegExp(PARENT)),
    );
    git(folder, 'commit', '--quiet', '--message', '改正两处');
    assert.match(git(folder, 'show', '--stat', '--format='), /1 file changed, 2 insertions\(\+\), 2 deletions/);
  },

  'sets up version control': async ({ page, folder }) => {
    await runCommand(page, SET_UP);
    await notification(page, '.gitattributes');
    assert.match(readFileSync(join(folder, '.gitattributes'), 'utf8'), /merge=nianbao/);
    assert.match(git(folder, 'config', '--get-regexp', 'nianbao'), /merge-driver/);
  },

  'exports a report as it was at a commit': async ({ page, folder }) => {
    await openReport(page, PARENT);
    await runCommand(page, 'Nianbao 年报: Export a Version…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '改正两处' }).waitFor();
    await pick(page, '各单位报送');
    await pick(page, 'JSON');
    await page.locator('.quick-input-widget .monaco-button', { hasText: 'OK' }).click();
    const first = git(folder, 'rev-parse', 'HEAD~1').slice(0, 7);
    const target = join(folder, fileOf(PARENT).replace('.nianbao', `-${first}.json`));
    const exported = await eventually(async () => JSON.parse(readFileSync(target, 'utf8')));
    const [, before] = /\| 行政许可 *\| *(\d+)/.exec(git(folder, 'show', `HEAD~1:${fileOf(PARENT)}`)) ?? [];
    assert.equal(exported.values.disclosure.licensing.decisions, Number(before));
  },

  'marks the lines that were changed, and no other of their table': async ({ page, folder }) => {
    await openReport(page, WRONG);
    await goTo(page, '| 行政许可');
    const file = join(folder, fileOf(WRONG));
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/(\| 行政许可 *\| *)\d+/, '$19'));
    const marks = page.locator('.editor-instance .dirty-diff-glyph:visible');
    await eventually(async () => assert.equal(await marks.count(), 1));
    await page.waitForTimeout(MARKED);
    assert.equal(await marks.count(), 1);
    writeFileSync(file, text);
  },

  'takes version control back': async ({ page, folder }) => {
    await runCommand(page, SET_UP);
    const said = await notification(page, '别的克隆');
    await said.locator('.monaco-button', { hasText: '撤销' }).click();
    await notification(page, '已撤销');
    assert.equal(existsSync(join(folder, '.gitattributes')), false);
    assert.throws(() => git(folder, 'config', '--get-regexp', 'nianbao'));
  },
};

/** Waits until lines of the desk begin as these, in this order. */
async function shows(page: Page, wanted: readonly string[]): Promise<void> {
  await eventually(async () => {
    const lines = await deskLines(page);
    const found = wanted.map((text) => lines.findIndex((line) => line.startsWith(text)));
    assert.ok(
      found.every((at, i) => at >= 0 && at > (found[i - 1] ?? -1)),
      `${wanted.join(' / ')} is not in: ${lines.join(' / ')}`,
    );
  });
}

function pane(page: Page): Locator {
  return page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Review Desk' }) });
}

function chosen(page: Page): Locator {
  return pane(page).locator('.monaco-list-row.focused');
}

async function deskLines(page: Page): Promise<readonly string[]> {
  return Promise.all((await pane(page).locator('.monaco-list-row').all()).map(textOf));
}

async function textOf(line: Locator): Promise<string> {
  return (await line.locator('.label-name, .label-description').allTextContents()).join(' ');
}

/** Waits until the keyboard is in the desk, at a line with this text. */
async function focused(page: Page, text: string): Promise<void> {
  await pane(page).locator('.monaco-list:focus-within').waitFor();
  await eventually(async () => assert.ok((await textOf(chosen(page))).includes(text), await textOf(chosen(page))));
}

async function opened(page: Page, body: string): Promise<void> {
  await page.locator('.tab.active', { hasText: `${body}.nianbao` }).waitFor();
}

/** Opens a report of this year by its name, as one goes to a file. */
async function openReport(page: Page, body: string): Promise<void> {
  await press(page, 'Control+P');
  await page.locator('.quick-input-widget input').first().fill(fileOf(body));
  await pick(page, `${body}.nianbao`);
  await opened(page, body);
}

/** A message of the extension. The host shows none by themselves: they are looked for where they are kept. */
async function notification(page: Page, text: string): Promise<Locator> {
  const said = page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
  return eventually(async () => {
    if (!(await page.locator('.notifications-center.visible').isVisible()))
      await page.locator('.statusbar-item[id="status.notifications"]').click();
    assert.ok(await said.isVisible(), `no message says ${text}`);
    return said;
  });
}

async function pick(page: Page, text: string): Promise<void> {
  await page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
}

async function caret(page: Page): Promise<string> {
  return (await page.locator('.statusbar-item[id="status.editor.selection"]').textContent()) ?? '';
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
}

function git(folder: string, ...words: readonly string[]): string {
  const who = ['-c', 'user.name=审核员', '-c', 'user.email=desk@example.org', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...who, ...words], { cwd: folder, encoding: 'utf8' });
}

function countyUnderGit(folder: string): void {
  for (const [name, text] of county.files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', '各单位报送');
}

/** Runs the cases in one window on a county's folder, one after the other, and says their lines. */
export async function runDeskCases(host: Host, browser: Browser, _web: boolean, folder: string): Promise<Outcome> {
  countyUnderGit(folder);
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(
    join(folder, '.vscode/settings.json'),
    JSON.stringify({ 'nianbao.language': 'zh', 'chat.disableAIFeatures': true }),
  );
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const payload = [
    ['skipWelcome', 'true'],
    ['extensionDevelopmentPath', remoteUri(host, root)],
  ] as const;
  await page.goto(host.address(folder, payload));
  await page.locator('.monaco-workbench .part.sidebar').waitFor({ timeout: 60_000 });
  const outcome = await runInTurn('the desk', cases, { page, folder }, page);
  await context.close();
  return outcome;
}
