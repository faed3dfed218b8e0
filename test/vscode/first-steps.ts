// What someone new sees: the walkthrough, opened from the command palette of a window on an empty folder.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { type Host, remoteUri, root } from '../../scripts/host.ts';
import { runCommand } from './preview-window.ts';
import { type Outcome, runInTurn, serveWebExtension } from './window.ts';

const WALKTHROUGH = '.gettingStartedContainer';
const STEPS = 7;

const cases: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'are offered where the folder is empty': async (page) => {
    await page.locator('.pane-header', { hasText: 'Begin or Import' }).waitFor();
  },

  'open from the palette, step by step': async (page) => {
    await runCommand(page, 'Nianbao 年报: First Steps');
    await page.locator(`${WALKTHROUGH} h2.category-title`, { hasText: 'Nianbao: First Steps' }).waitFor();
    const steps = page.locator(`${WALKTHROUGH} .step-title`);
    assert.equal(await steps.count(), STEPS);
    await page.locator(`${WALKTHROUGH} .step-title`, { hasText: 'See what is wrong' }).click();
    await page.locator(`${WALKTHROUGH} .monaco-button`, { hasText: 'Next Problem' }).waitFor();
  },
};

/** Runs the cases in one window, one after the other, and says their lines. */
export async function runFirstStepsCases(host: Host, browser: Browser, web: boolean, folder: string): Promise<Outcome> {
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  if (web) await serveWebExtension(context, host, false);
  const extension = ['extensionDevelopmentPath', remoteUri(host, root)] as const;
  await page.goto(host.address(folder, [['skipWelcome', 'true'], ...(web ? [] : [extension])]));
  await page.locator('.monaco-workbench .part.sidebar').waitFor({ timeout: 60_000 });
  const outcome = await runInTurn('first steps', cases, page, page);
  await context.close();
  return outcome;
}
