// What is asked of a report costs what it is long, and no answer is longer than anyone can use; told by counting.
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { headlessRows } from '../../server/src/analysis/table-heads.ts';
import { extraRows, insertRows } from '../../server/src/exporters/extra-rows.ts';
import { formTable } from '../../server/src/exporters/form-table.ts';
import { html } from '../../server/src/exporters/html.ts';
import { headerIds } from '../../server/src/exporters/html-headers.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { preview } from '../../server/src/features/preview.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { conflictAt, conflictsIn } from '../../server/src/report/conflicts.ts';
import type { Table } from '../../server/src/report/report.ts';
import { maxFindings } from '../../server/src/rules/engine/check.ts';
import { counted, growth } from '../support/counted.ts';

const HEAD = `# 青禾镇2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
`;

const repeatedRows = (count: number): string => HEAD + '| 规章 | 0 | 0 | 0 |\n'.repeat(count);
const unknownRows = (count: number): string =>
  `${HEAD}${Array.from({ length: count }, (_, i) => `| 便民事项${i} | ${i} | 0 | 0 |\n`).join('')}| 规章 | 0 | 0 | 0 |\n`;
const labelsAlone = (count: number): string =>
  `${HEAD}| 规章 | 0 | 0 | 0 |\n${Array.from({ length: count }, (_, i) => `| 便民事项${i} |\n`).join('')}| 便民 | 1 | 2 | 3 |\n| 行政规范性文件 | 0 | 0 | 0 |\n`;

function tableOf(text: string): Table {
  const [table] = readReport(text).tables;
  if (!table) throw new Error('no table');
  return table;
}

describe('work grows with the report, not with its square', () => {
  it.each([
    ['repeated rows', repeatedRows],
    ['unknown rows', unknownRows],
  ])('heads of blocks are looked for once: %s', (_, text) => {
    const reads = (size: number): number => {
      const report = readReport(text(size));
      const table = tableOf(text(size));
      const lines = counted(table.lines);
      headlessRows(report, { ...table, lines: lines.items });
      return lines.reads();
    };
    expect(growth(reads)).toBeLessThan(2.5);
  });

  it('a merge is found at a place without looking at all', () => {
    const text = '<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n'.repeat(800);
    const conflicts = counted(conflictsIn(text));
    const last = text.lastIndexOf('<<<<<<<');
    expect(conflictAt(conflicts.items, { start: last + 3, end: last + 3 })?.span.start).toBe(last);
    expect(conflicts.reads()).toBeLessThan(20);
  });

  it('headers of cells are told row by row', () => {
    const reads = (size: number): number => {
      const table = formTable(tableOf(repeatedRows(size)));
      const rows = counted(table.rows);
      const ids = headerIds({ ...table, rows: rows.items }, 'table');
      table.rows.forEach(({ cells }, row) => {
        for (const cell of cells) ids.attribute(cell, row);
      });
      return rows.reads();
    };
    expect(growth(reads)).toBeLessThan(2.5);
  });

  it('a cell is told the latest of many titles above it', () => {
    const page = html.text ? html.write(readReport(labelsAlone(300))) : '';
    const most = [...page.matchAll(/ headers="([^"]*)"/g)].map(([, ids = '']) => ids.split(' ').length);
    expect(Math.max(...most)).toBeGreaterThan(10);
    expect(Math.max(...most)).toBeLessThan(30);
  });
});

describe('rows that the form has no place for', () => {
  it('stay in their order, be they above the first of the form', () => {
    const table = tableOf(unknownRows(5));
    const extras = extraRows(table);
    expect(extras.map(({ after }) => after)).toEqual([null, null, null, null, null]);
    const grid = [
      { cells: [], rows: [] },
      { cells: [], rows: ['regulations'] },
    ];
    const labels = insertRows(grid, extras, [false, true, true, true]).map(([first]) => first?.text ?? '');
    expect(labels).toEqual(['', '便民事项0', '便民事项1', '便民事项2', '便民事项3', '便民事项4', '']);
  });
});

describe('answers are bounded as diagnostics are', () => {
  const options = {
    settings: defaultSettings,
    language: 'zh',
    relatedInformation: true,
    only: null,
    versionedEdits: true,
    snippetEdits: false,
    commands: false,
  } as const;

  it('code actions of a whole report mend what is listed', () => {
    const snapshot = createSnapshot('file:///work/报告.nianbao', 1, repeatedRows(1000));
    const whole = snapshot.lines.rangeOf({ start: 0, end: snapshot.text.length });
    const fixes = codeActions(snapshot, { ...options, range: whole }).filter(({ title }) => title === '删去重复的一行');
    expect(fixes.length).toBeGreaterThan(100);
    expect(fixes.length).toBeLessThanOrEqual(maxFindings);
    const [change] = fixes[0]?.edit?.documentChanges ?? [];
    expect(change && 'edits' in change ? change.edits.length : 0).toBe(1);
  });

  it('the preview shows so many suppressed findings and no more', () => {
    const silenced = Array.from(
      { length: 300 },
      () => '// nianbao-ignore duplicate-row: 另有说明\n| 规章 | 0 | 0 | 0 |\n',
    );
    const text = `${HEAD}| 规章 | 0 | 0 | 0 |\n${silenced.join('')}`;
    const snapshot = createSnapshot('file:///work/报告.nianbao', 1, text);
    expect(snapshot.check().suppressed.length).toBeGreaterThan(250);
    const { findings } = preview(snapshot, options);
    expect(findings.filter(({ suppressed }) => suppressed !== null)).toHaveLength(maxFindings);
  });
});
