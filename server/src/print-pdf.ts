// Printing for editors, with what the command line prints with. Loaded with the first PDF.
import { existsSync } from 'node:fs';
import { BROWSER_VARIABLES, browserNamed, findBrowser } from './cli/pdf-browser.ts';
import { PrintFailure, printPage } from './cli/pdf-print.ts';
import { withPageText } from './cli/pdf-text.ts';
import type { Localized } from './text/language.ts';

const noBrowser: Localized = {
  zh: '没有找到浏览器。导出 PDF 要用电脑上的 Chrome、Edge 或 Chromium；也可以导出网页（HTML），在浏览器里打印成 PDF。',
  en: 'No browser was found. PDF is printed by Chrome, Edge or Chromium; or export a web page (HTML) and print that.',
};

const failed = ({ reason, detail }: PrintFailure, browser: string): Localized => ({
  zh: `浏览器没有打印出 PDF（${browser}：${detail || reason}）。可以导出网页（HTML），在浏览器里打印成 PDF。`,
  en: `The browser printed no PDF (${browser}: ${detail || reason}). Export a web page (HTML) and print that.`,
});

/** The page as a PDF by the browser that a variable names or the machine has, or why not. */
export async function printPdf(page: string): Promise<Uint8Array | Localized> {
  const { env, platform } = process;
  const machine = { platform, env, has: existsSync };
  const name = BROWSER_VARIABLES.map((variable) => env[variable]).find((value) => value);
  const browser = name ? browserNamed(name, machine) : findBrowser(machine);
  if (browser === null) return noBrowser;
  try {
    return withPageText(await printPage(browser, page), page);
  } catch (error) {
    if (error instanceof PrintFailure) return failed(error, browser);
    throw error;
  }
}
