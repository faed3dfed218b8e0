// A page printed by a browser that nobody sees.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { cleanUpAtEnd } from '../node/clean-up.ts';
import { realPath } from '../node/linked-path.ts';
import { readBytesNow } from '../node/read-file.ts';
import { writeFile } from '../node/write-file.ts';

/** The browser can't be started, says that it failed, takes too long, or leaves no PDF. */
export class PrintFailure extends Error {
  readonly reason: 'start' | 'time' | 'result';
  /** What the browser said last, or ''. */
  readonly detail: string;

  constructor(reason: PrintFailure['reason'], detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}

const TIMEOUT = 60_000;
/** For a browser whose first process ends before its last. */
const GRACE = 5_000;
const STEP = 50;
const MAX_OUTPUT = 1 << 14;
const DETAIL_LENGTH = 200;
const MOST_BYTES = 1 << 28;

/** Prints a page that needs nothing from elsewhere. Throws `PrintFailure`. What it writes on the way it takes away again. */
export async function printPage(browser: string, page: string, timeout: number = TIMEOUT): Promise<Uint8Array> {
  const folder = mkdtempSync(join(workPlace(browser), 'nianbao-pdf-'));
  const done = cleanUpAtEnd(() => removeFolder(folder));
  try {
    const [source, result, profile] = [join(folder, 'page.html'), join(folder, 'page.pdf'), join(folder, 'profile')];
    writeFile(source, page, { isNew: true });
    mkdirSync(profile);
    const said = await run(browser, switches(pathToFileURL(source).href, result, profile), timeout);
    return await readPdf(result, said);
  } finally {
    done();
    removeFolder(folder);
  }
}

function switches(page: string, result: string, profile: string): readonly string[] {
  return [
    '--headless',
    `--print-to-pdf=${result}`,
    '--no-pdf-header-footer',
    '--print-to-pdf-no-header',
    '--generate-pdf-document-outline',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--metrics-recording-only',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--password-store=basic',
    '--use-mock-keychain',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    page,
  ];
}

/** Runs the browser to its end and gives what it said. */
function run(browser: string, args: readonly string[], timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const isGroup = process.platform !== 'win32';
    const child = spawn(browser, args, { detached: isGroup, stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
    const stop = (): void => end(child, isGroup);
    let said = '';
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      stop();
    }, timeout);
    const done = cleanUpAtEnd(stop);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-MAX_OUTPUT);
    });
    const settle = (failure: PrintFailure | null): void => {
      clearTimeout(timer);
      done();
      if (failure) reject(failure);
      else resolve(said);
    };
    child.on('error', (error: NodeJS.ErrnoException) => settle(new PrintFailure('start', error.code ?? error.message)));
    child.on('close', (code) => {
      if (isLate) settle(new PrintFailure('time', ''));
      else settle(code === 0 ? null : new PrintFailure('result', lastLine(said)));
    });
  });
}

/** The browser may be a script that starts another program, so all of its group ends with it. */
function end(child: ChildProcess, isGroup: boolean): void {
  if (child.pid === undefined) return;
  try {
    if (isGroup) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    return;
  }
}

async function readPdf(path: string, said: string): Promise<Uint8Array> {
  for (let waited = 0; waited <= GRACE; waited += STEP) {
    const pdf = existsSync(path) ? Buffer.from(readBytesNow(path, MOST_BYTES)) : null;
    if (pdf?.subarray(-16).includes('%%EOF')) return pdf;
    await delay(STEP);
  }
  throw new PrintFailure('result', lastLine(said));
}

function lastLine(said: string): string {
  return said.trim().split('\n').at(-1)?.slice(0, DETAIL_LENGTH) ?? '';
}

/** A browser out of a snap sees no folder for temporary files but its own. */
function workPlace(browser: string): string {
  const own = join(homedir(), 'snap', 'chromium', 'common');
  return /[\\/]snap\b/.test(realPath(browser)) && existsSync(own) ? own : tmpdir();
}

/** A browser on Windows may hold its files for a moment longer; what is left then is left to the system. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch {
    return;
  }
}
