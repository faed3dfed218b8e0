// Prints the budgets of the project beside what is measured, and beside the peers, in one run on one machine.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { engine, manyFiles } from './engine.ts';
import { keystrokes } from './keystrokes.ts';
import { sizes, start } from './start-and-size.ts';

const peers = join(import.meta.dirname, '../peers');
if (!existsSync(join(peers, 'node_modules'))) {
  spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit' });
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`);
engine();
await start();
sizes();
manyFiles();
await keystrokes();
