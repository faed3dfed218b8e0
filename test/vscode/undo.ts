// Undo in a real VS Code: values, commands, pastes and fixes in the text and edits in the form, mixed; each taken back by one key.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { type Host, root } from '../../scripts/host.ts';
import { Hand } from './hand.ts';
import { openPreviewWindow, workspaceWith } from './preview-window.ts';
import { goTo } from './tables.ts';
import { viewLines } from './view-lines.ts';
import { type Outcome, putOnClipboard, runInTurn } from './window.ts';

const REPORT = join(root, 'examples/河湾镇-2024-有误.nianbao');
const SEEDS = [7, 20260115];
const STEPS = 9;
/** The file is saved so long after a change, and read so often, in milliseconds. */
const SAVED = 200;
const LOOK = 50;
/** It rests when nothing has come for so long; a change may take this long to come, and one that may not come this long. */
const RESTING = 300;
const COMES = 15_000;
const MAY_COME = 2500;
const HEARD = 120;
const EDITOR = '.editor-instance .monaco-scrollable-element';
const ROW = '| 4.第三方合法权益';

interface Place {
  readonly page: Page;
  readonly preview: Frame;
  readonly file: string;
}

/** What a user does as one step of undoing. */
interface Step {
  /** Goes where it is done, which may pad a row that is left: that belongs to the step before. */
  readonly goes?: (place: Place, random: Random) => Promise<void>;
  /** Gives what the text has to hold afterwards; null where it may be as it was. */
  readonly does: (place: Place, random: Random) => Promise<string | null>;
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

const steps: Readonly<Record<string, Step>> = {
  'a value typed and left': {
    goes: goToCell,
    async does({ page }, random) {
      // One that has the width of those around, or one that has more than any.
      const value = random(3) === 0 ? String(1 + random(9)) : String(100_000_000 + random(99_999_999));
      // At once: a file that is saved between two digits makes two steps of them.
      await page.keyboard.insertText(value);
      await page.waitForTimeout(random(2) * 2 * SAVED);
      await page.keyboard.press(['Tab', 'Enter', 'Shift+Tab', 'ArrowDown'][random(4)] ?? 'Tab');
      return value.length > 1 ? `| ${value} |` : null;
    },
  },

  'a block pasted': {
    goes: goToCell,
    async does({ page }, random) {
      const values = Array.from({ length: 4 }, () => 1000 + random(9000));
      await page.evaluate(putOnClipboard, {
        'text/plain': `${values[0]}\t${values[1]}\r\n${values[2]}\t${values[3]}\r\n`,
      });
      await page.keyboard.press('Control+V');
      return ` ${values[1]} |`;
    },
  },

  'blanks filled': {
    goes: goToCell,
    async does({ page }) {
      await page.keyboard.press('Alt+=');
      return null;
    },
  },

  'a value in the form': {
    async does({ page, preview }, random) {
      const cells = preview.locator('[data-table] td[data-row]:not([data-total])');
      await cells.nth(random(await cells.count())).click();
      const value = 10_000 + random(9_999);
      await page.keyboard.type(String(value), { delay: 20 });
      await page.keyboard.press(['Tab', 'Enter'][random(2)] ?? 'Tab');
      return ` ${value} |`;
    },
  },

  'a sum in the form': {
    async does({ page, preview }, random) {
      const cells = preview.locator('[data-table] td[data-total]');
      await cells.nth(random(await cells.count())).click();
      await page.keyboard.press('=');
      return null;
    },
  },

  'zeros and totals in the form': {
    async does({ preview }) {
      await preview.locator('#complete').click();
      return null;
    },
  },

  'a fix': {
    async goes(place, random) {
      await goToCell(place, random);
      await place.page.keyboard.press('F8');
      await place.page.waitForTimeout(2 * HEARD);
      await place.page.keyboard.press('Escape');
    },
    async does({ page }) {
      await page.keyboard.press('Control+.');
      const first = page.locator('.action-widget .monaco-list-row.action').first();
      const offered = await first.waitFor({ timeout: MAY_COME }).then(
        () => true,
        () => false,
      );
      if (!offered) return null;
      await first.click();
      return '';
    },
  },
};

const cases = Object.fromEntries(
  SEEDS.map((seed) => [
    `takes back one step after the other (${seed})`,
    async (place: Place) => {
      const random = randomFrom(seed);
      await place.page.locator(EDITOR).first().click();
      await goTo(place.page, ROW);
      const [done, texts]: [string[], string[]] = [[], []];
      let now = await resting(place);
      const names = Object.keys(steps);
      for (let tries = 0; done.length < STEPS && tries < 3 * STEPS; tries++) {
        const name = names[random(names.length)] ?? '';
        const step = steps[name];
        if (step?.goes) {
          await step.goes(place, random);
          now = await resting(place);
        }
        const expected = (await step?.does(place, random)) ?? null;
        const text = await changed(place, now, expected);
        if (text === now) continue;
        done.push(name);
        texts.push(now);
        now = text;
      }
      assert.ok(done.length === STEPS, `only ${done.join(', ')} changed the text`);
      await goToCell(place, random);
      now = await resting(place);
      for (const name of done.toReversed()) {
        await place.page.keyboard.press('Control+Z');
        now = await changed(place, now, '');
        assert.equal(now, texts.pop(), `${name}, of ${done.join(', ')}`);
      }
    },
  ]),
);

/**
 * Clicks on a row of a table that is in sight and goes to its first value. What the click has led to is asked for before
 * that is selected.
 */
async function goToCell({ page }: Place, random: Random): Promise<void> {
  const rows = (await viewLines(page)).slice(6).filter(({ text, bars }) => text.startsWith('|') && bars.length > 2);
  const row = rows[random(rows.length)];
  assert.ok(row, 'no row is in sight');
  await page.mouse.click((row.bars[0] ?? 0) + 30, row.middle);
  await page.waitForTimeout(HEARD);
  await new Hand(page).go('Tab', 'ways');
}

/**
 * The saved text once it is no longer what it was, holds what it has to and rests; as it is if that takes longer than it
 * may. Without anything that it has to hold it may be as it was.
 */
async function changed(place: Place, from: string, expected: string | null): Promise<string> {
  const is = (text: string): boolean => text !== from && text.includes(expected ?? '');
  const most = expected === null ? MAY_COME : COMES;
  for (let waited = 0; waited < most && !is(read(place)); waited += LOOK) await place.page.waitForTimeout(LOOK);
  return resting(place);
}

/** The saved text, once nothing changes it any more. */
async function resting(place: Place): Promise<string> {
  let [text, rested] = [read(place), 0];
  for (let waited = 0; waited < COMES && rested < RESTING; waited += LOOK) {
    await place.page.waitForTimeout(LOOK);
    const now = read(place);
    rested = now === text && (await place.page.locator('.tab.dirty').count()) === 0 ? rested + LOOK : 0;
    text = now;
  }
  return text;
}

function read({ file }: Place): string {
  return readFileSync(file, 'utf8');
}

/** Runs the cases in one window, one after the other, and says their lines. */
export async function runUndoCases(host: Host, browser: Browser, web: boolean, folder: string): Promise<Outcome> {
  const saving = { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': SAVED };
  const file = workspaceWith(folder, REPORT, saving);
  const size = { width: 1920, height: 1080 };
  const { close, page, preview } = await openPreviewWindow(browser, host, folder, file, { web, size });
  page.setDefaultTimeout(15_000);
  const outcome = await runInTurn('undo', cases, { page, preview, file }, page);
  await close();
  return outcome;
}
