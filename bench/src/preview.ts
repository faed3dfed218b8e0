// Keystroke → painted preview, in a real VS Code with a report of 12 KB: node bench/src/preview.ts
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { findChromium, launch } from '../../scripts/browser.ts';
import { installHost, startHost } from '../../scripts/host.ts';
import { openPreviewWindow, workspaceWith } from '../../test/vscode/preview-window.ts';
import { samples } from './data.ts';
import { milliseconds, printTable, spread, verdict } from './table.ts';

const BUDGET = 50;
const KEYS = 60;
/** The first keys warm the engines up. */
const WARM_UP = 10;
/** From key to key; the preview is long painted by then. */
const REST = 400;

/** When a key goes down, by the clock that all frames share. */
const WATCH_KEYS = `addEventListener('keydown', () => {
  window.keyDown = performance.timeOrigin + performance.now();
}, true)`;

/** When the page has changed, and when a frame after that has been painted: the first task after the frame's own. */
const WATCH_PAINTS = `
window.seen = [];
new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntriesByName('nianbao:changed')) {
    const changed = performance.timeOrigin + startTime;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => seen.push({ changed, painted: performance.timeOrigin + performance.now() });
      port2.postMessage(null);
    });
  }
}).observe({ entryTypes: ['mark'] });`;

interface Seen {
  readonly changed: number;
  readonly painted: number;
}

const chromium = findChromium();
if (!chromium) throw new Error('this needs Chromium or Chrome');
await installHost();
const scratch = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
const browser = await launch(chromium);
try {
  const rows: string[][] = [];
  for (const web of [false, true]) rows.push(await measured(web));
  printTable(
    'Keystroke → painted preview, 12 KB, in VS Code (the change is on the page / has been painted)',
    ['extension host', 'keys', 'on the page', 'painted: median', 'p95', 'budget'],
    rows,
  );
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit();

async function measured(web: boolean): Promise<string[]> {
  const name = web ? 'web worker' : 'Node';
  const report = join(scratch, '年报-2023.nianbao');
  writeFileSync(report, samples()[0]?.markup ?? '');
  const folder = join(scratch, name);
  const file = workspaceWith(folder, report);
  const host = await startHost(join(scratch, `data-${name}`));
  try {
    const window = await openPreviewWindow(browser, host, folder, file, { web });
    const times = await typed(window.page, window.preview);
    await window.close();
    const painted = spread(times.map(({ painted }) => painted));
    const changed = spread(times.map(({ changed }) => changed));
    const budget = `≤ ${BUDGET} ms ${verdict(painted.median, BUDGET)}`;
    return [name, String(times.length), ...[changed.median, painted.median, painted.p95].map(milliseconds), budget];
  } finally {
    await host.stop();
  }
}

/** Writes digits into a cell, one at a time, and gives for each how long it took. */
async function typed(page: Page, preview: Frame): Promise<readonly Seen[]> {
  await preview.locator('table.wide td').first().click();
  await preview.locator('td.cursor').waitFor();
  await page.evaluate(WATCH_KEYS);
  await preview.evaluate(WATCH_PAINTS);
  const times: Seen[] = [];
  for (let key = 0; key < WARM_UP + KEYS; key++) {
    await preview.evaluate('seen = []');
    await page.keyboard.press(key % 2 === 0 ? '7' : 'Backspace');
    await page.waitForTimeout(REST);
    const down = (await page.evaluate('keyDown')) as number;
    const [first] = (await preview.evaluate('seen')) as readonly Seen[];
    if (key < WARM_UP) continue;
    if (!first) throw new Error(`nothing was painted within ${REST} ms`);
    times.push({ changed: first.changed - down, painted: first.painted - down });
  }
  return times;
}
