import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Printer } from '../exporters/index.ts';
import { NotWritten } from '../exporters/not-written.ts';
import { UsageError } from './command.ts';
import type { Io } from './io.ts';
import { BROWSER_VARIABLES, browserNamed, findBrowser, type Machine } from './pdf-browser.ts';
import { pdfMessages } from './pdf-messages.ts';
import { PrintFailure, printPage } from './pdf-print.ts';
import { withPageText } from './pdf-text.ts';

/** Prints pages with the browser that `named`, a variable or the machine has. Throws `UsageError` where there is none. */
export function browserPrinter(named: string | undefined, io: Io): Printer {
  const browser = browserFor(named, io);
  return async (page) => {
    try {
      return withPageText(await printPage(browser, page), page);
    } catch (error) {
      if (error instanceof PrintFailure) throw new NotWritten(pdfMessages[error.reason](browser, error.detail));
      throw error;
    }
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
