import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { type CodeActionOptions, codeActions, fixAllKind } from '../../server/src/features/code-actions.ts';
import { workspaceEdit } from '../../server/src/features/edits.ts';
import { rewriteKind } from '../../server/src/features/rewrite-tables.ts';
import { createSnapshot, type Snapshot } from '../../server/src/features/snapshot.ts';
import { compatible } from '../../server/src/text/edit.ts';
import { applied, at, cleanReport, type TextEdit, uri, withLine } from './support.ts';

const options = {
  language: 'zh',
  settings: { rules: {} },
  relatedInformation: true,
  only: null,
  versionedEdits: true,
  snippetEdits: false,
  commands: false,
} as const;

function actionsAt(marked: string, more: Partial<CodeActionOptions> = {}) {
  const { snapshot, offset } = at(marked);
  const position = snapshot.lines.positionAt(offset);
  const actions = codeActions(snapshot, { ...options, range: { start: position, end: position }, ...more });
  return { snapshot, actions, titles: actions.map(({ title }) => title) };
}

function editsOf({ edit }: CodeAction): readonly TextEdit[] {
  const [change] = edit?.documentChanges ?? [];
  if (!change || !('textDocument' in change)) throw new Error('no versioned edit');
  expect(change.textDocument).toEqual({ uri, version: 1 });
  return change.edits as TextEdit[];
}

function after(snapshot: Snapshot, action: CodeAction | undefined): string {
  if (!action) throw new Error('no such action');
  return applied(snapshot, editsOf(action));
}

const wrong = '| 行政复议 | 1 | 0 | 0 | 0 | $02 |';

test('a misspelt label: the official one, preferred', () => {
  const { snapshot, actions } = actionsAt(withLine('| 行政处罚', '| 行政处$0伐 | 12 |'));
  expect(actions[0]).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'row-label' }] });
  expect(after(snapshot, actions[0])).toBe(withLine('| 行政处罚', '| 行政处罚 | 12 |'));
});

test('a fix keeps a formatted table formatted', () => {
  const line = cleanReport.split('\n').find((each) => each.startsWith('| 行政强制')) ?? '';
  const { snapshot, actions } = actionsAt(cleanReport.replace(line, line.replace('强制', '強$0制措施')));
  expect(actions[0]).toMatchObject({ diagnostics: [{ code: 'row-label' }] });
  expect(after(snapshot, actions[0])).toBe(cleanReport);
});

