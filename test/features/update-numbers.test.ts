import { expect, test } from 'vitest';
import type { AnnotatedTextEdit, CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { updateNumbersKind } from '../../server/src/features/update-numbers.ts';
import { inCell } from './linked.ts';
import { applied, at, cleanReport, withLine } from './support.ts';

const options = {
  language: 'zh',
  settings: { rules: {} },
  relatedInformation: true,
  versionedEdits: true,
  snippetEdits: false,
  commands: false,
} as const;

function actions(marked: string, only: readonly string[] | null, changeAnnotations = false) {
  const { snapshot, offset } = at(marked);
  const position = snapshot.lines.positionAt(offset);
  const found = codeActions(snapshot, {
    ...options,
    only,
    changeAnnotations,
    range: { start: position, end: position },
  });
  return { snapshot, found: found.filter(({ title }) => /按表格更新/.test(title)) };
}

function editsOf(action: CodeAction | undefined): readonly AnnotatedTextEdit[] {
  const [change] = action?.edit?.documentChanges ?? [];
  if (!change || !('textDocument' in change)) throw new Error('no versioned edit');
  return change.edits as AnnotatedTextEdit[];
}

const fees = cleanReport.replace(/(\| 行政事业性收费 *\| *)[\d.]+/, (_, start: string) => `${start}1.5`);
const text = (on: string, proactive: string) =>
  withLine('（二）', `（二）依申请公开。${on}`, withLine('（一）', `（一）主动公开。${proactive}`, fees));
const old = text('$0本年新收政府信息公开申请7件，予以公开四件，约有不予公开9件。', '本年收取行政事业性收费0.8万元。');
const right = text('本年新收政府信息公开申请8件，予以公开四件，约有不予公开9件。', '本年收取行政事业性收费1.5万元。');

test('all numbers that mean their cells without doubt, each in its own unit', () => {
  const { snapshot, found } = actions(old, ['source']);
  expect(found.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
    `${updateNumbersKind} 按表格更新文字中的数（2 处）`,
  ]);
  expect(applied(snapshot, editsOf(found[0]))).toBe(right);
});

test('shown before it is done where the client can', () => {
  const { found } = actions(old, [updateNumbersKind], true);
  expect(found[0]?.edit?.changeAnnotations).toEqual({
    0: { label: '表二 行政事业性收费·本年收费金额', description: '0.8 → 1.5', needsConfirmation: true },
    1: { label: '表三 本年新收政府信息公开申请数量', description: '7 → 8', needsConfirmation: true },
  });
  expect(editsOf(found[0]).map(({ annotationId }) => annotationId)).toEqual(['0', '1']);
});

test('offered at a number that differs and at its cell, not elsewhere', () => {
  const kinds = (marked: string) => actions(marked, null).found.map(({ kind }) => kind);
  const plain = old.replace('$0', '');
  expect(kinds(plain.replace('7件', '$07件'))).toEqual(['refactor.rewrite']);
  expect(kinds(inCell('| 一、本年新收', 7, plain))).toEqual(['refactor.rewrite']);
  expect(kinds(inCell('| 一、本年新收', 1, plain))).toEqual([]);
});

test('nothing where all agree, or a number may mean two values', () => {
  expect(actions(`$0${right}`, ['source']).found).toEqual([]);
  expect(actions(`$0${text('共收到政府信息公开申请20件。', '没有收费。')}`, ['source']).found).toEqual([]);
});
