// A VS Code without a desktop: the workbench and the extension hosts of code-server, installed into .host/ on first use.
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = resolve(import.meta.dirname, '..');
/** What the host is made of, beside what it keeps. */
export const hostFolder = join(root, '.host');
export const vscodeFolder = join(hostFolder, 'node_modules/code-server/lib/vscode');

export interface Host {
  /** Such as `127.0.0.1:8123`. */
  readonly authority: string;
  /** The address of a window on a folder, with what else it shall open. */
  readonly address: (folder: string, payload?: readonly (readonly [string, string])[]) => string;
  /** Ends when the server does. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Installs the host unless it is there already. Says what it does; fails with the reason where the registry can't be reached. */
export async function installHost(): Promise<void> {
  const lock = readFileSync(join(import.meta.dirname, 'host/package-lock.json'), 'utf8');
  const mark = join(hostFolder, 'installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.log('Installing the embedded editor into .host/ (once, about 600 MB) …');
  rmSync(hostFolder, { recursive: true, force: true });
  mkdirSync(hostFolder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(join(import.meta.dirname, 'host', name), join(hostFolder, name));
  }
  await npm(['ci', '--ignore-scripts'], hostFolder);
  await npm(['install', '--omit=dev', '--ignore-scripts', '--no-save'], vscodeFolder);
  writeFileSync(mark, lock);
}

function npm(words: readonly string[], cwd: string): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  return run('npm', [...words, ...quiet], { cwd });
}

/** Runs a program to its end; fails where its exit code isn't 0. A quiet one is heard only when it fails. */
export function run(program: string, words: readonly string[], { cwd = root, quiet = false } = {}): Promise<void> {
  const shell = process.platform === 'win32';
  const child = spawn(program, words, { cwd, stdio: ['inherit', ...outputs(quiet)], shell });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0) return done();
      fail(new Error(`${program} ${words.join(' ')} ended with ${code}\n${said}`));
    });
  });
}

function outputs(quiet: boolean): ['pipe' | 'inherit', 'pipe' | 'inherit'] {
  return quiet ? ['pipe', 'pipe'] : ['inherit', 'inherit'];
}

/** Installs a vsix among the extensions of `data`. */
export function installExtension(vsix: string, data: string): Promise<void> {
  const words = ['--server-data-dir', data, '--accept-server-license-terms', '--install-extension', vsix];
  return run(process.execPath, [join(vscodeFolder, 'out/server-main.js'), ...words], { quiet: true });
}

/** Starts the server of the host. `data` keeps its settings and extensions; `locale` is the language of the workbench, for which `data` has to have a pack. */
export async function startHost(data: string, locale = 'en'): Promise<Host> {
  const port = await freePort();
  const authority = `127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [
      join(vscodeFolder, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', data, '--telemetry-level', 'off', '--enable-smoke-test-driver'],
      ...['--disable-workspace-trust', '--locale', locale],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, VSCODE_CWD: root } },
  );
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await listening(child, ended);
  const stop = (): Promise<void> => {
    child.kill();
    return ended;
  };
  process.once('exit', () => child.kill());
  return { authority, address: (path, payload) => address(authority, path, payload), ended, stop };
}

function address(authority: string, path: string, payload: readonly (readonly [string, string])[] = []): string {
  const query = new URLSearchParams({ folder: pathname(path), payload: JSON.stringify(payload) });
  return `http://${authority}/?${query.toString().replaceAll('+', '%20')}`;
}

/** The address of a local path as the server sees it. */
export function remoteUri(host: Host, path: string): string {
  return `vscode-remote://${host.authority}${pathname(path)}`;
}

function pathname(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}

async function listening(child: ChildProcess, ended: Promise<void>): Promise<void> {
  let said = '';
  const ready = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-20_000);
        if (said.includes('Extension host agent listening')) done();
      });
    }
  });
  const failed = ended.then(() => {
    throw new Error(`the embedded editor did not start:\n${said}`);
  });
  await Promise.race([ready, failed]);
  failed.catch(() => {});
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address();
      probe.close(() => done(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}
