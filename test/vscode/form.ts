// The form as a user has it, in a real VS Code: filled in by pointer and keyboard, as an editor of its own and beside the text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { type Host, root } from '../../scripts/host.ts';
import { openPreviewWindow, previewFrame, runCommand, workspaceWith } from './preview-window.ts';
import { type Outcome, runInTurn } from './window.ts';

interface Place {
  readonly page: Page;
  preview: Frame;
  readonly file: string;
  /** The file as it was. */
  readonly text: string;
}

const REPORT = join(root, 'examples/河湾镇-2024-有误.nianbao');
const WRONG = 'td.marked.error';
/** The same cell, right or wrong. */
const TOTAL = '[data-row="total"][data-column="person"]';

const cases: Readonly<Record<string, (place: Place) => Promise<void>>> = {
  'opens in place of the text': async ({ page, preview }) => {
    assert.equal(await preview.locator('h1').textContent(), '河湾镇人民政府2024年政府信息公开工作年度报告');
    assert.equal(await preview.locator('table[role="grid"]').count(), 3);
    assert.equal(await page.locator('.editor-instance .monaco-editor').count(), 0);
  },

  'takes a value by keyboard, and shows at once what is wrong with it': async ({ page, preview }) => {
    await preview.locator(WRONG).click();
    await held(preview, '8');
    await page.keyboard.type('12');
    await page.keyboard.press('Tab');
    await held(preview, '1');
    await preview.locator('#count', { hasText: '错误 2' }).waitFor();
    await preview.locator(`${WRONG}[aria-invalid="true"]`, { hasText: '12' }).waitFor();
  },

  'undoes it in the text, which is then as it was': async (place) => {
    await place.page.keyboard.press('Control+Z');
    await place.preview.locator('#count', { hasText: '错误 1' }).waitFor();
    await restored(place);
  },

  'goes from value to value, and cancels with Escape': async ({ page, preview }) => {
    await preview.locator(WRONG).click();
    await page.keyboard.press('Tab');
    await held(preview, '1');
    await page.keyboard.press('Shift+Tab');
    await held(preview, '8');
    await page.keyboard.type('77');
    await page.keyboard.press('Escape');
    await held(preview, '8');
    await page.keyboard.press('Enter');
    const label = await preview.evaluate('document.activeElement.getAttribute("aria-label")');
    assert.match(String(label), /自然人.*四、结转下年度继续办理/);
    await page.keyboard.press('ArrowUp');
    await held(preview, '8');
  },

  'fills a total by one key, as one line of the text': async (place) => {
    const { page, preview } = place;
    await preview.locator(WRONG).click();
    await page.keyboard.press('=');
    await preview.locator(TOTAL, { hasText: /^9$/ }).waitFor();
    const [before, after] = [place.text.split('\n'), (await saved(place)).split('\n')];
    assert.equal(after.length, before.length);
    const changed = after.filter((line, i) => line !== before[i]);
    assert.equal(changed.length, 1);
    assert.match(changed[0] ?? '', /^\| （七）总计 .* 9 \|/);
    await page.keyboard.press('Control+Z');
    await preview.locator(TOTAL, { hasText: /^8$/ }).waitFor();
    await restored(place);
  },

  'takes a block of a spreadsheet': async (place) => {
    const { page, preview } = place;
    await preview.locator(WRONG).click();
    await preview.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', '31\\t32\\r\\n41\\t42\\r\\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }`);
    await preview.locator('td', { hasText: /^42$/ }).waitFor();
    assert.equal(await preview.locator('td', { hasText: /^(?:31|32|41|42)$/ }).count(), 4);
    await page.keyboard.press('Control+Z');
    await preview.locator('td', { hasText: /^42$/ }).waitFor({ state: 'detached' });
    await restored(place);
  },

  'fills blanks with 0': async (place) => {
    const { page, preview } = place;
    assert.equal(await preview.locator('td[data-blank]').count(), 1);
    await preview.locator('#complete').click();
    await preview.locator('td[data-blank]').waitFor({ state: 'detached' });
    await preview.locator(WRONG).click();
    await page.keyboard.press('Control+Z');
    await preview.locator('td[data-blank]').waitFor();
    await restored(place);
  },

  'is accessible while a cell is edited': async ({ preview }) => {
    await preview.evaluate(readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
    await preview.locator(WRONG).click();
    const { violations } = (await preview.evaluate('axe.run(document)')) as { violations: readonly Violation[] };
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      [],
    );
  },

  'gives way to the text at the same place': async ({ page, preview }) => {
    await preview.locator(WRONG).click();
    await runCommand(page, 'Nianbao 年报: Open as Text');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.locator('.view-line', { hasText: '（七）总计' }).first().waitFor();
    await closed(page);
    await page.keyboard.type('6');
    await runCommand(page, 'Nianbao 年报: Open Preview to the Side');
  },

  'can be filled in beside the text as well': async (place) => {
    const { page } = place;
    place.preview = await previewFrame(page);
    const { preview } = place;
    await preview.locator(TOTAL, { hasText: /^6$/ }).click();
    await held(preview, '6');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await preview.locator(TOTAL, { hasText: /^9$/ }).waitFor();
    await page.keyboard.press('Control+Z');
    await preview.locator(TOTAL, { hasText: /^6$/ }).waitFor();
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.press('Control+Z');
    await preview.locator(TOTAL, { hasText: /^8$/ }).waitFor();
    await restored(place);
  },
};

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Resolves when the cell with the focus holds this text. */
async function held(preview: Frame, text: string): Promise<void> {
  const here = () => preview.evaluate('document.activeElement.value') as Promise<string>;
  for (let waited = 0; waited < 3000 && (await here()) !== text; waited += 50) await preview.waitForTimeout(50);
  assert.equal(await here(), text);
}

/** Resolves when the form's tab, which stands beside the text's for a moment, is gone: typing before makes it ask. */
async function closed(page: Page): Promise<void> {
  await page.locator('.tabs-container .tab').nth(1).waitFor({ state: 'detached' });
}

/** Resolves when the saved file is as it was. */
async function restored(place: Place): Promise<void> {
  let text = await saved(place);
  for (let tries = 0; tries < 10 && text !== place.text; tries++) text = await saved(place);
  assert.equal(text, place.text);
}

/** The file, once it is saved. */
async function saved({ page, file }: Place): Promise<string> {
  await page.keyboard.press('Control+S');
  await page.waitForTimeout(700);
  return readFileSync(file, 'utf8');
}

/** Runs the cases in one window, one after the other, and says their lines. */
export async function runFormCases(host: Host, browser: Browser, web: boolean, folder: string): Promise<Outcome> {
  const file = workspaceWith(folder, REPORT);
  const text = readFileSync(file, 'utf8');
  const command = 'Nianbao 年报: Open as Form';
  const { close, ...place } = await openPreviewWindow(browser, host, folder, file, { web, command });
  place.page.setDefaultTimeout(15_000);
  const outcome = await runInTurn('the form', cases, { ...place, file, text }, place.page);
  await close();
  return outcome;
}
