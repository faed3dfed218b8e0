import { expect, test } from 'vitest';
import { type DiagnosticOptions, diagnosticOf, diagnostics } from '../../server/src/features/diagnostics.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { maxFileSize } from '../../server/src/text/limits.ts';
import { cleanReport, uri, withLine } from './support.ts';

const chinese: DiagnosticOptions = { language: 'zh', settings: { rules: {} }, relatedInformation: true };
const wrong = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | 2 |');
const line = wrong.split('\n').findIndex((each) => each.startsWith('| 行政复议 '));

function found(text: string, options: Partial<DiagnosticOptions> = {}) {
  return diagnostics(createSnapshot(uri, 1, text), { ...chinese, ...options });
}

test('a finding with everything that it knows', () => {
  expect(found(wrong)).toEqual([
    {
      range: { start: { line, character: 25 }, end: { line, character: 26 } },
      severity: 1,
      code: 'dispute-total',
      source: 'nianbao',
      message: '表四 行政复议 · 总计：各项合计为 1（结果维持 1），表中填 2，多 1，疑为重复计入「结果维持 1」',
      relatedInformation: [
        {
          location: { uri, range: { start: { line, character: 9 }, end: { line, character: 10 } } },
          message: '结果维持 1',
        },
      ],
      data: expect.objectContaining({
        code: 'dispute-total',
        table: 'disputes',
        row: 'reconsideration',
        column: 'total',
        expected: 1,
        found: 2,
      }),
    },
  ]);
});

test('a client that shows no related information gets it in the message', () => {
  const [only] = found(wrong, { relatedInformation: false });
  expect(only?.message).toBe(
    `表四 行政复议 · 总计：各项合计为 1（结果维持 1），表中填 2，多 1，疑为重复计入「结果维持 1」\n第 ${line + 1} 行：结果维持 1`,
  );
  expect(only?.relatedInformation).toBeUndefined();
  expect(found(wrong, { relatedInformation: false, language: 'en' })[0]?.message).toContain(`\nline ${line + 1}: `);
});

test('the same findings in English', () => {
  const inBoth = (['zh', 'en'] as const).map((language) => found(wrong, { language }));
  const [zh, en] = inBoth.map((all) => all.map(({ range, severity, code, data }) => ({ range, severity, code, data })));
  expect(en).toEqual(zh);
  expect(inBoth[1]?.[0]?.message).toMatch(/^Table 4.*add up to 1/);
});

const last = 'file:///%E9%9D%92%E7%A6%BE%E9%95%87-2022.nianbao';

/** The finding of `wrong` with a related place in last year's report alone. */
function foundElsewhere(relatedInformation: boolean) {
  const snapshot = createSnapshot(uri, 1, wrong);
  const [finding] = snapshot.check().findings;
  if (!finding) throw new Error('no finding');
  const related = () => [
    { file: last, place: { line: 6, start: 2, end: 3 }, message: () => ({ zh: '上年填 4', en: '4 last year' }) },
  ];
  return diagnosticOf(snapshot, { ...finding, related }, { ...chinese, relatedInformation });
}

test('a related place in another file is told with that file', () => {
  expect(foundElsewhere(true).relatedInformation).toEqual([
    {
      location: { uri: last, range: { start: { line: 6, character: 2 }, end: { line: 6, character: 3 } } },
      message: '上年填 4',
    },
  ]);
  expect(foundElsewhere(false).message).toMatch(/\n青禾镇-2022\.nianbao 第 7 行：上年填 4$/);
});

test('severities as set, and off', () => {
  expect(found(wrong, { settings: { rules: { 'dispute-total': 'hint' } } })[0]?.severity).toBe(4);
  expect(found(wrong, { settings: { rules: { 'dispute-total': 'off' } } })).toEqual([]);
});

test('nothing in a clean report', () => {
  expect(found(cleanReport)).toEqual([]);
});

test('a text over the limit is said to be, and nothing else is done with it', () => {
  const text = '| 一、 |\n'.repeat(maxFileSize / 7 + 1);
  const snapshot = createSnapshot(uri, 1, text);
  expect(diagnostics(snapshot, chinese).map(({ code }) => code)).toEqual(['file-too-large']);
  expect(snapshot.tree.lines).toEqual([]);
});

test('findings are made once for the same settings', () => {
  const snapshot = createSnapshot(uri, 1, wrong);
  expect(snapshot.check(chinese.settings)).toBe(snapshot.check(chinese.settings));
  expect(snapshot.check({ rules: { 'dispute-total': 'off' } })).not.toBe(snapshot.check(chinese.settings));
});
