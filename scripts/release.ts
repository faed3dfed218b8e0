// Makes out/release: the extension, the npm package, the bill of materials, and their checksums. Publishes nothing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const release = join(root, 'out/release');
const { name, version } = manifest;

assertChangelog();
// The packing of the extension builds everything anew.
run('npm', ['run', '--silent', 'package', '--', '--out', join(root, `${name}-${version}.vsix`)]);
rmSync(release, { recursive: true, force: true });
mkdirSync(release, { recursive: true });
move(join(root, `${name}-${version}.vsix`));
node('scripts/npm-package.ts');
run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', release], join(root, 'out/npm'));
copyFileSync(join(root, 'dist/sbom.cdx.json'), join(release, `${name}-${version}.cdx.json`));
writeFileSync(join(release, 'SHA256SUMS'), checksums());
console.log(readFileSync(join(release, 'SHA256SUMS'), 'utf8'));

/** What is released is told: the changelog begins with this version and the day. */
function assertChangelog(): void {
  const [head] = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').match(/^## .*$/m) ?? [];
  if (!head || !new RegExp(`^## ${version.replaceAll('.', '\\.')} \\(\\d{4}-\\d{2}-\\d{2}\\)$`).test(head)) {
    throw new Error(`CHANGELOG.md begins with “${head}”, not with “## ${version} (day)”`);
  }
}

/** As sha256sum writes and checks them. */
function checksums(): string {
  const lines = readdirSync(release)
    .sort()
    .map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(join(release, file)))
          .digest('hex')}  ${file}\n`,
    );
  return lines.join('');
}

function move(path: string): void {
  copyFileSync(path, join(release, `${name}-${version}.vsix`));
  rmSync(path);
}

function node(script: string): void {
  run(process.execPath, [join(root, script)]);
}

function run(command: string, words: readonly string[], cwd = root): void {
  execFileSync(command, words, { cwd, stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm' });
}
