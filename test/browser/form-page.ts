// The page of the form in a browser, with the server's features behind it and no VS Code between.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { vi } from 'vitest';
import { changeBetween } from '../../client/src/preview/changes.ts';
import type { FromPage, ToPage } from '../../client/src/preview/messages.ts';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { screenRules } from '../../server/src/exporters/html-style.ts';
import { paperRules } from '../../server/src/exporters/print-style.ts';
import { editCells } from '../../server/src/features/edit-cell.ts';
import { preview, type ReportPreview } from '../../server/src/features/preview.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { applied, uri } from '../features/support.ts';

const root = join(import.meta.dirname, '../..');
const ADDRESS = 'http://form.test/';

vi.mock('vscode', () => ({
  workspace: { getConfiguration: () => ({ get: () => 'auto' }) },
  Uri: { joinPath: (...parts: readonly unknown[]) => parts.at(-1) },
  env: { language: 'zh-cn' },
}));

export interface FormPage {
  readonly page: Page;
  /** The report's text, as it is now. */
  readonly text: () => string;
  /** Everything that the page has said, in order. */
  readonly said: readonly FromPage[];
  /** Changes the text from outside. */
  readonly change: (text: string) => Promise<void>;
  /** Comes from a place in the text. */
  readonly arrive: (offset: number) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Opens the form of a text; what is edited there changes the text as in VS Code. */
export async function openForm(
  browser: Browser,
  start: string,
  options: BrowserContextOptions = {},
): Promise<FormPage> {
  const { shell } = await import('../../client/src/preview/shell.ts');
  const webview = { asWebviewUri: (name: unknown) => ADDRESS + String(name) };
  const html = shell(webview as never, '' as never);
  const [script, style] = [await scriptOfPage(), styleOfPage()];
  const page = await (await browser.newContext(options)).newPage();
  await page.route(`${ADDRESS}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const [body, contentType] =
      name === 'preview.js'
        ? [script, 'text/javascript']
        : name === 'preview.css'
          ? [style, 'text/css']
          : [html, 'text/html'];
    return route.fulfill({ body, contentType: `${contentType}; charset=utf-8` });
  });
  const said: FromPage[] = [];
  let [text, version] = [start, 1];
  let shown: ReportPreview | null = null;
  const tell = (message: ToPage) => page.evaluate(`postMessage(${JSON.stringify(message)})`);
  const show = async (): Promise<void> => {
    const next = preview(createSnapshot(uri, version, text), { language: 'zh', settings: defaultSettings });
    const change = changeBetween(shown, next);
    shown = next;
    if (change) await tell({ type: 'change', uri, locked: true, ...change });
  };
  const edit = async ({ id, changes }: Extract<FromPage, { type: 'edit' }>): Promise<void> => {
    const snapshot = createSnapshot(uri, version, text);
    const answers = changes.map(({ table, change }) =>
      editCells(snapshot, { table, change, language: 'zh', settings: defaultSettings }),
    );
    const edits = answers.flatMap((answer) => answer.edits);
    text = applied(snapshot, edits);
    version++;
    await show();
    const message = answers.map(({ refused, note }) => refused ?? note).find((each) => each !== null) ?? null;
    await tell({ type: 'edited', id, changed: edits.length > 0, message });
  };
  let work = Promise.resolve();
  await page.exposeFunction('said', (message: FromPage) => {
    said.push(message);
    if (message.type === 'ready') work = work.then(show);
    if (message.type === 'edit') work = work.then(() => edit(message));
  });
  await page.addInitScript('window.acquireVsCodeApi = () => ({ postMessage: said, getState() {}, setState() {} })');
  await page.goto(ADDRESS);
  await page.locator('h1').waitFor();
  await page.evaluate("document.body.className = 'vscode-light'");
  return {
    page,
    said,
    text: () => text,
    change: (next) => {
      [text, version] = [next, version + 1];
      return show();
    },
    arrive: (offset) => tell({ type: 'cursor', offset, version, reveal: true, focus: true }),
    close: async () => {
      await page.evaluate('0');
      await work;
      await page.context().close();
    },
  };
}

async function scriptOfPage(): Promise<string> {
  const entryPoints = [join(root, 'client/webview/preview.ts')];
  const { outputFiles } = await esbuild.build({ entryPoints, bundle: true, write: false, format: 'iife' });
  return outputFiles[0]?.text ?? '';
}

function styleOfPage(): string {
  const inside = (rules: string) => rules.replaceAll(/(?::root|\bbody|\bmain)(?= \{)/g, '&');
  const own = readFileSync(join(root, 'client/webview/preview.css'), 'utf8');
  return `.portal {\n${inside(screenRules)}\n}\n.paper {\n${inside(paperRules())}\n}\n${own}`;
}
