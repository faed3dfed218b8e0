import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleReport } from '../cli/support.ts';

/** The built command line. */
export const bin = join(import.meta.dirname, '../../dist/nianbao.cjs');
export const isPosix = process.platform !== 'win32';
export const isRoot = process.getuid?.() === 0;
/** A shell's words: the exit code of the first program of a pipe. */
export const ofFirst = 'exit $PIPESTATUS';
const NOBODY = 65_534;

/** A report that `format` and `check --fix` change, each in its own way, of some 20 KB. */
export const untidy = sampleReport()
  .replace(/\| 行政许可 +\| +0 \|/, '|行政许可|0|')
  .replace('行政复议、行政诉讼情况', '行政复议行政诉讼情况')
  .replace('公开的内容还不够细，', `${'公开的内容还不够细。\n\n'.repeat(500)}`);

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

interface How {
  readonly cwd: string;
  /** Shell words before the program, such as a limit. */
  readonly limit?: string;
  /** What follows it, such as where output goes. */
  readonly to?: string;
  /** Without the rights of the administrator. */
  readonly asNobody?: boolean;
}

/** Runs the command line through a shell to its end. */
export function runs(words: readonly string[], { cwd, limit = '', to = '', asNobody = false }: How): Ended {
  const program = [process.execPath, bin, ...words].map((word) => `'${word}'`).join(' ');
  const { status, signal, stdout, stderr } = spawnSync('bash', ['-c', `${limit}${program} ${to}`], {
    cwd,
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', NODE_COMPILE_CACHE: '', NODE_DISABLE_COMPILE_CACHE: '1' },
    ...(asNobody && isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  return { code: status, signal, out: stdout, err: stderr };
}

/** Starts it; `ended` gives how it ends. */
export function starts(words: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [bin, ...words], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
  return { child, ended };
}

/** A folder with these files, which goes afterwards. */
export async function inFolder<Value>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Value | Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-writes-'));
  try {
    chmodSync(folder, 0o777);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content, { mode: 0o666 });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file system of so many kilobytes, where this process may make one. */
export async function onSmallDisk(kilobytes: number, use: (folder: string) => void): Promise<void> {
  await inFolder({}, (folder) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=777`, 'none', folder]);
    try {
      use(folder);
    } finally {
      execFileSync('umount', [folder]);
    }
  });
}

export const canMount = isPosix && isRoot && mounts();

function mounts(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'none', folder]);
  if (status === 0) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return status === 0;
}

/** What lies in a folder, hidden files too. */
export function namesIn(folder: string): readonly string[] {
  return readdirSync(folder).sort();
}

export function inode(path: string): number {
  return statSync(path).ino;
}
