import { describe, expect, test } from 'vitest';
import { formsOf, standardForms } from '../../server/src/forms/index.ts';
import { maxPackRows } from '../../server/src/forms/pack.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { settingsProblems } from '../../server/src/rules/engine/settings-problems.ts';
import { type PackFile, readPackFile } from '../../server/src/workspace/pack-file.ts';
import { mostPacks, sharedForms, withPacks } from '../../server/src/workspace/packs.ts';
import { readSettings } from '../../server/src/workspace/read-settings.ts';
import { cleanReport } from '../features/support.ts';

/** Each problem with the text that it is about. */
function problems(text: string): readonly string[] {
  return settingsProblems(readPackFile(text)).map(
    ({ span, message }) => `[${text.slice(span.start, span.end)}] ${message.en}`,
  );
}

describe('problems have their places', () => {
  test.each([
    ['no JSON', '{"name": "a"', ['[] The pack is not valid JSON here (CloseBraceExpected)']],
    ['nothing', '', ['[] The pack is not valid JSON here (ValueExpected)']],
    ['a list', '[1]', ['[[] not a JSON object']],
    ['an unknown key', '{"name": "a", "row.s": 1}', ['["row.s"] row.s: “row.s” isn’t known']],
    [
      'keys with dots and brackets',
      '{"name": "a", "limits": {"x": 1, "x.y[0]": 2}}',
      ['["x"] limits.x: “limits.x” isn’t known', '["x.y[0]"] limits.x.y[0]: “limits.x.y[0]” isn’t known'],
    ],
    [
      'a row without a label',
      '{"name": "a", "rows": [{"table": "requests", "after": "received", "id": "x"}]}',
      ['[{] rows[0].label: “label” has to be a text'],
    ],
    [
      'a wrong row after another',
      '{"name": "a", "rows": [3, {"table": "requests", "after": "?", "id": "x", "label": "甲"}]}',
      ['[3] rows[0]: not a JSON object', '[{] rows[1]: the table has no row “?”'],
    ],
    ['an unknown rule', '{"name": "a", "rules": {"row-odder": "off"}}', ['["row-odder"] There is no rule “row-odder”']],
  ])('%s', (_, text, expected) => expect(problems(text)).toEqual(expected));

  test('comments and trailing commas are none', () => {
    expect(problems('// 本省\n{"name": "甲",}')).toEqual([]);
  });
});

describe('hostile packs give problems and nothing else', () => {
  const rows = (count: number, after: (i: number) => string) =>
    JSON.stringify({
      name: 'a',
      rows: Array.from({ length: count }, (_, i) => ({
        table: 'requests',
        after: after(i),
        id: `r${i}`,
        label: `行${i}`,
      })),
    });
  test.each([
    ['huge', ' '.repeat(1_000_001)],
    ['deep', '{"a":'.repeat(200_000)],
    ['deep lists', '['.repeat(400_000)],
    [
      'wrong types',
      '{"name":3,"applies":4,"rows":{},"labels":"x","headings":[[1]],"words":[],"limits":null,"rules":7}',
    ],
    ['names of prototypes', '{"name":"a","__proto__":{"x":1},"limits":{"__proto__":1},"words":{"constructor":["x"]}}'],
    [
      'thousands of unknown keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${i}`, 1]))),
    ],
    ['thousands of rows', rows(5_000, (i) => (i === 0 ? 'carried-forward' : `r${i - 1}`))],
    ['thousands of rows below nothing', rows(5_000, () => '?')],
  ])('%s', (_, text) => {
    const { pack, problems: found } = readPackFile(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(101);
    for (const { span } of found)
      expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
    if (!pack) return;
    expect(pack.rows.length).toBeLessThanOrEqual(maxPackRows);
    const report = readReport(cleanReport, formsOf([pack]));
    expect(report.tables.map(({ definition }) => definition.id)).toEqual(['disclosure', 'requests', 'disputes']);
  });
});

describe('the packs of a settings file', () => {
  const pack = readPackFile('{"name": "甲"}');
  const load = (
    text: string,
    formsFor = sharedForms(),
    read = (place: string): PackFile | null => (place.endsWith('/甲.json') ? pack : null),
  ) =>
    withPacks(
      { path: 'file:///a/b/nianbao.json', text, ...readSettings(text) },
      async (place) => read(decodeURI(place)),
      formsFor,
    );

  test('lie relative to it', async () => {
    const reads: string[] = [];
    await load('{"packs": ["./x.json", "../y.json", "z\\\\w.json"]}', sharedForms(), (place) => {
      reads.push(place);
      return null;
    });
    expect(reads).toEqual(['file:///a/b/x.json', 'file:///a/y.json', 'file:///a/b/z/w.json']);
  });

  test('are compiled once, whoever names them', async () => {
    const shared = sharedForms();
    const [one, other, none] = await Promise.all([
      load('{"packs": ["甲.json"]}', shared),
      load('{"rules": {}, "packs": ["./甲.json", "x/甲.json"]}', shared),
      load('{}', shared),
    ]);
    expect(one.forms).toBe(other.forms);
    expect(one.forms).not.toBe(standardForms());
    expect(none.forms).toBe(standardForms());
  });

  test.each([
    ['no list', '{"packs": "甲.json"}', ['"甲.json"']],
    ['no path', '{"packs": ["甲.json", 3, ""]}', ['3', '""']],
    ['absent', '{"packs": ["甲.json", "乙.json"]}', ['"乙.json"']],
    ['absolute', '{"packs": ["https://example.org/甲.json"]}', ['"https://example.org/甲.json"']],
    ['out of the root', '{"packs": ["../../../甲.json"]}', ['"../../../甲.json"']],
    [
      'too many',
      JSON.stringify({ packs: [...Array.from({ length: mostPacks }, () => '甲.json'), '乙.json'] }),
      ['"乙.json"'],
    ],
  ])('%s is a problem in it', async (_, text, expected) => {
    const { problems: found } = await load(text);
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(expected);
    for (const { message } of found) expect(message.zh !== '' && message.en !== '').toBe(true);
  });
});
