import { spawnSync } from 'node:child_process';

export interface GitResult {
  /** The exit code; null where git couldn't be started or was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs git to its end, without a shell and without asking anybody for anything. */
export function git(words: readonly string[], cwd: string): GitResult {
  const { status, stdout, stderr } = spawnSync('git', words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  return { code: status, out: stdout ?? '', err: stderr ?? '' };
}
