// The same reports checked by us and by the peers, each as one run of a command line from its cold start.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from '../../server/src/exporters/json.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { samples, schema, variant } from './data.ts';
import { milliseconds, printTable, spread, verdict } from './table.ts';

const FILES = 1000;
const ROUNDS = 3;
const bench = join(import.meta.dirname, '..');
const launcher = join(bench, '../dist/nianbao.cjs');
const markdownlint = join(bench, 'peers/node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');

interface Contender {
  readonly name: string;
  readonly args: readonly string[];
}

interface Run {
  readonly seconds: number;
  readonly processor: number;
}

/** Prints a table of the medians of runs that alternate. */
export function commandLinePeers(): void {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-peers-'));
  const contenders = writeFiles(folder).filter(({ args: [script = ''] }) => existsSync(script));
  const runs = new Map(contenders.map(({ name }) => [name, [] as Run[]]));
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, args } of contenders) runs.get(name)?.push(timed(folder, args));
  rmSync(folder, { recursive: true });
  const median = (name: string, what: keyof Run): number =>
    spread((runs.get(name) ?? []).map((run) => run[what])).median;
  const [own] = contenders;
  printTable(
    `One run over ${FILES} different reports of 10 KB, start of the process included (median of ${ROUNDS})`,
    ['command', 'time', 'processor', 'Nianbao’s share of the time', 'of the processor', 'budget'],
    contenders.map(({ name }) => {
      const [time, processor] = [median(name, 'seconds'), median(name, 'processor')];
      const ofTime = median(own?.name ?? '', 'seconds') / time;
      const ofProcessor = median(own?.name ?? '', 'processor') / processor;
      return [
        name,
        `${time.toFixed(2)} s`,
        `${processor.toFixed(2)} s`,
        `${ofTime.toFixed(2)} ×`,
        `${ofProcessor.toFixed(2)} ×`,
        budgetOf(name, ofTime, ofProcessor),
      ];
    }),
  );
}

function budgetOf(name: string, time: number, processor: number): string {
  if (name === 'ajv') return `≤ 2.5 × ${verdict(time, 2.5)}, ≤ 3.5 × ${verdict(processor, 3.5)}`;
  return name === 'markdownlint-cli2' ? `≤ 0.05 × ${verdict(time, 0.05)}` : '';
}

function writeFiles(folder: string): readonly Contender[] {
  const text = samples(10_000)[0]?.markup ?? '';
  const folders = ['nianbao', 'json', 'md'].map((name) => join(folder, name));
  for (const path of folders) mkdirSync(path);
  const [markup = '', data = '', markdown = ''] = folders;
  for (let i = 0; i < FILES; i++) {
    const report = variant(text, i);
    writeFileSync(join(markup, `${i}.nianbao`), report);
    writeFileSync(join(markdown, `${i}.md`), report);
    writeFileSync(join(data, `${i}.json`), json.write(readReport(report)));
  }
  const schemaFile = join(folder, 'schema.json');
  writeFileSync(schemaFile, JSON.stringify(schema));
  return [
    { name: 'nianbao check', args: [launcher, 'check', '--format', 'json', markup] },
    { name: 'ajv', args: [join(bench, 'src/ajv-files.mjs'), schemaFile, data] },
    { name: 'markdownlint-cli2', args: [markdownlint, `${markdown}/*.md`] },
  ];
}

function timed(cwd: string, args: readonly string[]): Run {
  const usage = join(cwd, 'usage.json');
  const hook = join(cwd, 'usage.mjs');
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(${JSON.stringify(usage)}, String((userCPUTime + systemCPUTime) / 1e6));
});
`,
  );
  const begin = performance.now();
  spawnSync(process.execPath, ['--import', hook, ...args], { cwd, stdio: 'ignore' });
  const seconds = (performance.now() - begin) / 1000;
  return { seconds, processor: Number(readFileSync(usage, 'utf8')) };
}

const require = createRequire(join(bench, 'peers/package.json'));

/** Our tree of the markup beside lezer-markdown's of the same text: both are made anew for each text. */
export async function parserPeers(): Promise<void> {
  let markdown: { parse: (text: string) => unknown };
  try {
    ({ parser: markdown } = await import(require.resolve('@lezer/markdown')));
  } catch (error) {
    console.log(`\nlezer-markdown can't be measured: ${error instanceof Error ? error.message : error}`);
    return;
  }
  const rows = samples().map(({ name, markup }) => {
    const runs = markup.length > 100_000 ? 20 : 300;
    const [own, other] = [() => parse(markup), () => markdown.parse(markup)].map((work) => {
      for (let i = 0; i < runs; i++) work();
      const times = Array.from({ length: runs }, () => {
        const begin = performance.now();
        work();
        return performance.now() - begin;
      });
      return spread(times).median;
    });
    return [name, milliseconds(own ?? 0), milliseconds(other ?? 0)];
  });
  printTable('Parsing alone, warm (median)', ['sample', 'Nianbao', 'lezer-markdown'], rows);
}
