import { describe, expect, test } from 'vitest';
import { settingsProblems } from '../../server/src/rules/engine/settings-problems.ts';
import { findSettings, readSettings } from '../../server/src/workspace/read-settings.ts';
import { isReportFile } from '../../server/src/workspace/report-files.ts';
import { mergeSettings, settingsFrom, settingsPlaces } from '../../server/src/workspace/settings.ts';

/** What a settings file gives: its rules, then each problem with the text that it is about. */
function read(text: string, language: 'zh' | 'en' = 'zh'): string {
  const file = readSettings(text);
  const rules = Object.entries(file.settings.rules).map(([code, level]) => `${code}=${level}`);
  return [
    ...rules,
    ...settingsProblems(file).map(({ span, message }) => `[${text.slice(span.start, span.end)}] ${message[language]}`),
  ].join('\n');
}

describe('nianbao.json', () => {
  test('severities by code', () => {
    expect(read('{"rules": {"row-order": "error", "row-label": "off"}}')).toBe('row-order=error\nrow-label=off');
  });

  test('comments and trailing commas', () => {
    expect(read('// 本县的约定\n{"rules": {"row-order": "hint",},}')).toBe('row-order=hint');
  });

  test('nothing set', () => {
    expect(read('{}')).toBe('');
    expect(read('{"$schema": "x", "rules": {}}')).toBe('');
  });

  test('nested deeper than can be followed', () => {
    const { settings, problems } = readSettings(`{"rules": ${'['.repeat(200_000)}`);
    expect(settings).toEqual({ rules: {} });
    expect(problems.map(({ message }) => message.zh)).toEqual(['nianbao.json 嵌套的层数太多，读不了']);
  });

  test.each([
    [
      'an unknown code',
      '{"rules": {"row-odder": "error", "row-label": "off"}}',
      'row-odder=error\nrow-label=off\n["row-odder"] 没有代码为「row-odder」的规则',
    ],
    [
      'a bad severity',
      '{"rules": {"row-order": "fatal"}}',
      '["fatal"] 「row-order」的级别只能是 error、warning、information、hint、off 之一',
    ],
    [
      'a severity that is no text',
      '{"rules": {"row-order": 1}}',
      '[1] 「row-order」的级别只能是 error、warning、information、hint、off 之一',
    ],
    ['an unknown key', '{"rule": {}}', '["rule"] 没有「rule」这一设置'],
    ['rules that are a list', '{"rules": []}', '[[]] 「rules」应为一个对象：{"规则代码": "级别"}'],
    ['a list', '[1]', '[[1]] nianbao.json 应为一个对象：{"rules": {"规则代码": "级别"}}'],
    [
      'names that every object has',
      '{"rules": {"constructor": "off", "__proto__": "off"}}',
      'constructor=off\n["constructor"] 没有代码为「constructor」的规则\n["__proto__"] 没有代码为「__proto__」的规则',
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('broken JSON: what is right still holds, the place is told', () => {
    expect(read('{"rules": {"row-order": "off" "row-label": "off"}}')).toMatch(
      /^row-order=off\nrow-label=off\n\["row-label"\] nianbao\.json 不是正确的 JSON/,
    );
    for (const text of ['', '{', '{"rules"', '{"rules": {"row-order":', '\u0000', '{{{{'])
      expect(read(text)).not.toBe('');
  });

  test('in English', () => {
    expect(read('{"rules": {"row-odder": "error"}}', 'en')).toBe(
      'row-odder=error\n["row-odder"] There is no rule “row-odder”',
    );
  });
});

test('a value sent by a client: what names no severity is left out', () => {
  expect(settingsFrom({ 'row-order': 'off', 'row-label': 3, 'row-odder': 'of' })).toEqual({
    rules: { 'row-order': 'off' },
  });
  for (const value of [undefined, null, 'off', 3, []]) expect(settingsFrom(value)).toEqual({ rules: {} });
});

test('the client’s settings hold over the file’s', () => {
  expect(
    mergeSettings({ rules: { 'row-order': 'off', 'row-label': 'off' } }, { rules: { 'row-order': 'error' } }),
  ).toEqual({
    rules: { 'row-order': 'error', 'row-label': 'off' },
  });
});

test.each([
  ['file:///a/b/c.nianbao', ['file:///a/b/nianbao.json', 'file:///a/nianbao.json', 'file:///nianbao.json']],
  ['vscode-vfs://github/a/c.nianbao', ['vscode-vfs://github/a/nianbao.json', 'vscode-vfs://github/nianbao.json']],
  ['/a/c.nianbao', ['/a/nianbao.json', '/nianbao.json']],
  ['C:\\a\\c.nianbao', ['C:\\a\\nianbao.json', 'C:\\nianbao.json']],
  ['untitled:Untitled-1', []],
])('where the settings of %s may lie', (path, places) => {
  expect(settingsPlaces(path)).toEqual(places);
});

test('the nearest file governs', async () => {
  const files = new Map([
    ['/a/nianbao.json', '{"rules": {"row-order": "off"}}'],
    ['/nianbao.json', '{"rules": {"row-order": "error", "row-label": "off"}}'],
  ]);
  const readText = async (path: string) => files.get(path) ?? null;
  expect(await findSettings('/a/b/c.nianbao', readText)).toMatchObject({
    path: '/a/nianbao.json',
    settings: { rules: { 'row-order': 'off' } },
    problems: [],
  });
  expect((await findSettings('/d/c.nianbao', readText))?.path).toBe('/nianbao.json');
  expect(await findSettings('untitled:1', readText)).toBeNull();
});

test.each([
  ['a.nianbao', true],
  ['a.年报', true],
  ['file:///a.%E5%B9%B4%E6%8A%A5', true],
  ['a.txt', false],
  ['nianbao.json', false],
])('whether %s is a report', (path, expected) => {
  expect(isReportFile(path)).toBe(expected);
});

test('a text of more than a million characters is not read', () => {
  const { settings, problems } = readSettings(`{"rules": {"missing-title": "off"}}${' '.repeat(1_000_000)}`);
  expect(settings).toEqual({ rules: {} });
  expect(problems.map(({ message }) => message.zh)).toEqual(['nianbao.json 超过 1000000 个字符，没有读']);
});
