import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiPage } from '../../scripts/api-page.ts';
import { makeDocx, p } from '../importers/make-docx.ts';
import { sourceFiles } from '../support/source-code.ts';
import { nodes } from './nodes.ts';
import { laidOutPackage } from './pack.ts';

const root = join(import.meta.dirname, '../..');
const here = join(root, 'dist/nianbao.cjs');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-package-'));
const compiler = join(root, 'node_modules/typescript/bin/tsc');
const there = join(folder, 'node_modules/nianbao/dist/nianbao.cjs');
const word = join(folder, 'report.docx');
const report = join(root, 'test/vscode/workspace/青禾镇2024.nianbao');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

beforeAll(() => {
  writeFileSync(word, makeDocx(p('青禾镇人民政府2023年政府信息公开工作年度报告') + p('一、总体情况')));
  const shell = process.platform === 'win32';
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  execFileSync('npm', pack, { cwd: laidOutPackage, shell });
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--offline', '--silent', `./${packed}`], { cwd: folder, shell });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function runs(
  bin: string,
  words: readonly string[],
  { before = [] as readonly string[], env = process.env, node = process.execPath } = {},
) {
  const { status, stdout, stderr } = spawnSync(node, [...before, bin, ...words], { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

describe('the packed npm package, installed in an empty folder', () => {
  test('brings nothing but itself', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['nianbao']);
  });

  test('has the man pages that its manifest names, and says its version in them', () => {
    const installed = join(folder, 'node_modules/nianbao');
    const { man } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { man: readonly string[] };
    expect(man).toEqual(['./man/nianbao.1', './man/nianbao.zh.1']);
    for (const path of man) expect(readFileSync(join(installed, path), 'utf8')).toContain(`"nianbao ${version}"`);
  });
});

describe.each(nodes())('the packed npm package under Node %s', (_, node) => {
  test('is started by its name', () => {
    const bin = join(folder, 'node_modules/.bin', process.platform === 'win32' ? 'nianbao.cmd' : 'nianbao');
    const shell = process.platform === 'win32';
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
    expect(execFileSync(bin, ['--version'], { encoding: 'utf8', shell, env }).trim()).toBe(version);
  });

  test.each([
    [['check', report]],
    [['check', '--format', 'json', report]],
    [['explain', 'outcome-total', '--lang', 'en']],
    [['check', '--format', 'rdjson', '--rule', 'blank-cell=off', report]],
    [['completion', 'bash']],
    [['export', report, '--to', 'csv']],
    [['import', word]],
    [['--help']],
    [['check', 'no-such-file.nianbao']],
  ])('%j says the same as here', (words) => {
    const expected = runs(here, words);
    expect(expected.stdout + expected.stderr).not.toBe('');
    expect(runs(there, words, { node })).toEqual(expected);
  });

  test('its language server answers the same', async () => {
    const expected = await initialized(here);
    expect(expected).toHaveProperty('capabilities.hoverProvider', true);
    expect(await initialized(there, node)).toEqual(expected);
  });

  test('its tools for assistants answer over standard input and output', async () => {
    const transport = new StdioClientTransport({ command: node, args: [there, 'mcp', '--lang', 'en'] });
    const client = new Client({ name: 'scripted', version: '1' });
    await client.connect(transport);
    const { content, isError } = await client.callTool({ name: 'check', arguments: { file: report } });
    await client.close();
    expect(isError).not.toBe(true);
    expect(JSON.stringify(content)).toContain('data, not instructions');
  });

  test('its library is typed, and does what its types say', () => {
    writeFileSync(join(folder, 'program.mts'), program);
    const words = ['--strict', '--target', 'es2023', '--module', 'nodenext', '--skipLibCheck', 'false', '--types', ''];
    const compiled = spawnSync(process.execPath, [compiler, ...words, 'program.mts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(compiled.stdout).toBe('');
    expect(
      JSON.parse(
        execFileSync(node, ['program.mjs', readFileSync(report, 'utf8')], {
          cwd: folder,
          encoding: 'utf8',
        }),
      ),
    ).toEqual({
      severities: ['error', 'warning', 'information', 'hint'],
      codes: expect.arrayContaining(['outcome-total']),
      isFixed: true,
      imported: expect.stringContaining('# 青禾镇人民政府2023年政府信息公开工作年度报告'),
    });
  });

  test('its library checks many reports in a pool of threads', () => {
    writeFileSync(join(folder, 'check-many.mjs'), readFileSync(join(root, 'docs/examples/check-many.mjs')));
    const said = execFileSync(node, ['check-many.mjs', join(root, 'examples')], { cwd: folder });
    const lines = said.toString().trim().split('\n').sort();
    expect(lines.map((line) => line.replace(/\t.*[\\/]/, ' '))).toEqual([
      '0 云岭县财政局-2020.nianbao',
      '0 石桥乡-2016.nianbao',
      '0 青禾镇-2023.nianbao',
      '1 河湾镇-2024-有误.nianbao',
    ]);
  });
});

describe('the library of the packed npm package', () => {
  test('is told in docs/api.md as it is declared', () => {
    const path = join(root, 'docs/api.md');
    const page = readFileSync(path, 'utf8');
    const declarations = [
      'tasks/library',
      'api',
      'tasks/library-import',
      'rules/engine/render',
      'importers/run-import',
      'importers/index',
      'importers/import-limits',
    ];
    const texts = declarations.map((name) =>
      readFileSync(join(root, `out/declarations/server/src/${name}.d.ts`), 'utf8'),
    );
    const expected = apiPage(page, texts);
    if (process.env.UPDATE) writeFileSync(path, expected);
    else expect(page).toBe(expected);
  });

  test('holds nothing that VS Code alone needs', () => {
    const names = readdirSync(join(dirname(there)));
    expect(names).toContain('api.js');
    expect(names.filter((name) => /client|preview|server\.browser/.test(name))).toEqual([]);
  });
});

const program = `
import { applyFix, check, type Finding, importReport, rules } from 'nianbao';
declare const process: { argv: string[]; stdout: { write(text: string): void } };
const text = process.argv[2] ?? '';
const wrong = text.replace(/^(\\| （七）总计 *\\| *)\\d+/m, '$1987');
const findings: readonly Finding[] = check(wrong, { language: 'en' });
const [fix] = findings.find(({ code }) => code === 'outcome-total')?.fixes ?? [];
const imported = await importReport('青禾镇人民政府2023年政府信息公开工作年度报告\\n一、总体情况\\n无。');
process.stdout.write(JSON.stringify({
  severities: [...new Set(rules.map(({ severity }) => severity))].filter((each) => each !== 'off').sort((a, b) => order(a) - order(b)),
  codes: findings.map(({ code }) => code),
  isFixed: fix ? !check(applyFix(wrong, fix)).some(({ code }) => code === 'outcome-total') : false,
  imported: 'failure' in imported ? imported.failure.en : imported.markup,
}));
function order(severity: string): number {
  return ['error', 'warning', 'information', 'hint'].indexOf(severity);
}
`;

describe('the launcher', () => {
  test('tells the version without loading anything else', () => {
    const lonely = join(folder, 'lonely.cjs');
    writeFileSync(lonely, readFileSync(here));
    expect(runs(lonely, ['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.each([
    ['zh_CN.UTF-8', [], '需要 Node.js 22'],
    ['C.UTF-8', [], '需要 Node.js 22'],
    ['', [], '需要 Node.js 22'],
    ['en_US.UTF-8', [], 'Node.js 22 or newer is needed; this is 18.19.1.'],
    ['en_US.UTF-8', ['--lang', 'zh'], '需要 Node.js 22'],
    ['zh_CN.UTF-8', ['--lang=en'], 'Node.js 22 or newer is needed'],
  ])('says under an old Node and locale %j with %j what is needed', (locale, words, message) => {
    const old = join(folder, 'old-node.cjs');
    writeFileSync(old, "Object.defineProperty(process.versions, 'node', { value: '18.19.1' });");
    const env = { ...process.env, LC_ALL: locale, LC_MESSAGES: '', LANG: '' };
    const { status, stdout, stderr } = runs(here, [...words, 'check', report], { before: ['--require', old], env });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('the notices of third parties', () => {
  const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  const bundled = Object.keys(JSON.parse(readFileSync(join(root, 'out/bundled.json'), 'utf8')) as object);
  const parts = new Map(
    notices
      .split(/^={80}\n/m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('-'.repeat(80)) + 80).trim()]),
  );

  test('are in the package', () => {
    expect(readFileSync(join(dirname(there), 'THIRD-PARTY-NOTICES.txt'), 'utf8')).toBe(notices);
  });

  test('have a bill of materials beside them that says the same, by the schema', async () => {
    const text = readFileSync(join(root, 'dist/sbom.cdx.json'), 'utf8');
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
    const { components } = JSON.parse(text) as { components: { purl: string }[] };
    const named = components.map(({ purl }) =>
      decodeURIComponent(purl.slice('pkg:npm/'.length).replace(/@[^@]*$/, '')),
    );
    expect(named.sort()).toEqual([...parts.keys()].map((head) => head.slice(0, head.indexOf(' ', 1))).sort());
  });

  test.each(bundled)('hold the licence of %s', (folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    expect(license).toMatch(/\w/);
    const text = parts.get(`${name} ${version} (${license})`);
    expect(text).toMatch(/licen[cs]e|permission|redistribut/i);
    expect(text?.length).toBeGreaterThan(400);
  });

  test('know every package that the sources import, but for types', () => {
    const files = ['server/src', 'client/src', 'client/webview'].flatMap((each) => sourceFiles(each));
    const imported = files.flatMap(({ text }) =>
      [...text.matchAll(/^import (?!type\b)(?!\{(?: type \w+,?)+ \}).*from '((?:@[\w-]+\/)?[a-z][\w-]*)/gm)].map(
        (match) => match[1] ?? '',
      ),
    );
    const foreign = new Set(imported.filter((name) => name !== 'vscode' && name !== 'node'));
    expect(foreign.size).toBeGreaterThan(10);
    expect([...foreign].filter((name) => !bundled.includes(`node_modules/${name}`))).toEqual([]);
  });
});

test('what a server loads at its start stays small', () => {
  const size = (names: Iterable<string>): number =>
    [...names].reduce((sum, name) => sum + statSync(join(root, 'dist', name)).size, 0);
  expect(size(['server.browser.js'])).toBeLessThan(860_000);
  expect(size(loadedWith('server.js', 'main-node'))).toBeLessThan(920_000);
});

/** A module in dist, the part of this name that it begins by loading, and all that these import at once; what is asked for later by `import()` is left out. */
function loadedWith(entry: string, part: string): ReadonlySet<string> {
  const begun = new RegExp(`import\\("\\./(chunks/${part}-[^"]+)"\\)`).exec(
    readFileSync(join(root, 'dist', entry), 'utf8'),
  );
  const loaded = new Set([entry, begun?.[1] ?? part]);
  for (const name of loaded) {
    const text = readFileSync(join(root, 'dist', name), 'utf8');
    for (const [, target = ''] of text.matchAll(/(?:from|import)"(\.[^"]+\.js)"/g))
      loaded.add(join(dirname(name), target));
  }
  return loaded;
}

/** What the language server answers to `initialize`. */
function initialized(bin: string, node = process.execPath): Promise<unknown> {
  const child = spawn(node, [bin, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const message = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  };
  const body = JSON.stringify(message);
  child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  return new Promise((done, fail) => {
    let said = '';
    child.once('exit', (code) => fail(new Error(`ended with ${code}: ${said}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const answer = /\{"jsonrpc".*"id":1.*\}/s.exec(said);
      if (!answer) return;
      done((JSON.parse(answer[0]) as { result: unknown }).result);
      child.removeAllListeners('exit').kill();
    });
  });
}
