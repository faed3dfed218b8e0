// Undo in a real VS Code: values, commands, pastes and fixes in the text and edits in the form, mixed; each taken back by one key.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { type Host, root } from '../../scripts/host.ts';
import { openPreviewWindow, workspaceWith } from './preview-window.ts';
import { goTo } from './tables.ts';
import { viewLines } from './view-lines.ts';
import { type Outcome, putOnClipboard, runInTurn } from './window.ts';

const REPORT = join(root, 'examples/河湾镇-2024-有误.nianbao');
const SEEDS = [7, 20260115];
const STEPS = 9;
/** The file is saved, and read, so long after a change. */
const SAVED = 100;
const HEARD = 120;
const MOST_TRIES = 40;
const EDITOR = '.editor-instance .monaco-scrollable-element';
const ROW = '| 4.第三方合法权益';

interface Place {
  readonly page: Page;
  readonly preview: Frame;
  readonly file: string;
}

/** Numbers below a limit that look random and are the same in each run. */
type Random = (below: number) => number;

function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % below;
  };
}

/** What a user does, each a step of undoing. */
const steps: Readonly<Record<string, (place: Place, random: Random) => Promise<void>>> = {
  async 'a value typed and left'({ page }, random) {
    await clickCell(page, random);
    await page.keyboard.press('Tab');
    await page.waitForTimeout(HEARD);
    await page.keyboard.type(String(1 + random(99_999)), { delay: 60 });
    await page.waitForTimeout(HEARD);
    await page.keyboard.press(['Tab', 'Enter', 'Shift+Tab', 'ArrowDown'][random(4)] ?? 'Tab');
  },

  async 'a block pasted'({ page }, random) {
    await clickCell(page, random);
    await page.keyboard.press('Tab');
    await page.waitForTimeout(HEARD);
    const values = Array.from({ length: 4 }, () => 1 + random(999));
    await page.evaluate(putOnClipboard, {
      'text/plain': `${values[0]}\t${values[1]}\r\n${values[2]}\t${values[3]}\r\n`,
    });
    await page.keyboard.press('Control+V');
    await page.waitForTimeout(3 * HEARD);
  },

  async 'blanks filled'({ page }, random) {
    await clickCell(page, random);
    await page.keyboard.press('Alt+=');
  },

  async 'a value in the form'({ page, preview }, random) {
    const cells = preview.locator('[data-table] td[data-row]:not([data-total])');
    await cells.nth(random(await cells.count())).click();
    await page.keyboard.type(String(1 + random(9_999)), { delay: 30 });
    await page.keyboard.press(['Tab', 'Enter'][random(2)] ?? 'Tab');
  },

  async 'a sum in the form'({ page, preview }, random) {
    const cells = preview.locator('[data-table] td[data-total]');
    await cells.nth(random(await cells.count())).click();
    await page.keyboard.press('=');
  },

  async 'zeros and totals in the form'({ preview }) {
    await preview.locator('#complete').click();
  },

  async 'a fix'({ page }, random) {
    await clickCell(page, random);
    await page.keyboard.press('F8');
    await page.waitForTimeout(2 * HEARD);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    const first = page.locator('.action-widget .monaco-list-row.action').first();
    if (
      await first.waitFor({ timeout: 1500 }).then(
        () => true,
        () => false,
      )
    )
      await first.click();
    await page.waitForTimeout(2 * HEARD);
  },
};

const cases = Object.fromEntries(
  SEEDS.map((seed) => [
    `takes back one step after the other (${seed})`,
    async (place: Place) => {
      const random = randomFrom(seed);
      await place.page.locator(EDITOR).first().click();
      await goTo(place.page, ROW);
      const [done, texts]: [string[], string[]] = [[], [await settled(place)]];
      const names = Object.keys(steps);
      for (let tries = 0; done.length < STEPS && tries < 3 * STEPS; tries++) {
        const name = names[random(names.length)] ?? '';
        await steps[name]?.(place, random);
        const text = await settled(place);
        if (text === texts.at(-1)) continue;
        done.push(name);
        texts.push(text);
      }
      assert.ok(done.length === STEPS, `only ${done.join(', ')} changed the text`);
      await place.page
        .locator(EDITOR)
        .first()
        .click({ position: { x: 400, y: 300 } });
      for (const name of done.toReversed()) {
        await place.page.keyboard.press('Control+Z');
        texts.pop();
        assert.equal(await settled(place), texts.at(-1), `${name}, of ${done.join(', ')}`);
      }
    },
  ]),
);

/** Clicks on a row of a table that is in sight. */
async function clickCell(page: Page, random: Random): Promise<void> {
  const rows = (await viewLines(page)).slice(6).filter(({ text, bars }) => text.startsWith('|') && bars.length > 2);
  const row = rows[random(rows.length)];
  assert.ok(row, 'no row is in sight');
  await page.mouse.click((row.bars[0] ?? 0) + 30, row.middle);
  await page.waitForTimeout(HEARD);
}

/** The saved text, once nothing changes it any more. */
async function settled({ page, file }: Place): Promise<string> {
  let [text, same] = ['', 0];
  for (let tries = 0; tries < MOST_TRIES && same < 3; tries++) {
    await page.waitForTimeout(SAVED);
    const now = readFileSync(file, 'utf8');
    same = now === text && (await page.locator('.tab.dirty').count()) === 0 ? same + 1 : 0;
    text = now;
  }
  return text;
}

/** Runs the cases in one window, one after the other, and says their lines. */
export async function runUndoCases(host: Host, browser: Browser, web: boolean, folder: string): Promise<Outcome> {
  const saving = { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': SAVED };
  const file = workspaceWith(folder, REPORT, saving);
  const size = { width: 1920, height: 1080 };
  const { close, page, preview } = await openPreviewWindow(browser, host, folder, file, { web, size });
  page.setDefaultTimeout(15_000);
  const outcome = await runInTurn('undo', cases, { page, preview, file });
  await close();
  return outcome;
}
