// A county's report from New Report to no findings, with real keys, once in the text and once in the form; says what it took.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { type Host, remoteUri, root } from '../../scripts/host.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { body, type Figure, figures, first, prose, wayTo } from './county-figures.ts';
import { Hand, type Purpose } from './hand.ts';
import { previewFrame } from './preview-window.ts';
import { eventually } from './tables.ts';
import { type ViewLine, viewLines } from './view-lines.ts';
import { type Outcome, runInTurn, serveWebExtension } from './window.ts';

interface Place {
  readonly browser: Browser;
  readonly host: Host;
  readonly web: boolean;
  readonly folder: string;
}

const EDITOR = '.editor-instance .monaco-editor';
const all = figures.flat();
const paragraphs = [...prose.before, ...prose.after];
/** How far from its line's start there is a prompt, in pixels. */
const PROMPT = 250;
/** Turns of the wheel, in pixels, and how long the editor takes to follow. */
const TURN = 300;
const TURNED = 150;
const MOST_TURNS = 12;
/** How long the checks may take, in milliseconds. */
const SETTLED = 8000;
/** Lines that what sticks to the editor's top may cover. */
const COVERED = 5;

const cases: Readonly<Record<string, (place: Place) => Promise<void>>> = {
  'is filled in as text': (place) =>
    report('text', place, async (page, hand) => {
      let last = first;
      for (const table of figures) {
        for (const figure of table) {
          const way = wayTo(last, figure);
          if (way === 'click') await clickInText(page, hand, figure);
          else await hand.go(way, 'ways');
          await hand.type(figure.value, 'digits');
          last = figure;
        }
        await fill(page, hand);
      }
      await clickPrompt(page, hand);
    }),

  'is filled in as the form': (place) =>
    report('form', place, async (page, hand) => {
      await hand.click(page.locator('.editor-actions .action-label[aria-label*="Form"]').first(), 'fills');
      const form = await previewFrame(page);
      const inText = hand.caret;
      hand.caret = () => form.evaluate('JSON.stringify({ ...document.activeElement.closest("td")?.dataset })');
      let last: Figure | null = null;
      for (const figure of figures.flat()) {
        // Table four is one row of the form.
        const way = figure.table === 'disputes' && wayTo(last, figure) === 'Enter' ? 'click' : wayTo(last, figure);
        if (way === 'click') await hand.click(cellOf(form, figure), 'ways');
        else await hand.go(way, 'ways');
        await hand.type(figure.value, 'digits');
        last = figure;
      }
      await hand.click(form.locator('#complete'), 'fills');
      await form.locator('td[data-blank]').first().waitFor({ state: 'detached' });
      hand.caret = inText;
      await hand.click(form.locator('p', { hasText: '存在的主要问题' }).last(), 'prose');
    }),
};

/** Opens a window on an empty folder, begins a report there, writes its prose and has its tables filled in. */
async function report(
  name: string,
  { browser, host, web, folder: parent }: Place,
  fillIn: (page: Page, hand: Hand) => Promise<void>,
): Promise<void> {
  const folder = join(parent, name);
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'chat.disableAIFeatures': true }));
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    if (web) await serveWebExtension(context, host, false);
    const extension = ['extensionDevelopmentPath', remoteUri(host, root)] as const;
    await page.goto(host.address(folder, [['skipWelcome', 'true'], ...(web ? [] : [extension])]));
    await page.locator('.monaco-workbench .part.sidebar').waitFor({ timeout: 60_000 });
    const hand = new Hand(page);
    await begin(page, hand);
    await write(hand, prose.before);
    await hand.go('Tab', 'prose');
    await fillIn(page, hand);
    await page.locator(`${EDITOR}.focused`).first().waitFor();
    await write(hand, prose.after);
    await hand.press('Control+S', 'start');
    const done = page.locator('.statusbar-item[id*="nianbao.summary"] .codicon-check');
    // Where it doesn't come, the file tells what is missing.
    await done.waitFor({ timeout: SETTLED }).catch(() => {});
    // The status bar tells of the text, which the editor writes after that.
    const text = await eventually(async () => expectSaved(folder));
    expectFewStrokes(name, text, hand);
    assert.ok(await done.isVisible(), 'the status bar shows findings');
  } finally {
    await context.close();
  }
}

/** A window that is being set up may close the palette again: what had to be done twice is counted once. */
async function begin(page: Page, hand: Hand): Promise<void> {
  const command = 'new report';
  const found = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Nianbao 年报: New Report' }).first();
  for (let tries = 0; tries < MOST_TURNS && !(await found.isVisible()); tries++) {
    await page.keyboard.press('F1');
    await page.keyboard.type(command);
    await found.waitFor({ timeout: 2000 }).catch(() => page.keyboard.press('Escape'));
  }
  hand.count('start', 1 + command.length);
  await hand.press('Enter', 'start');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'A blank report' }).waitFor({ timeout: 60_000 });
  await hand.press('Enter', 'start');
  await page.locator('.quick-input-widget', { hasText: 'Full name of the body' }).waitFor();
  await hand.type(body, 'start');
  await hand.press('Enter', 'start');
  await page.locator('.quick-input-widget', { hasText: 'Reporting year' }).waitFor();
  await hand.press('Enter', 'start');
  await page.locator('.statusbar-item[id*="nianbao.summary"]').waitFor();
  await page.locator(`${EDITOR}.focused .selected-text`).first().waitFor();
}

