// Every command line of the manual, run by a shell in a folder that has the files it names.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { findChromium } from '../../scripts/browser.ts';
import { sampleReport } from '../cli/support.ts';
import { bin, isPosix } from './command-line.ts';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'nianbao-documented-'));
const files = join(scratch, 'files');
const programs = join(scratch, 'bin');

/** What goes on until it is stopped has tests of its own. */
const ENDLESS = /^nianbao (?:lsp|mcp|check --watch)\b/;
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const isThere = (line: string): boolean =>
  (!line.includes('| parallel ') || has('parallel')) &&
  (!line.includes('--to pdf') || findChromium() !== null) &&
  (!/git-setup|--since/.test(line) || has('git'));

const pages = ['README.md', 'README.zh-CN.md', ...pagesIn('docs'), ...pagesIn('docs/editors')];

function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}

/** The command lines of a page's blocks without a language. What is said of one stands behind two spaces or more. */
function commandLines(page: string): readonly string[] {
  const blocks = [...readFileSync(join(root, page), 'utf8').matchAll(/^```\n([\s\S]*?)^```$/gm)];
  return blocks
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => /^nianbao |\| .*\bnianbao /.test(line) && !line.startsWith('| '))
    .map((line) => line.replace(/ {2,}.*/, ''));
}

/** A line as it may be typed: one of each choice, with what is optional and without, and reports for what is left open. */
function typed(line: string): readonly string[] {
  const optional = /^(.*)\[(.*?)\](.*)$/.exec(line);
  if (optional) {
    const [, before = '', within = '', after = ''] = optional;
    return [`${before}${within}${after}`, `${before}${after}`].flatMap(typed);
  }
  const choice = /(?<=^|\s)[\w-]+(?:\|[\w-]+)+(?=\s|$)/.exec(line);
  if (choice) return choice[0].split('|').flatMap((each) => typed(line.replace(choice[0], each)));
  const format = /--to (docx|pdf|xlsx)/.exec(line)?.[1];
  const whole = line.replace('…', /^nianbao export/.test(line) ? '旧.nianbao' : '报告/').replace(/ +/g, ' ');
  return [format ? `${whole} -o 结果.${format}` : whole];
}

const lines = [...new Set(pages.flatMap(commandLines))];
const commands = [...new Set(lines.flatMap(typed))].filter((line) => !ENDLESS.test(line));

beforeAll(async () => {
  mkdirSync(programs);
  writeFileSync(join(programs, 'nianbao'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
  chmodSync(join(programs, 'nianbao'), 0o755);
  const last = sampleReport();
  const report = sampleReport({ 'requests.received.person': '2' }).replaceAll('2023', '2024');
  const of = (name: string, text = report) => text.replaceAll('青禾镇', name);
  for (const folder of ['报告', 'reports', '各单位报告', 'submitted', '报送', '各镇']) {
    put(`${folder}/青禾镇-2024.nianbao`, report);
    put(`${folder}/沙洲镇-2024.nianbao`, of('沙洲镇'));
  }
  for (const name of ['before.nianbao', 'before', '旧.nianbao', '旧', '2023.nianbao']) put(name, last);
  for (const name of ['after.nianbao', 'after', '新.nianbao', '新', '2024.nianbao']) put(name, report);
  for (const name of ['云岭县-2024.nianbao', '县.nianbao']) put(name, of('云岭县'));
  for (const name of ['清单', 'LIST']) put(name, '报告/青禾镇-2024.nianbao\n');
  for (const name of ['旧报告.docx', '原件/青禾镇.docx', '各镇/河湾镇-2024.docx']) {
    mkdirSync(dirname(join(files, name)), { recursive: true });
    const source = name.startsWith('各镇') ? '报告/沙洲镇-2024.nianbao' : '旧.nianbao';
    prepare(`nianbao export ${source} --to docx -o ${name}`);
  }
  prepare('nianbao desk 报告 --write-baseline 基线.json');
  const rows = [['序号', '单位名称'].map((value) => ({ value })), ['1', '青禾镇人民政府'].map((value) => ({ value }))];
  const workbook = await writeXlsx(rows).toBuffer();
  writeFileSync(join(files, '名单.xlsx'), workbook);
  if (has('git')) commits();
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function prepare(line: string): void {
  const { status, stderr } = run(line, files);
  if (status !== 0 && status !== 1) throw new Error(`${line}: ${stderr}`);
}

function put(name: string, text: string): void {
  mkdirSync(dirname(join(files, name)), { recursive: true });
  writeFileSync(join(files, name), text);
}

/** A history of four commits. */
function commits(): void {
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@localhost', ...words], { cwd: files });
  git('init', '-q');
  git('add', '-A');
  for (const message of '一二三四') git('commit', '-q', '--allow-empty', '-m', message);
}

function run(line: string, cwd: string) {
  const env = { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}`, LANG: 'zh_CN.UTF-8', LC_ALL: '' };
  const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', line], { cwd, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

describe.skipIf(!isPosix)('the command lines of the manual', () => {
  test('are found', () => {
    expect(lines.length).toBeGreaterThan(40);
    expect(commands.length).toBeGreaterThan(60);
  });

  for (const line of commands) {
    test.skipIf(!isThere(line))(line, () => {
      const cwd = mkdtempSync(join(scratch, 'run-'));
      cpSync(files, cwd, { recursive: true });
      const made = /^nianbao import .* -o (\S+)/.exec(line)?.[1];
      if (made) rmSync(join(cwd, made), { force: true });
      const { status, stdout, stderr } = run(line, cwd);
      // 1 where a report has errors or differs, 2 where the line isn't understood or something can't be read.
      if (status !== 0 && status !== 1) throw new Error(`${status}: ${stderr}`);
      if (!/--check/.test(line)) expect(stdout + stderr + readdirSync(cwd)).not.toBe(String(readdirSync(files)));
    });
  }
});
