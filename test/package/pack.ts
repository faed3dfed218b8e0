// Packs the extension and lays out the npm package, once before all tests: packing builds anew what they run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const packedExtension = join(root, 'out/packed/nianbao.vsix');
export const laidOutPackage = join(root, 'out/npm');

export function setup(): void {
  const shell = process.platform === 'win32';
  // The build that packing begins with empties out/.
  const packed = join(root, 'nianbao-packed.vsix');
  const words = ['run', '--silent', 'package', '--', '--out', packed];
  execFileSync('npm', words, { cwd: root, shell, stdio: 'pipe' });
  mkdirSync(dirname(packedExtension), { recursive: true });
  renameSync(packed, packedExtension);
  execFileSync(process.execPath, [join(root, 'scripts/npm-package.ts')], { cwd: root });
}
