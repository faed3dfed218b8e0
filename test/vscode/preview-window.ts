// A window on a report with its preview beside it, as a user has it.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { type Host, remoteUri, root } from '../../scripts/host.ts';
import { serveWebExtension } from './window.ts';

export interface PreviewWindow {
  readonly page: Page;
  /** The page of the preview. */
  readonly preview: Frame;
  /** Opens the window again, as it was left, and gives its preview. */
  readonly reopen: () => Promise<Frame>;
  readonly close: () => Promise<void>;
}

export interface WindowOptions {
  readonly web?: boolean;
  /** What opens the page. */
  readonly command?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

/** How long the palette may take to open and to find a command. */
const OFFERED = 3000;
const MOST_TRIES = 8;

const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'nianbao.language': 'zh',
};

/** A folder with one report and the settings of a quiet window. */
export function workspaceWith(
  folder: string,
  report: string,
  settings: Readonly<Record<string, unknown>> = {},
): string {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ ...quiet, ...settings }));
  const file = join(folder, basename(report));
  copyFileSync(report, file);
  return file;
}

/** Opens `file` of `folder`, and its preview to the side or, by another command, its form. */
export async function openPreviewWindow(
  browser: Browser,
  host: Host,
  folder: string,
  file: string,
  {
    web = false,
    command = 'Nianbao 年报: Open Preview to the Side',
    size = { width: 1440, height: 900 },
  }: WindowOptions = {},
): Promise<PreviewWindow> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: size,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  if (web) await serveWebExtension(context, host, false);
  const extension = ['extensionDevelopmentPath', remoteUri(host, root)] as const;
  const payload = [['skipWelcome', 'true'], ...(web ? [] : [extension])] as const;
  await page.goto(host.address(folder, [['openFile', remoteUri(host, file)], ...payload]));
  await page.waitForSelector('.statusbar-item[id*="nianbao.summary"]', { timeout: 60_000 });
  await runCommand(page, command);
  const preview = await previewFrame(page);
  const reopen = async (): Promise<Frame> => {
    await page.goto(host.address(folder, payload));
    return previewFrame(page);
  };
  return { page, preview, reopen, close: () => context.close() };
}

/** Runs a command by its title. A window that is being set up may close the palette again: then it is opened once more. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  for (let tries = 0; tries < MOST_TRIES && !(await row.isVisible()); tries++) {
    await page.keyboard.press('F1');
    await page
      .locator('.quick-input-widget input')
      .fill(`>${title}`, { timeout: OFFERED })
      .catch(() => {});
    await row.waitFor({ timeout: OFFERED }).catch(() => page.keyboard.press('Escape'));
  }
  await row.click();
}

/** The page inside the webview's frames, once it shows a report. */
export async function previewFrame(page: Page): Promise<Frame> {
  for (let waited = 0; waited < 20_000; waited += 100) {
    for (const frame of page.frames()) {
      const titles = await frame
        .locator('#view > h1')
        .count()
        .catch(() => 0);
      if (titles > 0) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('no preview was shown');
}
