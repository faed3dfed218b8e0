// Prints the budgets of the project beside what is measured, and beside the peers, in one run on one machine.
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { desk } from './desk.ts';
import { engine, manyFiles } from './engine.ts';
import { imports } from './imports.ts';
import { keystrokes } from './keystrokes.ts';
import { npm } from './npm.ts';
import { commandLinePeers, parserPeers } from './peers.ts';
import { editorRequests } from './requests.ts';
import { shapeTimes } from './shapes.ts';
import { sizes, start } from './start-and-size.ts';

const peers = join(import.meta.dirname, '../peers');
if (!existsSync(join(peers, 'node_modules/markdownlint-cli2'))) {
  const { status, stderr } = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], peers);
  if (status !== 0) console.log(`the peers could not be installed, and will be missing below:\n${stderr}`);
}

const processors = cpus();
console.log(
  `Node ${process.version}, ${processors.length} × ${processors[0]?.model ?? 'processor'}, load ${loadavg()[0]?.toFixed(1)}`,
);
engine();
await parserPeers();
await start();
sizes();
manyFiles();
commandLinePeers();
await imports();
await desk();
await keystrokes();
await editorRequests();
await shapeTimes();
