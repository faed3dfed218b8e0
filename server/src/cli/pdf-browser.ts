// The browser that the user has. Paths are those of the browsers' own installers.
import { posix, win32 } from 'node:path';

/** What the search asks of the machine. */
export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a program is there. */
  readonly has: (path: string) => boolean;
}

/** Where a user may name a browser, the first that is set counting. */
export const BROWSER_VARIABLES = ['NIANBAO_BROWSER', 'CHROME_PATH'] as const;

const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const LINUX = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];
const WINDOWS_FOLDERS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];

/** Chrome, Edge or Chromium; null where none is found. */
export function findBrowser(machine: Machine): string | null {
  return candidates(machine).find(machine.has) ?? null;
}

/** A browser by its path, or by its name where the command search path has it; null where it isn't there. */
export function browserNamed(name: string, machine: Machine): string | null {
  const isPath = /[\\/]/.test(name);
  return (isPath ? [name] : [...onPath([name], machine), name]).find(machine.has) ?? null;
}

function candidates(machine: Machine): readonly string[] {
  const { platform, env } = machine;
  if (platform === 'win32') {
    const folders = WINDOWS_FOLDERS.flatMap((name) => env[name] ?? []);
    return WINDOWS.flatMap((browser) => folders.map((folder) => win32.join(folder, browser)));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
    return MAC.flatMap((browser) => folders.map((folder) => posix.join(folder, browser)));
  }
  return [...onPath(COMMANDS, machine), ...LINUX];
}

function onPath(names: readonly string[], { platform, env }: Machine): readonly string[] {
  const { delimiter, join } = platform === 'win32' ? win32 : posix;
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const files = platform === 'win32' ? names.flatMap((name) => [name, `${name}.exe`]) : names;
  return files.flatMap((name) => folders.map((folder) => join(folder, name)));
}
