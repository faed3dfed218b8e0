import { expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { exportedFile } from '../../server/src/features/export-report.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { canonicalTable } from '../../server/src/report/canonical-table.ts';
import { cleanReport, uri, withLine } from '../features/support.ts';

const granted = '| （一）予以公开';
const line = cleanReport.split('\n').find((each) => each.startsWith(granted)) ?? '';
/** The row as two sides wrote it: neither adds up. */
const conflict = ['<<<<<<< HEAD', line.replace(/\d/, '9'), '=======', line.replace(/\d/, '8'), '>>>>>>> main'].join(
  '\n',
);
const codesOf = (text: string) =>
  createSnapshot(uri, 1, text)
    .check()
    .findings.map(({ code }) => code);

test('relations through a conflict are silent, whichever side is read', () => {
  expect(codesOf(withLine(granted, line.replace(/\d/, '9')))).not.toEqual([]);
  expect(codesOf(withLine(granted, conflict))).toEqual(['merge-conflict']);
});

test('what stands outside is checked as ever', () => {
  const broken = withLine('| 行政强制', '| 行政强制 | x |', withLine(granted, conflict));
  expect(codesOf(broken)).toEqual(['not-a-number', 'merge-conflict']);
});

test('our side is read, and the table is not rewritten over the marks', () => {
  const { report } = createSnapshot(uri, 1, withLine(granted, conflict));
  const table = report.tables.find(({ definition }) => definition.id === 'requests');
  expect(table?.rows.get('granted')?.cells[0]?.value).toBe(9);
  expect(table && canonicalTable(report, table, 'official').kind).toBe('loses');
});

test('no export goes through it', async () => {
  const options = { settings: defaultSettings, language: 'zh', printPdf: null } as const;
  for (const format of ['html', 'json', 'docx']) {
    const made = await exportedFile(createSnapshot(uri, 1, withLine(granted, conflict)), { ...options, format });
    expect(made).toEqual({ failure: '报告里有 1 处合并冲突，尚未取舍，没有导出。请先留下对的一边，再导出。' });
  }
});
