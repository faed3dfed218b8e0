// Builds, and opens an editor on examples/ with the extension loaded: desktop VS Code where there is one, else the embedded host.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { freePort, type Host, installHost, remoteUri, root, run, startHost } from './host.ts';
import { addChinese } from './language-pack.ts';

const examples = join(root, 'examples');

await run(process.execPath, [join(root, 'scripts/build.ts')]);
if (hasDesktop()) await run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, examples]);
else await embedded();

function hasDesktop(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return false;
  return spawnSync('code', ['--version'], { shell: process.platform === 'win32' }).status === 0;
}

async function embedded(): Promise<void> {
  await installHost();
  const data = join(root, '.host/data');
  writeSettings(join(data, 'data/Machine'));
  const host = await startHost(data, await localeFor(data));
  const address = await shortAddress(host);
  console.log(`\n在浏览器中打开 / open in a browser:  ${address}\n（Ctrl+C 结束 / ends it）\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.stop());
  await host.ended;
  process.exit();
}

/** The language that the locale names, as on the command line: Chinese where it names none. */
function language(): 'zh' | 'en' {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^(?:$|zh|C(?:$|\.)|POSIX)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en';
}

/** The language of the workbench: English, too, where the pack can't be had. */
async function localeFor(data: string): Promise<string> {
  if (language() === 'en') return 'en';
  try {
    await addChinese(data);
    return 'zh-cn';
  } catch (error) {
    console.log(`No Chinese workbench: ${error instanceof Error ? error.message : String(error)}`);
    return 'en';
  }
}

function writeSettings(folder: string): void {
  const settings = {
    'nianbao.language': language(),
    'chat.disableAIFeatures': true,
    'editor.minimap.enabled': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

/** An address that can be typed: it leads to the long one that names the extension. */
async function shortAddress(host: Host): Promise<string> {
  const port = await freePort();
  const target = host.address(examples, [
    ['extensionDevelopmentPath', remoteUri(host, root)],
    ['skipWelcome', 'true'],
  ]);
  createServer((_, response) => response.writeHead(302, { location: target }).end()).listen(port, '127.0.0.1');
  return `http://127.0.0.1:${port}/`;
}
