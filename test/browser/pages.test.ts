import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launch } from '../../scripts/browser.ts';
import { html } from '../../server/src/exporters/html.ts';
import { htmlFragment } from '../../server/src/exporters/html-fragment.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { corpus } from '../support/corpus.ts';
import { hostile } from '../support/hostile.ts';

const axe = readFileSync(join(createRequire(import.meta.url).resolve('axe-core'), '../axe.min.js'), 'utf8');
const chromium = findChromium();

/** Without Chromium nothing can be told: in CI that is a failure, elsewhere it is said and counted. */
if (!chromium) {
  console.log(`${'*'.repeat(80)}\nSKIPPED: the tests of exported pages need Chromium or Chrome, and none was found.`);
  console.log(`Install one (Debian: apt-get install chromium) or name one in CHROMIUM.\n${'*'.repeat(80)}`);
  if (process.env.CI) throw new Error('no Chromium');
}

const reports = [...corpus, { name: 'a hostile report', text: hostile }];
/** Each with tables of another edition, torn ones, plain ones. */
const few = reports.filter(({ name }) => /2021-city$|-2020$|lines-twice$|hostile/.test(name));
const desk = { viewport: { width: 1280, height: 900 } };

const screens: readonly (readonly [string, BrowserContextOptions, typeof reports])[] = [
  ['a wide screen', desk, reports],
  ['a dark screen', { ...desk, colorScheme: 'dark' }, few],
  ['a phone', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }, few],
];

describe.skipIf(!chromium)('an exported page', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(() => browser.close());

  /** Shows a page and hands it over with what it did: dialogs, requests, messages on the console. */
  async function shown<Value>(
    content: string,
    options: BrowserContextOptions,
    use: (page: Page, events: readonly string[]) => Promise<Value>,
  ): Promise<Value> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const events: string[] = [];
    page.on('dialog', (dialog) => {
      events.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => events.push(`request ${request.url()}`));
    page.on('console', (message) => events.push(`console ${message.text()}`));
    try {
      await page.setContent(content);
      return await use(page, events);
    } finally {
      await context.close();
    }
  }

  async function violations(page: Page, rules: Readonly<Record<string, { enabled: boolean }>>) {
    await page.evaluate(axe);
    const results = (await page.evaluate(`axe.run(document, { rules: ${JSON.stringify(rules)} })`)) as AxeResults;
    return results.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.html)
          .join(' ')
          .slice(0, 300)}`,
    );
  }

  describe.each(screens)('on %s', (_, options, shownReports) => {
    test.each(shownReports)('breaks no rule of accessibility and stays in its width: $name', ({ text }) =>
      shown(html.write(readReport(text)), options, async (page, events) => {
        expect(await violations(page, {})).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
        expect(events).toEqual([]);
      }),
    );
  });

  test.each([html, htmlFragment])('runs nothing that a hostile report holds: $id', ({ write }) =>
    shown(write(readReport(hostile)), {}, async (page, events) => {
      await page.mouse.click(200, 200);
      for (const cell of (await page.$$('td')).slice(0, 20)) await cell.hover();
      expect(await page.evaluate('document.scripts.length + document.images.length + document.links.length')).toBe(0);
      expect(events).toEqual([]);
    }),
  );

  test.each(few)('as a fragment breaks no rule inside a page: $name', ({ text }) => {
    const content = `<!DOCTYPE html><html lang="zh-CN"><head><title>x</title></head><body><main>${htmlFragment.write(readReport(text))}</main></body></html>`;
    return shown(content, {}, async (page) => expect(await violations(page, {})).toEqual([]));
  });

  test('prints the heads of a long table on each of its pages, without tearing a row', async () => {
    const { text = '' } = corpus.find(({ name }) => name === 'examples/青禾镇-2023') ?? {};
    await shown(html.write(readReport(text)), {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const style = (selector: string, name: string) =>
        page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${name}`);
      expect(await style('thead', 'display')).toBe('table-header-group');
      expect(await style('tr', 'breakInside')).toBe('avoid');
      expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
});
