// Lays out the npm package in out/npm: the command line, the server and the library with its types, under a manifest of its own.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import manifest from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const target = join(root, 'out/npm');
const declarations = join(root, 'out/declarations');
const LIBRARY = 'server/src/api.d.ts';
/** Of dist/ what VS Code alone needs. */
const OF_VSCODE = /^dist\/(?:client|preview|server\.browser|import-worker\.browser|rules\.json|formats\.json)/;
const LINK = /(?<!!)\[([^\]]*)\]\(([^)\s]+)\)/g;
const IMPORTED = /(?:from|import\()\s*['"](\.[^'"]+)\.ts['"]/g;

const MAN_PAGES = { 'man/nianbao.1': 'en', 'man/nianbao.zh.1': 'zh' } as const;

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
copyFiles();
unlinkReadme();
writeDeclarations();
await writeManPages();
writeFileSync(join(target, 'package.json'), `${JSON.stringify(ownManifest(), null, 2)}\n`);

function copyFiles(): void {
  const files = ['LICENSE', 'CHANGELOG.md', 'README.md', 'README.zh-CN.md', 'docs', 'schemas', 'examples', 'images'];
  for (const name of files) cpSync(join(root, name), join(target, name), { recursive: true });
  cpSync(join(root, 'dist'), join(target, 'dist'), {
    recursive: true,
    filter: (path) => !OF_VSCODE.test(path.slice(root.length + 1).replaceAll('\\', '/')),
  });
}

/** What its first pages say of files that stay in the repository is said without a link. */
function unlinkReadme(): void {
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const path = join(target, name);
    const text = readFileSync(path, 'utf8').replace(LINK, (link, said: string, to: string) =>
      /^[a-z]+:|^#/.test(to) || existsSync(join(target, to)) ? link : said,
    );
    writeFileSync(path, text);
  }
}

/** The declarations that the library's reach. */
function writeDeclarations(): void {
  rmSync(declarations, { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '--project', 'tsconfig.library.json'], { cwd: root, stdio: 'inherit' });
  const reached = new Set([LIBRARY]);
  for (const path of reached) {
    const text = readFileSync(join(declarations, path), 'utf8');
    for (const [, name = ''] of text.matchAll(IMPORTED)) reached.add(`${join(dirname(path), name)}.d.ts`);
    const copy = join(target, 'types', path);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, text);
  }
}

/** `man nianbao`, and the same in Chinese as `man nianbao.zh`. */
async function writeManPages(): Promise<void> {
  const outfile = join(root, 'out/man/man-page.mjs');
  const banner = {
    js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);",
  };
  const entryPoints = [join(root, 'scripts/man-page.ts')];
  const format = { format: 'esm', mainFields: ['module', 'main'] } satisfies esbuild.BuildOptions;
  await esbuild.build({ bundle: true, platform: 'node', ...format, logLevel: 'warning', banner, entryPoints, outfile });
  const { manPage } = (await import(outfile)) as typeof import('./man-page.ts');
  mkdirSync(join(target, 'man'));
  for (const [path, language] of Object.entries(MAN_PAGES)) writeFileSync(join(target, path), await manPage(language));
}

/** What concerns programs, of the extension's manifest. */
function ownManifest(): object {
  const { name, version, license, type, bin, keywords, homepage, repository, bugs } = manifest;
  return {
    name,
    version,
    description: 'Checks, imports and exports China’s government information disclosure annual reports written as text',
    keywords,
    license,
    homepage,
    repository,
    bugs,
    type,
    engines: { node: manifest.engines.node },
    bin,
    man: Object.keys(MAN_PAGES).map((path) => `./${path}`),
    exports: {
      '.': {
        types: `./types/${LIBRARY}`,
        node: './dist/api.js',
        default: './dist/browser/api.browser.js',
      },
      './package.json': './package.json',
      './schemas/*': './schemas/*',
    },
  };
}
