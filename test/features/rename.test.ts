import { expect, test } from 'vitest';
import { type PreparedRename, prepareRename, rename } from '../../server/src/features/rename.ts';
import { applied, at, type TextEdit } from './support.ts';

const options = { language: 'zh', versionedEdits: true, annotations: false } as const;

function renamed(marked: string, newName: string): string | null {
  const { snapshot, offset } = at(marked);
  const edit = rename(snapshot, { ...options, offset, newName });
  if (!edit) return null;
  if ('failure' in edit) return edit.failure;
  const [change] = edit.documentChanges ?? [];
  return change && 'edits' in change ? applied(snapshot, change.edits as TextEdit[]) : null;
}

const report = (body: string, year: string) => `---
机关: ${body}
年度: ${year}
---
# 青禾镇人民政府2023年政府信息公开工作年度报告

青禾镇人民政府按照《青禾镇人民政府2023年工作要点》编制，统计期限为2023年1月1日至12月31日。

一、总体情况

二〇二三年公开126条，2022年公开98条，2024年将继续。〔2023〕5号。

青禾镇人民政府
2024年1月20日
`;

test('the body: front matter, title, preface and signature, but no quoted title', () => {
  const after = renamed(report('青禾$0镇人民政府', '2023'), '稻香镇人民政府');
  expect(after?.match(/稻香镇人民政府/g)).toHaveLength(4);
  expect(after?.match(/青禾镇人民政府/g)).toHaveLength(1);
  expect(after).toContain('《青禾镇人民政府2023年工作要点》');
  expect(renamed(report('青禾镇人民政府', '2023').replace('# 青禾', '# 青$0禾'), '稻香镇人民政府')).toBe(after);
});

test('the year, each in its own digits; other years, quoted titles and document numbers stay', () => {
  const after = renamed(report('青禾镇人民政府', '20$023'), '2025年');
  expect(after).toBe(
    report('青禾镇人民政府', '2025')
      .replace('# 青禾镇人民政府2023', '# 青禾镇人民政府2025')
      .replace('期限为2023', '期限为2025')
      .replace('二〇二三', '二〇二五'),
  );
  expect(renamed(report('青禾镇人民政府', '20$023'), '二〇二五')).toBe(after);
});

test('what is neither is not renamed', () => {
  for (const marked of [
    report('青禾镇人民政府', '2023').replace('公开126', '公开1$026'),
    report('青禾镇人民政府', '2023').replace('2022年', '20$022年'),
    '一、总$0体情况',
  ]) {
    expect(renamed(marked, '2025')).toBeNull();
    const { snapshot, offset } = at(marked);
    expect(prepareRename(snapshot, { offset })).toBeNull();
  }
});

test('the editor is told what it renames', () => {
  const { snapshot, offset } = at(report('青禾镇人民政府', '2023').replace('期限为2023', '期限为20$023'));
  const prepared: PreparedRename | null = prepareRename(snapshot, { offset });
  expect(prepared?.placeholder).toBe('2023');
  expect(prepared && snapshot.lines.offsetAt(prepared.range.start)).toBe(offset - 2);
});

test('names that can be none', () => {
  expect(renamed(report('青禾$0镇人民政府', '2023'), ' ')).toBe('机关名称不能空着，也不能含有竖线或换行。');
  expect(renamed(report('青禾$0镇人民政府', '2023'), '甲|乙')).toBe('机关名称不能空着，也不能含有竖线或换行。');
  expect(renamed(report('青禾镇人民政府', '20$023'), '24')).toBe('年度要写成四位数字，如 2024。');
});

test('what stands in the text needs a confirmation where the client can ask', () => {
  const { snapshot, offset } = at(report('青禾$0镇人民政府', '2023'));
  const edit = rename(snapshot, { ...options, annotations: true, offset, newName: '稻香镇人民政府' });
  const [change] = edit && 'documentChanges' in edit ? (edit.documentChanges ?? []) : [];
  const ids =
    change && 'edits' in change ? change.edits.map((each) => ('annotationId' in each ? each.annotationId : null)) : [];
  expect(ids).toEqual([null, null, 'text', 'text']);
  expect(edit && 'changeAnnotations' in edit && edit.changeAnnotations?.text?.needsConfirmation).toBe(true);
});

test('a client without versioned edits gets plain ones', () => {
  const { snapshot, offset } = at(report('青禾$0镇人民政府', '2023'));
  const edit = rename(snapshot, { ...options, versionedEdits: false, annotations: true, offset, newName: '稻香镇' });
  expect(edit && 'changes' in edit && edit.changes?.[snapshot.uri]).toHaveLength(4);
});
