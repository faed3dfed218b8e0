import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { formatDocument, formatOnType, formatRange } from '../../server/src/features/formatting.ts';
import { rewriteKind } from '../../server/src/features/rewrite-tables.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { applied, at, cleanReport, type TextEdit, uri, withLine } from './support.ts';

const unaligned = withLine('| 行政许可', '|行政许可\t316', withLine('| 行政复议 ', '|行政复议|0|0|0|0|0|'));

function snapshotOf(text: string) {
  return createSnapshot(uri, 1, text);
}

describe('a document', () => {
  test('only what differs changes', () => {
    const snapshot = snapshotOf(unaligned);
    const edits = formatDocument(snapshot);
    const lines = new Set(edits.map(({ range }) => range.start.line));
    expect([...lines].map((line) => unaligned.split('\n')[line])).toEqual(['|行政许可\t316', '|行政复议|0|0|0|0|0|']);
    expect(edits.every(({ range }) => range.start.line === range.end.line)).toBe(true);
    expect(applied(snapshot, edits)).toMatch(/\n\| 行政许可 {11}\| {14}316 \|\n[\s\S]*\n\| 行政复议 {9}\| {8}0 \|/);
    expect(formatDocument(snapshotOf(cleanReport))).toEqual([]);
  });

  test('a range formats the tables that it touches, whole', () => {
    const snapshot = snapshotOf(unaligned);
    const line = unaligned.split('\n').findIndex((each) => each.startsWith('| 行政强制'));
    const position = { line, character: 3 };
    const result = applied(snapshot, formatRange(snapshot, { start: position, end: position }));
    expect(result).toMatch(/\n\| 行政许可 {11}\| {14}316 \|\n/);
    expect(result).toContain('\n|行政复议|0|0|0|0|0|\n');
    const elsewhere = { line: 5, character: 0 };
    expect(formatRange(snapshot, { start: elsewhere, end: elsewhere })).toEqual([]);
  });
});

/** What typing the line break before the cursor, at `$0`, leaves of the text. */
function typed(marked: string) {
  const { snapshot, offset } = at(marked);
  const position = snapshot.lines.positionAt(offset);
  const edits: readonly TextEdit[] = formatOnType(snapshot, position);
  return { edits, position, text: applied(snapshot, edits) };
}

const heading = '二、主动公开政府信息情况\n\n| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n';

describe('while typing', () => {
  test('a line break puts the row that the cursor left below the others, and moves no other', () => {
    const { text } = typed(`${heading}|规章|0|0|12|\n$0|行政规范性文件|1|0|3|\n`);
    expect(text).toBe(
      `${heading}| 规章               |            0 |            0 |           12 |\n|行政规范性文件|1|0|3|\n`,
    );
    const other = typed(`${heading}|行政规范性文件|1|0|3|\n|规章|0|0|12|\n$0`).text;
    expect(other).toBe(
      `${heading}|行政规范性文件|1|0|3|\n| 规章               |            0 |            0 |           12 |\n`,
    );
  });

  test('a line break below text does nothing', () => {
    expect(typed('一、总体情况\n$0').edits).toEqual([]);
    expect(typed('$0').edits).toEqual([]);
  });

  test('nothing but the row that was left changes, wherever the cursor is', () => {
    const text = `${heading}|规章||0|\t12|\n行政规范性文件\t1\t0\t3\n`;
    for (let offset = 1; offset <= text.length; offset++) {
      if (text[offset - 1] !== '\n') continue;
      const snapshot = snapshotOf(text);
      const { line } = snapshot.lines.positionAt(offset);
      const result = applied(snapshot, formatOnType(snapshot, { line, character: 0 })).split('\n');
      const others = (lines: readonly string[]): readonly string[] => lines.filter((_, i) => i !== line - 1);
      expect(others(result)).toEqual(others(text.split('\n')));
    }
  });
});

describe('a table in the canonical form', () => {
  const official = `四、政府信息公开行政复议、行政诉讼情况

行政复议 | 行政诉讼 |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 ||||||
1 | 2 | $03 | 4 | 10 | 5 | 0 | 0 | 0 | 5 | 0 | 0 | 0 | 6 | 6 |
`;
  const options = {
    language: 'zh',
    settings: { rules: {} },
    relatedInformation: true,
    only: null,
    versionedEdits: false,
    snippetEdits: false,
    commands: false,
  } as const;

  function rewrites(
    marked: string,
    more: object = {},
  ): { readonly actions: readonly CodeAction[]; readonly text: string } {
    const { snapshot, offset } = at(marked);
    const position = snapshot.lines.positionAt(offset);
    const all = codeActions(snapshot, { ...options, range: { start: position, end: position }, ...more });
    const actions = all.filter(({ kind }) => kind === rewriteKind);
    const edits = actions[0]?.edit?.changes?.[uri] ?? [];
    return { actions, text: applied(snapshot, edits) };
  }

  test('one row of fifteen becomes three of five', () => {
    const { actions, text } = rewrites(official);
    expect(actions.map(({ title }) => title)).toEqual(['表四由一行改为 3 行，每行 5 个数']);
    expect(text).toBe(`四、政府信息公开行政复议、行政诉讼情况

| 表四             | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议         |        1 |        2 |        3 |        4 |   10 |
| 未经复议直接起诉 |        5 |        0 |        0 |        0 |    5 |
| 复议后起诉       |        0 |        0 |        0 |        6 |    6 |
`);
  });

  test('in English, and only where rewriting is asked for', () => {
    expect(rewrites(official, { language: 'en' }).actions[0]?.title).toBe(
      'Table 4 (disputes): 3 rows of 5 instead of one',
    );
    expect(rewrites(official, { only: ['quickfix'] }).actions).toEqual([]);
    expect(rewrites(official, { only: ['refactor'] }).actions).toHaveLength(1);
  });

  test('a table with official labels gets short ones, and the other way round where rewriting is asked for', () => {
    const written = withLine('| 行政处罚', '| 行政处$0罚           |               12 |');
    const short = rewrites(written);
    expect(short.actions.map(({ title }) => title)).toEqual(['表二改用短行名和短表头']);
    expect(short.text).toContain('| 第二十条第（六）项 | 本年处理决定 |\n| 行政处罚           |           12 |\n');
    const marked = short.text.replace('行政处罚', '行政处$0罚');
    expect(rewrites(marked).actions).toEqual([]);
    const official = rewrites(marked, { only: ['refactor'] });
    expect(official.actions.map(({ title }) => title)).toEqual(['表二改用表样的行名和表头']);
    expect(official.text).toBe(written.replace('$0', ''));
  });

  test('the labels that the settings name', () => {
    const settings = { rules: {}, labels: 'official' } as const;
    const written = withLine('| 行政处罚', '|行政处$0罚|12|');
    expect(rewrites(written, { settings }).actions).toEqual([]);
    expect(rewrites(official, { settings }).text).toContain('|                  | 结果维持 |');
  });

  test('where something would be lost, a client that shows it is told why', () => {
    const text = `二、主动公开政府信息情况\n第二十条第（六）项 | |\n信息内容 | 本年处理决定数量 |\n行政处$0罚 | 1 | 2 | 3 | 4 |\n`;
    expect(rewrites(text).actions).toEqual([]);
    expect(rewrites(text, { only: ['refactor.rewrite'], disabledActions: true }).actions).toEqual([
      {
        title: '表二改为标准写法（一项一行，不用合并的格子）',
        kind: rewriteKind,
        disabled: { reason: '第4行的格数与表样不一致' },
      },
    ]);
  });
});
