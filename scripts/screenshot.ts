// A picture of the live editor: node scripts/screenshot.ts FILE.nianbao PICTURE.png [--keys F8,…] [--size 1280x720] [--dark] [--default] [--line 38]
// --default leaves VS Code’s own settings and parts as they are, in Chinese.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openWindow } from '../test/vscode/window.ts';
import { findChromium, launch } from './browser.ts';
import { installHost, startHost } from './host.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    keys: { type: 'string', default: 'F8' },
    size: { type: 'string', default: '1280x720' },
    dark: { type: 'boolean', default: false },
    default: { type: 'boolean', default: false },
    line: { type: 'string', default: '' },
  },
});
const [file, picture] = positionals;
if (!file || !picture)
  throw new Error('usage: screenshot.ts FILE PICTURE [--keys F8,…] [--size 1280x720] [--dark] [--default] [--line 38]');
const chromium = findChromium();
if (!chromium) throw new Error('a picture needs Chromium or Chrome');

const quiet = {
  'workbench.colorTheme': values.dark ? 'Default Dark Modern' : 'Default Light Modern',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.fontSize': 13,
  'workbench.activityBar.location': 'hidden',
  'editor.minimap.enabled': false,
  'nianbao.language': 'zh',
};

const { 'workbench.colorTheme': theme, 'nianbao.language': language } = quiet;
const settings = values.default ? { 'workbench.colorTheme': theme, 'nianbao.language': language } : quiet;

const scratch = mkdtempSync(join(tmpdir(), 'nianbao-picture-'));
const folder = join(scratch, '年报');
mkdirSync(join(folder, '.vscode'), { recursive: true });
writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
copyFileSync(file, join(folder, basename(file)));
await installHost();
const host = await startHost(join(scratch, 'data'));
const browser = await launch(chromium);
try {
  const [width = 1280, height = 800] = values.size.split('x').map(Number);
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2, locale: 'zh-CN' });
  await openWindow(page, host, folder, join(folder, basename(file)));
  await page.waitForSelector('.statusbar-item[id*="nianbao.summary"] .codicon', { timeout: 60_000 });
  if (!values.default) await tidy(page);
  if (values.line !== '') await goToLine(page, values.line);
  for (const key of values.keys.split(',').filter(Boolean)) {
    await page
      .locator('.monaco-editor .view-lines')
      .first()
      .focus()
      .catch(() => {});
    await page.keyboard.press(key);
    await page.waitForTimeout(1500);
  }
  mkdirSync(dirname(resolve(picture)), { recursive: true });
  await page.screenshot({ path: picture });
  console.log(picture);
} finally {
  await browser.close();
  await host.stop();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit();

/** Hides what a picture doesn't show, and lets its fonts be the same everywhere. */
async function tidy(page: Page): Promise<void> {
  for (const [shown, key] of [
    ['#workbench\\.parts\\.auxiliarybar', 'Control+Alt+B'],
    ['#workbench\\.parts\\.sidebar', 'Control+B'],
  ] as const) {
    if (await page.locator(shown).isVisible()) await page.keyboard.press(key);
  }
  // Whatever other Chinese fonts the machine has.
  await page.addStyleTag({ content: ".monaco-workbench { font-family: 'Noto Sans CJK SC', sans-serif !important; }" });
}

async function goToLine(page: Page, line: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1000);
}
