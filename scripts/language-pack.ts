// Chinese for the embedded host. Its language pack comes with packages that number the texts of VS Code otherwise than the host
// does: one has the Chinese, one the English with marks on its letters, and by the English a text is found again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostFolder, run, vscodeFolder } from './host.ts';

const folder = join(hostFolder, 'language-pack');
const main = join(folder, 'main.i18n.json');

interface Package {
  readonly name: string;
  readonly integrity: string;
}

const version = '25.1.2';
const packages: Readonly<Record<'chinese' | 'marked', Package>> = {
  chinese: {
    name: '@codingame/monaco-vscode-language-pack-zh-hans',
    integrity: 'sha512-c7MMrhnSLb59NxpAa8nVy9aIbxy4gVYrCpDMq8W380LOaXTYb7nueTrw8QJ5QbJBNi2P2KZoGkn2BlONuBtJJg==',
  },
  marked: {
    name: '@codingame/monaco-vscode-language-pack-qps-ploc',
    integrity: 'sha512-IFjoqrSuPtIFWb+KlPT6PFWKszzNX+TCD9drgCV6AigvBO/xfGL3QwHB68l/DLbmDbohOz4Xdkutv20wuENAeA==',
  },
};

const marked = 'øëÆçïñØÏËæÇÐµðÜþÿ§Ñß£Ý';
const unmarked = 'oeAcinOIEaCDudUbySNBLY';

/** Makes a host that keeps its data in `data` speak Chinese to a browser that asks for it. Fails where the registry can't be reached. */
export async function addChinese(data: string): Promise<void> {
  if (!existsSync(main)) await makePack();
  const pack = {
    hash: createHash('md5').update(version).digest('hex'),
    extensions: [{ extensionIdentifier: { id: 'ms-ceintl.vscode-language-pack-zh-hans' }, version }],
    translations: { vscode: main, ...extensionTexts() },
    label: '中文(简体)',
  };
  mkdirSync(join(data, 'data'), { recursive: true });
  writeFileSync(join(data, 'data/languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
}

async function makePack(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, each] of Object.entries(packages)) await unpack(each, join(folder, name));
  const [chinese, english] = [
    textsOf('chinese'),
    textsOf('marked').map((text) => (text === null ? null : plain(text))),
  ];
  const known = new Map(english.map((text, i) => [text, chinese[i]] as const));
  const keys = hostJson<readonly (readonly [string, readonly string[]])[]>('nls.keys.json');
  const messages = hostJson<readonly string[]>('nls.messages.json').values();
  const contents = keys.map(([module, names]) => {
    const texts = names.map((name) => [name, known.get(messages.next().value ?? '')] as const);
    return [module, Object.fromEntries(texts.filter(([, text]) => text))] as const;
  });
  writeFileSync(main, JSON.stringify({ version: '1.0.0', contents: Object.fromEntries(contents) }));
}

async function unpack({ name, integrity }: Package, target: string): Promise<void> {
  mkdirSync(target, { recursive: true });
  const words = ['pack', `${name}@${version}`, '--silent', '--pack-destination', target];
  await run('npm', words, { quiet: true });
  const file = join(target, `${name.slice(1).replace('/', '-')}-${version}.tgz`);
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (found !== integrity) throw new Error(`${name} isn't the package that it was`);
  await run('tar', ['-xzf', file, '-C', target], { quiet: true });
}

/** The texts of VS Code in a package, by its own numbers; null where it has none. */
function textsOf(name: keyof typeof packages): readonly (string | null)[] {
  const module = readFileSync(join(folder, name, 'package/translations/main.i18n.json.js'), 'utf8');
  const list = module.slice(module.indexOf('['), module.lastIndexOf(']') + 1);
  return JSON.parse(list.replace(/^\tundefined(,?)$/gm, '\tnull$1')) as readonly (string | null)[];
}

function plain(text: string): string {
  return Array.from(text, (letter) => unmarked[marked.indexOf(letter)] ?? letter).join('');
}

/** The files with the texts of VS Code's own extensions, by the ids of these. */
function extensionTexts(): Readonly<Record<string, string>> {
  const index = readFileSync(join(folder, 'chinese/package/index.js'), 'utf8');
  const files = [...index.matchAll(/\{"id":"([^"]+)","path":"\.\/(translations\/extensions\/[^"]+)"\}/g)];
  return Object.fromEntries(files.map(([, id, path]) => [id, join(folder, 'chinese/package', path ?? '')]));
}

function hostJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(vscodeFolder, 'out', name), 'utf8')) as T;
}
