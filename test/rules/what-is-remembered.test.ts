import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/engine/check.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** A report whose sentences no other has, before a comment of half a million characters. */
function report(i: number): string {
  return `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。青禾${i}镇全年通过网站公开信息 ${i} 条，依据《政府信息公开条例》第${(i % 50) + 1}条办理。

（二）依申请公开。收到第 ${i} 批申请 ${i} 件，其中自然人 ${i} 件，予以公开 ${i} 件。

// ${'旁'.repeat(500_000)}
`;
}

test('what checking remembers of sentences keeps no report alive', () => {
  const checkAll = (from: number): void => {
    for (let i = from; i < from + 40; i++) check(subjectOf(readReport(report(i))));
    collect();
  };
  checkAll(0);
  const before = process.memoryUsage().heapUsed;
  checkAll(1000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10_000_000);
});
