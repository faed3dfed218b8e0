// Runs the suite inside a real VS Code: with a Node extension host, as a web extension, and from the packed vsix. Hosts
// wait more than they work, so two are run at a time, each with processes and a browser of its own.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, launch } from '../../scripts/browser.ts';
import { type Host, installExtension, installHost, root, run, startHost } from '../../scripts/host.ts';
import { runCountyCases } from './county.ts';
import { runDeskCases } from './desk.ts';
import { runFirstStepsCases } from './first-steps.ts';
import { runFormCases } from './form.ts';
import { runPreviewCases } from './preview.ts';
import { runSideBySideCases } from './side-by-side.ts';
import { runTableCases } from './tables.ts';
import { runUndoCases } from './undo.ts';
import { type Kind, type Outcome, runSuite } from './window.ts';

interface Totals extends Outcome {
  readonly skipped: number;
}

type Cases = (
  host: Host,
  browser: Awaited<ReturnType<typeof launch>>,
  web: boolean,
  folder: string,
) => Promise<Outcome>;

const names: Readonly<Record<Kind, string>> = {
  node: 'Node extension host',
  web: 'web extension host',
  installed: 'installed vsix',
};

/** Cases by what a person sees and types, each list in a window of its own: no extension host makes them different. */
const windows = {
  preview: runPreviewCases,
  form: runFormCases,
  tables: runTableCases,
  'first-steps': runFirstStepsCases,
} as const;
/** What takes minutes, run where it is named. */
const windowsOnDemand = {
  county: runCountyCases,
  desk: runDeskCases,
  'side-by-side': runSideBySideCases,
  undo: runUndoCases,
} as const;
/** The lists that are named, or all but those on demand: `test/vscode/run.ts node county undo`. */
const lists = { ...windows, ...windowsOnDemand };
const chosen = ['suite', ...Object.keys(lists)].filter((name) => process.argv.includes(name));
const isChosen = (name: string): boolean => (chosen.length === 0 ? !(name in windowsOnDemand) : chosen.includes(name));

const kinds = Object.keys(names) as Kind[];
const named = kinds.filter((kind) => process.argv.includes(kind));
const wanted = named.length > 0 ? named : kinds;
/** Hosts that run one after the other; the first takes as long as all others. */
const lanes: readonly (readonly Kind[])[] = [['node'], ['web', 'installed']];
const taken = lanes.map((lane) => lane.filter((kind) => wanted.includes(kind))).filter((lane) => lane.length > 0);
mkdirSync(join(root, 'out'), { recursive: true });
const totals = taken.length > 1 && findChromium() ? await runLanes(taken) : await runAll();
writeFileSync(resultsOf(wanted), JSON.stringify(totals));
console.log(`VS Code: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);

/** Where the counts of a run over these hosts are left. */
function resultsOf(hosts: readonly Kind[]): string {
  return join(root, 'out', hosts.length === kinds.length ? 'vscode.json' : `vscode-${hosts.join('-')}.json`);
}

async function runLanes(all: readonly (readonly Kind[])[]): Promise<Totals> {
  await installHost();
  const outcomes = await Promise.all(all.map(runLane));
  const sum = (of: keyof Totals): number => outcomes.reduce((total, outcome) => total + outcome[of], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** Runs hosts in a process of its own. The first one's lines are said at once, those of others when they have ended. */
async function runLane(lane: readonly Kind[], index: number): Promise<Totals> {
  const results = resultsOf(lane);
  rmSync(results, { force: true });
  const stdio = ['ignore', index === 0 ? 'inherit' : 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, [import.meta.filename, ...lane, ...chosen], { stdio: [...stdio] });
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await new Promise((done) => child.once('close', done));
  process.stdout.write(said);
  const ended = existsSync(results);
  return ended ? (JSON.parse(readFileSync(results, 'utf8')) as Totals) : { passed: 0, failed: 1, skipped: 0 };
}

async function runAll(): Promise<Totals> {
  const chromium = findChromium();
  if (!chromium) return withoutChromium();
  await installHost();
  const scratch = mkdtempSync(join(tmpdir(), 'nianbao-vscode-'));
  const browser = await launch(chromium);
  try {
    let [passed, failed] = [0, 0];
    for (const kind of wanted) {
      console.log(`\nVS Code, ${names[kind]}:`);
      const outcome = await runKind(kind, browser, scratch).catch((error: unknown): Outcome => {
        console.log(`  ✗ ${error instanceof Error ? error.message : String(error)}`);
        return { passed: 0, failed: 1 };
      });
      passed += outcome.passed;
      failed += outcome.failed;
    }
    return { passed, failed, skipped: 0 };
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function runKind(kind: Kind, browser: Awaited<ReturnType<typeof launch>>, scratch: string): Promise<Outcome> {
  const data = join(scratch, `data-${kind}`);
  if (kind === 'installed') await installExtension(await packed(scratch), data);
  const host = await startHost(data);
  try {
    const suite = (attempt: number): Promise<Outcome> => {
      const folder = join(scratch, `${kind}-${attempt}`);
      cpSync(join(root, 'test/vscode/workspace'), folder, { recursive: true });
      return runSuite(host, browser, kind, folder);
    };
    const all: Outcome[] = isChosen('suite') ? [await steady(suite)] : [];
    const own: Readonly<Record<string, Cases>> = kind === 'node' ? lists : {};
    for (const [name, cases] of Object.entries(own)) {
      if (!isChosen(name)) continue;
      const began = Date.now();
      all.push(
        await steady((attempt) => cases(host, browser, kind === 'web', join(scratch, `${name}-${kind}-${attempt}`))),
      );
      console.log(`    ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
    }
    const sum = (of: keyof Outcome): number => all.reduce((total, outcome) => total + outcome[of], 0);
    return { passed: sum('passed'), failed: sum('failed') };
  } finally {
    await host.stop();
  }
}

/** Keys and focus go astray in a window when the machine is busy: where a case fails, the list runs once more in a fresh one, and that counts. */
async function steady(run: (attempt: number) => Promise<Outcome>): Promise<Outcome> {
  const first = await run(1).catch((error: unknown): Outcome => {
    console.log(`  ✗ ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  });
  if (first.failed === 0) return first;
  console.log('  … once more, in a fresh window');
  return run(2);
}

async function packed(scratch: string): Promise<string> {
  const vsix = join(scratch, 'nianbao.vsix');
  await run('npm', ['run', '--silent', 'package', '--', '--out', vsix], { quiet: true });
  if (!existsSync(vsix)) throw new Error('no vsix was packed');
  return vsix;
}

/** Without Chromium nothing can be tested here: in CI that is a failure, elsewhere it is said and counted. */
function withoutChromium(): Totals {
  const failing = Boolean(process.env.CI);
  console.log('*'.repeat(80));
  console.log(
    `${failing ? 'FAILED' : 'SKIPPED'}: the suites inside VS Code need Chromium or Chrome, and none was found.`,
  );
  console.log('Install one (Debian: apt-get install chromium fonts-noto-cjk) or name one in the variable CHROMIUM.');
  console.log('*'.repeat(80));
  return { passed: 0, failed: failing ? wanted.length : 0, skipped: failing ? 0 : wanted.length };
}
