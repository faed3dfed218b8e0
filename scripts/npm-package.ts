// Lays out the npm package in out/npm: the command line, the server and the library with its types, under a manifest of its own.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const target = join(root, 'out/npm');
const declarations = join(root, 'out/declarations');
const LIBRARY = 'server/src/api.d.ts';
/** Of dist/ what VS Code alone needs. */
const OF_VSCODE = /^dist\/(?:client|preview|server\.browser|import-worker\.browser|rules\.json|formats\.json)/;
const LINK = /(?<!!)\[([^\]]*)\]\(([^)\s]+)\)/g;
const IMPORTED = /(?:from|import\()\s*['"](\.[^'"]+)\.ts['"]/g;

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
copyFiles();
unlinkReadme();
writeDeclarations();
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

/** What concerns programs, of the extension's manifest. */
function ownManifest(): object {
  const { name, version, license, type, bin, keywords } = manifest;
  return {
    name,
    version,
    description: 'Checks, imports and exports China’s government information disclosure annual reports written as text',
    keywords,
    license,
    type,
    engines: { node: manifest.engines.node },
    bin,
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
