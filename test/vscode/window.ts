// Windows of the embedded host in Chromium, with the extension loaded in the Node or in the worker extension host.
import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Host, remoteUri, root } from '../../scripts/host.ts';

export type Kind = 'node' | 'web' | 'installed';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** Runs the suite in a window on `folder` and says its lines. `installed` uses the extension that is installed in the host. */
export async function runSuite(host: Host, browser: Browser, kind: Kind, folder: string): Promise<Outcome> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  let outcome: Outcome = { passed: 0, failed: 1 };
  try {
    const ended = new Promise<void>((done) => {
      const said = (line: string): void => {
        const result = /^RESULT (.*)$/.exec(line);
        const pasted = /^PASTE (.*)$/.exec(line);
        if (result?.[1]) outcome = JSON.parse(result[1]) as Outcome;
        else if (pasted?.[1]) void paste(page, JSON.parse(pasted[1]) as Record<string, string>);
        else if (/^[✓✗]/.test(line)) console.log(`  ${line}`);
      };
      void page.exposeFunction('codeAutomationLog', (_: string, words: readonly unknown[]) => said(words.join(' ')));
      void page.exposeFunction('codeAutomationExit', (code: number) => {
        if (code !== 0 && outcome.failed === 0) outcome = { ...outcome, failed: 1 };
        done();
      });
    });
    if (kind === 'web') await serveWebExtension(context, host, true);
    await page.goto(addressFor(host, kind, folder));
    await Promise.race([ended, timeout(300_000)]);
  } catch (error) {
    console.log(`  ✗ ${error instanceof Error ? error.message : String(error)}`);
    outcome = { ...outcome, failed: Math.max(1, outcome.failed) };
  } finally {
    await context.close();
  }
  return outcome;
}

/** Runs cases one after the other in the same place, and says their lines. What `page` shows where one fails is left in `out/`. */
export async function runInTurn<Place>(
  what: string,
  cases: Readonly<Record<string, (place: Place) => Promise<void>>>,
  place: Place,
  page?: Page,
): Promise<Outcome> {
  let [passed, failed] = [0, 0];
  for (const [name, body] of Object.entries(cases)) {
    try {
      await body(place);
      console.log(`  ✓ ${what} ${name}`);
      passed++;
    } catch (error) {
      console.log(`  ✗ ${what} ${name}\n${error instanceof Error ? error.message : String(error)}`);
      const picture = join(root, 'out', `failed ${what} ${name}.png`);
      await page?.screenshot({ path: picture, timeout: 5000 }).catch(() => {});
      failed++;
    }
  }
  return { passed, failed };
}

/** Puts texts on the clipboard, by their types, and presses the key that pastes: no code inside VS Code can do either. */
async function paste(page: Page, clipboard: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(putOnClipboard, clipboard);
  await page.keyboard.press('Control+V');
}

/** Runs in the page. */
export async function putOnClipboard(clipboard: Readonly<Record<string, string>>): Promise<void> {
  const parts = Object.entries(clipboard).map(([type, text]) => [type, new Blob([text], { type })]);
  const scope = globalThis as unknown as {
    readonly ClipboardItem: new (parts: object) => object;
    readonly navigator: { readonly clipboard: { readonly write: (items: readonly object[]) => Promise<void> } };
  };
  await scope.navigator.clipboard.write([new scope.ClipboardItem(Object.fromEntries(parts))]);
}

function addressFor(host: Host, kind: Kind, folder: string): string {
  const suite = ['extensionTestsPath', remoteUri(host, join(root, 'out/suite.cjs'))] as const;
  // The suite has to belong to an extension in development; where the installed one is tested, that is an empty one.
  const developed = kind === 'installed' ? join(root, 'test/vscode/empty-extension') : root;
  const extension = ['extensionDevelopmentPath', remoteUri(host, developed)] as const;
  return host.address(folder, kind === 'web' ? [['skipWelcome', 'true']] : [extension, suite, ['skipWelcome', 'true']]);
}

const types: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Gives the page the extension as a web extension, from the host's own origin as the page's policy demands. */
export async function serveWebExtension(context: BrowserContext, host: Host, withSuite: boolean): Promise<void> {
  await context.route('**/webext/**', async (route) => {
    const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname).replace('/webext/', ''));
    try {
      await route.fulfill({
        body: readFileSync(join(root, path)),
        contentType: types[extname(path)] ?? 'text/plain; charset=utf-8',
        headers: { 'access-control-allow-origin': '*' },
      });
    } catch {
      await route.fulfill({ status: 404 });
    }
  });
  const from = (path: string) => ({ scheme: 'http', authority: host.authority, path });
  await context.route(`http://${host.authority}/?*`, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
      (_, before: string, settings: string) => {
        const configuration = JSON.parse(unescapeHtml(settings)) as Record<string, object>;
        const developmentOptions = {
          ...configuration.developmentOptions,
          extensions: [from('/webext')],
          ...(withSuite ? { extensionTestsPath: from('/webext/out/suite.cjs') } : {}),
        };
        return `${before}${escapeHtml(JSON.stringify({ ...configuration, developmentOptions }))}"`;
      },
    );
    await route.fulfill({ response, body: html });
  });
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function timeout(milliseconds: number): Promise<never> {
  return new Promise((_, fail) => {
    setTimeout(() => fail(new Error(`the suite did not end within ${milliseconds / 1000} s`)), milliseconds).unref();
  });
}