/** Writes paragraphs in the place of one prompt after the other; the first of them is selected. */
async function write(hand: Hand, paragraphs: readonly string[]): Promise<void> {
  for (const [i, paragraph] of paragraphs.entries()) {
    if (i > 0) await hand.go('Tab', 'prose');
    await hand.type(paragraph, 'prose');
  }
}

/** Fills the blanks of the table that the cursor is in, and sees that they are. */
async function fill(page: Page, hand: Hand): Promise<void> {
  const texts = async (): Promise<string> => (await viewLines(page)).map(({ text }) => text).join('\n');
  const before = await texts();
  await hand.press('Alt+=', 'fills');
  for (let waited = 0; waited < SETTLED && (await texts()) === before; waited += TURNED)
    await page.waitForTimeout(TURNED);
  await page.waitForTimeout(TURNED);
}

/** Clicks into the cell of a value, which is brought into sight by the wheel. */
async function clickInText(page: Page, hand: Hand, { label, index }: Figure): Promise<void> {
  const line = await inSight(page, `| ${label} `);
  const [left, right] = [line.bars[index + 1], line.bars[index + 2]];
  assert.ok(left && right, `${label} has no cell ${index}`);
  await hand.click({ x: (left + right) / 2, y: line.middle }, 'ways');
}

/** Clicks on the prompt of the first paragraph behind the tables. */
async function clickPrompt(page: Page, hand: Hand): Promise<void> {
  const { middle } = await inSight(page, '（一）存在的主要问题。');
  const { x = 0 } = (await page.locator(`${EDITOR} .view-lines`).first().boundingBox()) ?? {};
  await hand.clickTo({ x: x + PROMPT, y: middle }, 'prose');
}

/** The line that begins with a text, where it can be clicked on. */
async function inSight(page: Page, start: string): Promise<ViewLine> {
  for (let tries = 0; tries < MOST_TURNS; tries++) {
    const lines = await viewLines(page);
    const at = lines.findIndex(({ text }) => text.startsWith(start));
    const line = lines[at];
    if (line && at >= COVERED && at < lines.length - 1) return line;
    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, at < 0 || at >= lines.length - 1 ? TURN : -TURN);
    await page.waitForTimeout(TURNED);
  }
  throw new Error(`${start} does not come into sight`);
}

function cellOf(form: Frame, { table, row, column }: Figure) {
  return form.locator(`[data-table="${table}"] td[data-row="${row}"][data-column="${column}"]`);
}

/** The file says what was typed and has no findings; gives its text. */
function expectSaved(folder: string): string {
  const file = readdirSync(folder).find((each) => each.endsWith('.nianbao'));
  assert.ok(file, 'no file was saved');
  const snapshot = createSnapshot(`file:///${file}`, 1, readFileSync(join(folder, file), 'utf8'));
  assert.deepEqual(
    snapshot.check().findings.map((finding) => `${finding.code}: ${finding.message().zh}`),
    [],
  );
  for (const { table, row, column, value } of all) {
    const cells = snapshot.report.tables.find(({ definition }) => definition.id === table)?.rows.get(row)?.cells;
    assert.equal(cells?.find((cell) => cell.column.id === column)?.text, value, `${table} ${row} ${column}`);
  }
  assert.deepEqual(
    paragraphs.filter((paragraph) => !snapshot.text.includes(`${paragraph}\n`)),
    [],
  );
  return snapshot.text;
}

/** It took no more strokes than it may; says how many. */
function expectFewStrokes(name: string, text: string, hand: Hand): void {
  const characters = text.length - paragraphs.join('').length;
  const strokes = ['start', 'digits', 'ways', 'fills'].reduce((sum, each) => sum + hand.strokes(each as Purpose), 0);
  const digits = all.reduce((sum, { value }) => sum + value.length, 0);
  console.log(
    `    ${name}: ${all.length} values: ${hand.strokes('digits')} digits, ${hand.strokes('ways')} keys or clicks between them; ` +
      `zeros and totals ${hand.strokes('fills')}, the beginning and saving ${hand.strokes('start')}; ` +
      `in all ${strokes} for ${characters} characters (${((100 * strokes) / characters).toFixed(1)} %), beside ${hand.strokes('prose')} for prose`,
  );
  assert.equal(hand.strokes('digits'), digits);
  assert.equal(hand.strokes('ways'), all.length, 'a value costs its digits and one key');
  assert.ok(hand.strokes('fills') <= 3, 'zeros and totals cost nothing');
  assert.ok(strokes * 5 < characters, `${strokes} strokes for ${characters} characters`);
}

/** Runs both ways, each in a window of its own. */
export function runCountyCases(host: Host, browser: Browser, web: boolean, folder: string): Promise<Outcome> {
  return runInTurn("a county's report", cases, { browser, host, web, folder });
}
