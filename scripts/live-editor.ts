// Windows of a real VS Code with its default settings, for pictures of what a user sees.
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { type Host, remoteUri, root } from './host.ts';

export type Language = 'zh' | 'en';

export const locales: Readonly<Record<Language, string>> = { zh: 'zh-cn', en: 'en' };

export interface WindowOptions {
  readonly width: number;
  readonly height: number;
  /** What is open at the start, from the folder; nothing where it is left out. */
  readonly file?: string;
  /** Pixels of the picture for one of the page. */
  readonly scale: number;
}

/** Opens a window on a folder; where a report is open in it, once that has been checked. */
export async function openEditor(
  browser: Browser,
  host: Host,
  folder: string,
  language: Language,
  { width, height, file, scale }: WindowOptions,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    colorScheme: 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const payload = [
    ['extensionDevelopmentPath', remoteUri(host, root)],
    ...(file ? [['openFile', remoteUri(host, join(folder, file))] as const] : []),
    ['skipWelcome', 'true'],
  ] as const;
  await page.goto(host.address(folder, payload), { timeout: 60_000 });
  await page.waitForSelector('.part.sidebar', { timeout: 60_000 });
  if (file) {
    await page.waitForSelector('.statusbar-item[id*="nianbao.summary"] .codicon', { timeout: 60_000 });
    await page.waitForSelector('.codelens-decoration a', { timeout: 30_000 });
  }
  await hide(page, 'auxiliarybar', 'Control+Alt+B');
  return page;
}

/** Closes a part of the window, if it is open. */
export async function hide(page: Page, part: 'auxiliarybar' | 'sidebar' | 'panel', key: string): Promise<void> {
  if (await page.locator(`.part.${part}`).isVisible()) await page.keyboard.press(key);
  await page.waitForTimeout(300);
}

/** Puts the cursor at the beginning of a line of the first editor. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(600);
}

/** Runs a command by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  // Away from what it would show a tip of.
  await page.mouse.move(2, 2);
  await page.waitForTimeout(300);
}

/** The page of the form or the preview, once it shows a report. */
export async function formFrame(page: Page): Promise<Frame> {
  for (let waited = 0; waited < 20_000; waited += 100) {
    for (const frame of page.frames()) {
      const shown = await frame
        .locator('#view > h1')
        .count()
        .catch(() => 0);
      if (shown > 0) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('no form was shown');
}

/** A picture as WebP of the width of the window, which is a tenth as large as PNG. */
export async function webp(page: Page, png: Buffer): Promise<Buffer> {
  const blank = await page.context().newPage();
  const data = await blank.evaluate(asWebp, { png: png.toString('base64'), width: page.viewportSize()?.width ?? 0 });
  await blank.close();
  return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
}

/** Runs in the page. */
async function asWebp({ png, width }: { readonly png: string; readonly width: number }): Promise<string> {
  const scope = globalThis as unknown as {
    readonly Image: new () => { src: string; decode(): Promise<void>; readonly width: number; readonly height: number };
    readonly document: { createElement(name: 'canvas'): Canvas };
  };
  interface Canvas {
    width: number;
    height: number;
    getContext(kind: '2d'): Drawing;
    toDataURL(type: string, quality: number): string;
  }
  interface Drawing {
    imageSmoothingQuality: 'high';
    drawImage(image: object, x: number, y: number, width: number, height: number): void;
  }
  const image = new scope.Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = scope.document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.round((image.height * width) / image.width);
  const drawing = canvas.getContext('2d');
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', 0.8);
}
