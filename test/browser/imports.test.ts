import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launch } from '../../scripts/browser.ts';
import { makeDocx, p } from '../importers/make-docx.ts';

const dist = join(import.meta.dirname, '../../dist');
const chromium = findChromium();
const title = '青禾镇人民政府2023年政府信息公开工作年度报告';
const docx = makeDocx(`${p(title)}${p('一、总体情况')}${p('五、存在的主要问题及改进情况')}`);

/** Serves dist/ to pages of any origin, but for what is missing, and tells what was asked for. */
async function serve(
  missing: string,
): Promise<{ readonly home: string; readonly asked: string[]; readonly server: Server }> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    const name = url.slice(1);
    asked.push(name);
    try {
      if (name === missing) throw new Error('missing');
      const file = name === '' ? '' : readFileSync(join(dist, name));
      response.setHeader('Content-Type', name === '' ? 'text/html' : 'text/javascript');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.end(file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { home: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, server };
}

interface Message {
  readonly id?: number;
  readonly result?: { readonly markup?: string };
}

interface WebWorker {
  onmessage: (event: { readonly data: Message }) => void;
  readonly postMessage: (message: unknown) => void;
}

declare const Worker: new (url: string) => WebWorker;

/** In the page: starts the server as VS Code does where its files lie at another origin, and imports a file. */
function imported([home, bytes]: readonly [string, string]): Promise<string> {
  const script = `importScripts('${home}server.browser.js')`;
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  const ask = (id: number, method: string, params: unknown) =>
    worker.postMessage({ jsonrpc: '2.0', id, method, params });
  return new Promise((resolve) => {
    worker.onmessage = ({ data: { id, result } }) => {
      if (id === 1) ask(2, 'nianbao/import', { name: 'a.docx', bytes });
      if (id === 2) resolve(result?.markup ?? JSON.stringify(result));
    };
    const initializationOptions = { home, language: 'zh' };
    ask(1, 'initialize', { processId: null, rootUri: null, capabilities: {}, initializationOptions });
  });
}

describe.skipIf(!chromium)('the server in a browser imports', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(() => browser.close());

  test.each([
    ['in a worker of its own', 'no-such-file', 'import-worker.browser.js'],
    ['by itself where there is no other', 'import-worker.browser.js', 'browser/docx.js'],
  ])('%s', { timeout: 60_000 }, async (_, missing, needed) => {
    const [files, other] = [await serve(missing), await serve('no-such-file')];
    const page = await browser.newPage();
    try {
      await page.goto(other.home);
      const markup = await page.evaluate(imported, [files.home, Buffer.from(docx).toString('base64')] as const);
      expect(markup).toContain(`# ${title}`);
      expect(files.asked).toContain(needed);
    } finally {
      await page.close();
      for (const { server } of [files, other]) server.close();
    }
  });
});
