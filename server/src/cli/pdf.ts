import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { html } from '../exporters/html.ts';
import type { BinaryExporter } from '../exporters/index.ts';
import { NotWritten } from '../exporters/not-written.ts';
import { UsageError } from './command.ts';
import type { Io } from './io.ts';
import { BROWSER_VARIABLES, browserNamed, findBrowser, type Machine } from './pdf-browser.ts';
import { pdfMessages } from './pdf-messages.ts';
import { PrintFailure, printPage } from './pdf-print.ts';
import { withPageText } from './pdf-text.ts';

export const PDF = 'pdf';

/** The page of `html` on paper, printed by the browser that `named`, a variable or the machine has. Throws `UsageError` where there is none. */
export function pdfExporter(named: string | undefined, io: Io): BinaryExporter {
  const browser = browserFor(named, io);
  return {
    id: PDF,
    extension: '.pdf',
    published: true,
    text: false,
    write: async (report) => {
      try {
        const page = html.write(report);
        return withPageText(await printPage(browser, page), page);
      } catch (error) {
        if (error instanceof PrintFailure) throw new NotWritten(pdfMessages[error.reason](browser, error.detail));
        throw error;
      }
    },
  };
}

function browserFor(named: string | undefined, { env, cwd }: Io): string {
  const machine: Machine = { platform: process.platform, env, has: (path) => isProgram(resolve(cwd, path)) };
  const name = named ?? BROWSER_VARIABLES.map((variable) => env[variable]).find((value) => value);
  const found = name === undefined ? findBrowser(machine) : browserNamed(name, machine);
  if (found !== null) return resolve(cwd, found);
  throw new UsageError(name === undefined ? pdfMessages.noBrowser() : pdfMessages.noSuchBrowser(name));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