test('alternatives of a wrong total, none preferred', () => {
  const { snapshot, actions, titles } = actionsAt(withLine('| 行政复议 ', wrong));
  expect(actions.some(({ isPreferred }) => isPreferred)).toBe(false);
  const fix = actions.find(({ title }) => title.startsWith('改为 1；'));
  expect(after(snapshot, fix)).toBe(withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | 1 |'));
  expect(titles).toContain('忽略此处的 dispute-total（须写明理由）');
});

test('edits without a version for a client that takes none', () => {
  const { actions } = actionsAt(withLine('| 行政处罚', '| 行政处$0伐 | 12 |'), { versionedEdits: false });
  expect(actions[0]?.edit?.documentChanges).toBeUndefined();
  expect(actions[0]?.edit?.changes?.[uri]).toHaveLength(1);
});

test('in English', () => {
  const { titles } = actionsAt(withLine('| 行政复议 ', wrong), { language: 'en' });
  expect(titles).toContain('Ignore dispute-total here (a reason is required)');
  expect(titles.join('').replace(/“[^”]*”/g, '')).not.toMatch(/[改忽]/);
});

test('nothing away from a finding', () => {
  expect(
    actionsAt(withLine('| 行政复议 ', wrong.replace('$0', '')).replace('| 规章', '| $0规章'), { only: ['quickfix'] })
      .titles,
  ).toEqual([]);
});

describe('suppression', () => {
  function suppressed(marked: string, title: RegExp) {
    const { snapshot, actions } = actionsAt(marked);
    const text = after(
      snapshot,
      actions.find((action) => title.test(action.title)),
    );
    const { findings } = createSnapshot(uri, 2, text).check();
    return { text, codes: findings.map(({ code }) => code) };
  }

  test('of a line: silent there, and asking for its reason', () => {
    const { text, codes } = suppressed(withLine('| 行政复议 ', wrong), /忽略此处/);
    expect(text).toContain('\n// nianbao-ignore dispute-total: \n| 行政复议 | 1');
    expect(codes).toEqual(['suppression-reason']);
    const filled = text.replace('dispute-total: ', 'dispute-total: 已核实');
    expect(createSnapshot(uri, 3, filled).check().findings).toEqual([]);
  });

  test('of a whole table', () => {
    const { text, codes } = suppressed(withLine('| 行政复议 ', wrong), /忽略表四/);
    expect(text).toContain('\n// nianbao-ignore dispute-total: \n|                  | 结果维持');
    expect(codes).toEqual(['suppression-reason']);
  });

  test('of the file, for what is found in the front matter', () => {
    const { text, codes } = suppressed(withLine('年度', '年度: 2023\n颜$0色: 红'), /在本文件中忽略/);
    expect(text).toContain('颜色: 红\n忽略: front-matter: \n---\n');
    expect(codes).toEqual(['suppression-reason']);
  });

  test('with the cursor where the reason goes, for a client that takes snippets in edits', () => {
    const { actions } = actionsAt(withLine('| 行政复议 ', wrong), { snippetEdits: true });
    const action = actions.find(({ title }) => title.includes('忽略此处'));
    expect(JSON.stringify(action?.edit)).toContain(
      '"snippet":{"kind":"snippet","value":"// nianbao-ignore dispute-total: $0\\n"}',
    );
  });

  test('none of findings about suppressions', () => {
    const { titles } = actionsAt(
      withLine('| 行政复议 ', `// nianbao-ignore row-$0order: 没有用\n| 行政复议 | 1 | 0 | 0 | 0 | 1 |`),
      { only: ['quickfix'] },
    );
    expect(titles).toEqual(['删去不起作用的忽略']);
  });
});

test('a command that explains the rule, where the client has it', () => {
  const { actions } = actionsAt(withLine('| 行政复议 ', wrong), { commands: true });
  expect(actions.findLast(({ kind }) => kind === 'quickfix')?.command).toEqual({
    title: '说明规则 dispute-total',
    command: 'nianbao.explain',
    arguments: ['dispute-total'],
  });
});

describe('fix-all', () => {
  const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

  test('every certain fix at once, and no number that arithmetic is about', () => {
    const text = withLine(
      '| 行政处罚',
      '| 行政处伐 | 12 |',
      withLine('| 行政许可', '| 行政许可 | ３１６ |', withLine('| 行政复议 ', wrong.replace('$0', ''))),
    );
    const snapshot = createSnapshot(uri, 1, text);
    const actions = codeActions(snapshot, { ...options, only: [fixAllKind], range: everything });
    expect(actions.map(({ kind }) => kind)).toEqual([fixAllKind]);
    const fixed = after(snapshot, actions[0]);
    expect(fixed).toContain('| 行政处罚           |               12 |');
    expect(fixed).toContain('| 行政许可           |              316 |');
    expect(fixed).toContain('| 行政复议 | 1 | 0 | 0 | 0 | 2 |');
    expect(
      createSnapshot(uri, 2, fixed)
        .check()
        .findings.map(({ code }) => code),
    ).toEqual(['dispute-total']);
  });

  test('only where it is asked for', () => {
    const snapshot = createSnapshot(uri, 1, withLine('| 行政处罚', '| 行政处伐 | 12 |'));
    const kinds = (only: readonly string[] | null) =>
      new Set(codeActions(snapshot, { ...options, only, range: everything }).map(({ kind }) => kind));
    expect(kinds(null)).toEqual(new Set(['quickfix', rewriteKind]));
    expect(kinds(['quickfix'])).toEqual(new Set(['quickfix']));
    expect(kinds(['source'])).toEqual(new Set([fixAllKind]));
    expect(kinds(['source.fixAll'])).toEqual(new Set([fixAllKind]));
    expect(kinds(['refactor'])).toEqual(new Set([rewriteKind]));
  });

  test('nothing to fix', () => {
    expect(
      codeActions(createSnapshot(uri, 1, cleanReport), { ...options, only: ['source.fixAll'], range: everything }),
    ).toEqual([]);
  });
});

test('a fix may change another file too', () => {
  const { snapshot } = at('| 行政复议 | $01 |');
  const there = { range: { start: { line: 6, character: 2 }, end: { line: 6, character: 3 } }, newText: '4' };
  const elsewhere = new Map([['file:///last.nianbao', [there]]]);
  expect(workspaceEdit(snapshot, [], true, elsewhere)).toEqual({
    documentChanges: [
      { textDocument: { uri, version: 1 }, edits: [] },
      { textDocument: { uri: 'file:///last.nianbao', version: null }, edits: [there] },
    ],
  });
  expect(workspaceEdit(snapshot, [], false, elsewhere)).toEqual({
    changes: { [uri]: [], 'file:///last.nianbao': [there] },
  });
});

test('edits that overlap are not made together', () => {
  const edit = (start: number, end: number) => [{ span: { start, end }, text: '' }];
  expect(compatible([edit(0, 3), edit(2, 4), edit(3, 5), edit(1, 1), edit(5, 5), edit(5, 5)])).toEqual([
    edit(0, 3),
    edit(3, 5),
    edit(5, 5),
    edit(5, 5),
  ]);
});

describe('a prompt of a new report', () => {
  const prompt = (area: string) => withLine(`（${area}）`, `（${area}）依申请公开。【$0待填写：数字与表三一致】`);

  test('is written over with what the tables tell, in each wording', () => {
    const { snapshot, actions, titles } = actionsAt(prompt('二'));
    expect(titles.filter((title) => title.startsWith('按表格'))).toMatchInlineSnapshot(`
      [
        "按表格写出这一段",
        "按表格写出这一段：2023年新收政府信息公开申请8件，上年结转1件，予以公开4件，部分公开1件，不…",
        "按表格写出这一段：2023年新收政府信息公开申请8件，其中自然人6件，法人或者其他组织2件；上年结…",
      ]
    `);
    const line = after(snapshot, actions[0])
      .split('\n')
      .find((each) => each.startsWith('（二）'));
    expect(line).toMatchInlineSnapshot(
      `"（二）依申请公开。2023年新收政府信息公开申请8件，上年结转1件；予以公开4件，部分公开1件，不予公开1件，无法提供2件，不予处理0件，其他处理0件，结转下年度继续办理1件。因政府信息公开被申请行政复议1件，未发生因政府信息公开引发的行政诉讼。"`,
    );
  });

  test('not where the tables don’t tell it', () => {
    const { titles } = actionsAt(withLine('（四）', '（四）政府信息公开平台建设。【$0待填写：平台的建设和维护情况】'));
    expect(titles.filter((title) => title.startsWith('按表格'))).toEqual([]);
  });
});
