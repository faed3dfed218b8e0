// Runs the suite in a desktop VS Code that @vscode/test-electron downloads, or in the one that VSCODE names.
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { root } from '../../scripts/host.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'nianbao-electron-')), 'workspace');
cpSync(join(root, 'test/vscode/workspace'), folder, { recursive: true });

const vscodeExecutablePath = process.env.VSCODE ?? (await download());
const extensionTestsPath = join(root, 'out/suite.cjs');
const launchArgs = [folder, '--disable-extensions', '--skip-welcome', '--disable-workspace-trust'];
process.exitCode = await runTests({
  vscodeExecutablePath,
  extensionDevelopmentPath: root,
  extensionTestsPath,
  launchArgs,
});

async function download(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', timeout: 30_000 });
  } catch (error) {
    console.error(`VS Code could not be downloaded: ${error instanceof Error ? error.message : String(error)}`);
    console.error('On a closed network name an installed one in the variable VSCODE, or run npm run test:vscode.');
    process.exit(1);
  }
}
