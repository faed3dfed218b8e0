import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { fixesOf } from '../../server/src/rules/engine/fix-all.ts';
import { ownEdits } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import { edited } from '../support/fixes.ts';

const structure = rules.filter((rule) => rule.group === 'structure');

const lines = [
  '---',
  '年度: 2023',
  '格式: 2019',
  '机关: 青禾镇人民政府',
  '# 青禾镇人民政府2023年政府信息公开工作年度报告',
  '青禾镇2016年政府信息公开工作年度报告',
  '',
  '  ',
  '一、总体情况',
  '二、主动公开政府政府信息情况',
  '二、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况：无。',
  '　五、存在问题及改进措施',
  '六、其他需要报告的事项',
  'l六、其他需要报告的事项',
  '七、工作思路',
  '一、图解形式单一',
  '三、',
  '（一）主动公开。公开XX条。',
  '(一)依申请公开',
  '（三）政府信息管理。收到　　件。',
  '（五）监督保障。',
  '工作平稳。',
  '// 待核',
  '|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
  '| 行政复议 | 0 | 0 | 0 | 0 | 0 |',
  '一、本年新收政府信息公开申请数量\t0\t0',
];

const text = fc
  .tuple(fc.array(fc.constantFrom(...lines), { maxLength: 24 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([chosen, eol]) => chosen.join(eol));

describe.each(structure.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  test('finds places inside the text, and its fixes are edits that can be made', () => {
    fc.assert(
      fc.property(text, (source) => {
        const report = readReport(source);
        for (const finding of rule.check?.(subjectOf(report)) ?? []) {
          expect(finding.span.start).toBeLessThanOrEqual(finding.span.end);
          expect(source.slice(finding.span.start, finding.span.end)).not.toMatch(/[\r\n]./);
          for (const fix of fixesOf(finding)) {
            expect(edited(source, ownEdits(fix))).not.toBe(source);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('leaves fewer findings behind a fix that it is certain of', () => {
    const count = (source: string) => [...(rule.check?.(subjectOf(readReport(source))) ?? [])].length;
    fc.assert(
      fc.property(text, (source) => {
        const report = readReport(source);
        for (const finding of rule.check?.(subjectOf(report)) ?? []) {
          for (const fix of fixesOf(finding)) {
            if (fix.certain) expect(count(edited(source, ownEdits(fix))), code).toBeLessThan(count(source));
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
