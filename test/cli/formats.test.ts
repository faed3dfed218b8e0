import { describe, expect, test } from 'vitest';
import type { CheckedFile, FormatOptions, OutputFormat, Totals } from '../../server/src/cli/formats/format.ts';
import { github } from '../../server/src/cli/formats/github.ts';
import { json } from '../../server/src/cli/formats/json.ts';
import { junit } from '../../server/src/cli/formats/junit.ts';
import { pretty } from '../../server/src/cli/formats/pretty.ts';
import { sarif } from '../../server/src/cli/formats/sarif.ts';
import { Tally } from '../../server/src/cli/tally.ts';
import type { CheckedFinding } from '../../server/src/rules/engine/check.ts';
import type { Severity } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { unmark } from '../support/marks.ts';

const severities: Readonly<Record<string, Severity>> = {
  'outcome-total': 'error',
  'blank-cell': 'warning',
  'unknown-year': 'information',
  'section-title': 'hint',
};

/** A file with a finding at each mark; `related` marks belong to the finding before them. */
function fileOf(
  file: string,
  marked: string,
  said = (code: string) => ({ zh: `中文 ${code}`, en: `English ${code}` }),
): CheckedFile {
  const { text, expected } = unmark(marked);
  const findings: CheckedFinding[] = [];
  for (const { code, span } of expected) {
    const last = findings.at(-1);
    if (code === 'related' && last) {
      const related = [...last.related(), { span, message: () => ({ zh: '相关', en: 'related' }) }];
      findings[findings.length - 1] = { ...last, related: () => related };
    } else {
      const data = { table: 'requests', row: 'total', column: 'person', expected: 5, found: 4 };
      findings.push({
        code,
        span,
        severity: severities[code] ?? 'error',
        message: () => said(code),
        related: () => [],
        data,
      });
    }
  }
  return { file, text, lines: new LineIndex(text), findings, suppressed: [] };
}

function written(
  format: OutputFormat,
  files: readonly CheckedFile[],
  options: Partial<FormatOptions> = {},
  unread: readonly string[] = [],
) {
  const writer = format.open({ language: 'zh', color: false, columns: 60, ...options });
  const tally = new Tally();
  for (const { findings } of files) tally.add(findings);
  tally.unreadable = unread.length;
  const totals: Totals = tally;
  return [
    writer.start(),
    files
      .map((file) => writer.file(file))
      .filter((text) => text !== '')
      .join(writer.between),
    ...unread.map((file) => writer.unreadable(file, '读不了')),
    writer.end(totals),
  ].join('');
}

const one = fileOf('甲.nianbao', '| （七）总计 | {{outcome-total:4}} |\n| 予以公开 | {{related:3}} |\n');
const clean = fileOf('乙.nianbao', '一、总体情况\n');

const inLineSeven = { start: { line: 6, character: 2 }, end: { line: 6, character: 3 } };

/** A finding with a related place in another file, and nine fixes that change both files. */
const elsewhere: CheckedFile = {
  ...one,
  findings: one.findings.map((finding) => {
    const there = { file: '甲-2022.nianbao', place: { line: 6, start: 2, end: 3 } };
    return {
      ...finding,
      related: () => [{ ...there, message: () => ({ zh: '去年', en: 'last year' }) }],
      fixes: () =>
        Array.from({ length: 9 }, (_, i) => ({
          title: { zh: `改为 ${i}`, en: `Write ${i}` },
          edits: [
            { span: finding.span, text: String(i) },
            { ...there, text: String(i) },
          ],
          certain: false,
        })),
    };
  }),
};

describe('json', () => {
  test('has the shape that was promised', () => {
    expect(JSON.parse(written(json, [one, clean]))).toEqual([
      {
        file: '甲.nianbao',
        code: 'outcome-total',
        severity: 'error',
        message: '中文 outcome-total',
        range: { start: { line: 0, character: 10 }, end: { line: 0, character: 11 } },
        related: [{ message: '相关', range: { start: { line: 1, character: 9 }, end: { line: 1, character: 10 } } }],
        fixes: [],
        data: { table: 'requests', row: 'total', column: 'person', expected: 5, found: 4 },
      },
    ]);
  });

  test('names the file of a place that is in another, and gives the first eight fixes', () => {
    const [record] = JSON.parse(written(json, [elsewhere]));
    expect(record.related).toEqual([{ message: '去年', file: '甲-2022.nianbao', range: inLineSeven }]);
    expect(record.fixes).toHaveLength(8);
    expect(record.fixes[0]).toEqual({
      title: '改为 0',
      edits: [
        { range: { start: { line: 0, character: 10 }, end: { line: 0, character: 11 } }, newText: '0' },
        { file: '甲-2022.nianbao', range: inLineSeven, newText: '0' },
      ],
    });
  });

  test('is an array whatever is found, in the language asked for', () => {
    expect(JSON.parse(written(json, []))).toEqual([]);
    expect(JSON.parse(written(json, [clean], {}, ['x']))).toEqual([]);
    const many = JSON.parse(written(json, [one, clean, one], { language: 'en' }));
    expect(many.map(({ message }: { message: string }) => message)).toEqual([
      'English outcome-total',
      'English outcome-total',
    ]);
  });
});

describe('github', () => {
  test('annotates with one-based places', () => {
    const file = fileOf('甲.nianbao', '甲{{blank-cell:乙}}\n{{outcome-total:丙\n丁}}\n{{section-title:}}');
    expect(written(github, [file], {}, ['x.nianbao']).split('\n')).toEqual([
      '::warning file=甲.nianbao,line=1,col=2,endColumn=2,title=blank-cell::中文 blank-cell',
      '::error file=甲.nianbao,line=2,col=1,endLine=3,title=outcome-total::中文 outcome-total',
      '::notice file=甲.nianbao,line=4,col=1,endColumn=1,title=section-title::中文 section-title',
      '::error file=x.nianbao::读不了',
      '',
    ]);
  });

  test('escapes what has a meaning in a command', () => {
    const file = fileOf('a,b:c%.nianbao', '{{outcome-total:1}}', () => ({ zh: '50%：甲,乙\r\n::error::丙', en: '' }));
    expect(written(github, [file])).toBe(
      '::error file=a%2Cb%3Ac%25.nianbao,line=1,col=1,endColumn=1,title=outcome-total::50%25：甲,乙%0D%0A::error::丙\n',
    );
  });
});

describe('what GitHub doesn’t show', () => {
  const writer = github.open({ language: 'en', color: false, columns: 60 });
  const file = (name: string) =>
    writer.file(fileOf(name, '{{outcome-total:1}}{{blank-cell:2}}', () => ({ zh: '', en: 'a | <b>\n`c`' })));

  test('is none where there are ten of a kind', () => {
    for (let i = 0; i < 10; i++) writer.heard?.(file(`${i}.nianbao`));
    expect(writer.appendix?.()).toBeNull();
  });

  test('is told in the summary of the step, a line each, nothing of it Markdown', () => {
    writer.heard?.(file('a,b.nianbao'));
    expect(writer.appendix?.()?.variable).toBe('GITHUB_STEP_SUMMARY');
    expect(writer.appendix?.()?.text.split('\n')).toEqual([
      '### 2 more findings',
      '',
      '| kind | place | rule | finding |',
      '|---|---|---|---|',
      '| error | a,b.nianbao:1 | outcome&#45;total | a &#124; &#60;b&#62; &#96;c&#96; |',
      '| warning | a,b.nianbao:1 | blank&#45;cell | a &#124; &#60;b&#62; &#96;c&#96; |',
      '',
      '',
    ]);
  });
});

describe('sarif', () => {
  const log = JSON.parse(written(sarif, [one, clean, fileOf('a b/丙.nianbao', '{{blank-cell:}}')], {}, ['丁.nianbao']));
  const [run] = log.runs;

  test('is version 2.1.0 with all that the format requires', () => {
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/sarif-2\.1\.0/);
    expect(log.runs).toHaveLength(1);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver).toMatchObject({ name: 'nianbao', language: 'zh-CN' });
    for (const result of run.results) {
      expect(result.message.text).not.toBe('');
      expect(['none', 'note', 'warning', 'error']).toContain(result.level);
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    }
    for (const rule of run.tool.driver.rules) {
      for (const part of ['shortDescription', 'fullDescription', 'help']) expect(rule[part].text).not.toBe('');
    }
  });

  test('lists every rule of the catalogue once', () => {
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ code }) => code));
  });

  test('places results and what they relate to', () => {
    expect(run.results[0].locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURIComponent('甲.nianbao') },
          region: { startLine: 1, startColumn: 11, endLine: 1, endColumn: 12 },
        },
      },
    ]);
    expect(run.results[0].relatedLocations[0]).toMatchObject({
      message: { text: '相关' },
      physicalLocation: { region: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 11 } },
    });
    expect(run.results[1].locations[0].physicalLocation.artifactLocation.uri).toBe(
      `a%20b/${encodeURIComponent('丙')}.nianbao`,
    );
  });

  test('gives fixes as changes of artifacts, and places in other files as theirs', () => {
    const [{ fixes, relatedLocations }] = JSON.parse(written(sarif, [elsewhere])).runs[0].results;
    const last = encodeURIComponent('甲-2022.nianbao');
    expect(relatedLocations[0].physicalLocation.artifactLocation.uri).toBe(last);
    expect(fixes).toHaveLength(8);
    expect(fixes[1]).toEqual({
      description: { text: '改为 1' },
      artifactChanges: [
        {
          artifactLocation: { uri: encodeURIComponent('甲.nianbao') },
          replacements: [
            {
              deletedRegion: { startLine: 1, startColumn: 11, endLine: 1, endColumn: 12 },
              insertedContent: { text: '1' },
            },
          ],
        },
        {
          artifactLocation: { uri: last },
          replacements: [
            {
              deletedRegion: { startLine: 7, startColumn: 3, endLine: 7, endColumn: 4 },
              insertedContent: { text: '1' },
            },
          ],
        },
      ],
    });
  });

  test('says where the tool is told of, and knows findings again when lines move and values change', () => {
    expect(run.tool.driver.informationUri).toMatch(/^https:/);
    const prints = (text: string) =>
      JSON.parse(written(sarif, [fileOf('甲.nianbao', text)])).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) => partialFingerprints,
      );
    const [first, second, other] = prints('{{outcome-total:1}}\n{{outcome-total:1}}\n{{blank-cell:}}');
    expect(Object.keys(first)).toEqual(['nianbao/v1', 'primaryLocationLineHash']);
    expect(new Set([first, second, other].map((each) => each['nianbao/v1'])).size).toBe(3);
    expect(prints('\n\nx {{outcome-total:23}}')).toEqual([first]);
  });

  test('lists what the report silences, with its reason', () => {
    const file = fileOf('甲.nianbao', '{{outcome-total:1}}');
    const [finding] = file.findings;
    const suppressed = finding ? ['已核实', ''].map((reason) => ({ finding, reason })) : [];
    const [first, second] = JSON.parse(written(sarif, [{ ...file, findings: [], suppressed }])).runs[0].results;
    expect(first.suppressions).toEqual([{ kind: 'inSource', justification: '已核实' }]);
    expect(second.suppressions).toEqual([{ kind: 'inSource' }]);
  });

  test('says which files could not be read', () => {
    expect(run.invocations).toHaveLength(1);
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications[0]).toMatchObject({
      level: 'error',
      message: { text: '读不了' },
    });
    expect(JSON.parse(written(sarif, [])).runs[0].invocations[0].executionSuccessful).toBe(true);
  });
});

describe('junit', () => {
  test('is a suite for each file; only errors fail', () => {
    const file = fileOf('丙.nianbao', '甲{{blank-cell:乙}}');
    expect(written(junit, [one, file, clean], {}, ['丁.nianbao'])).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="nianbao">
      <testsuite name="甲.nianbao" tests="1" failures="1" errors="0">
      <testcase classname="甲.nianbao" name="1:11 outcome-total">
      <failure type="outcome-total" message="中文 outcome-total">甲.nianbao:1:11 error outcome-total
      中文 outcome-total
        甲.nianbao:2:10 相关</failure>
      </testcase>
      </testsuite>
      <testsuite name="丙.nianbao" tests="1" failures="0" errors="0">
      <testcase classname="丙.nianbao" name="1:2 blank-cell">
      <system-out>丙.nianbao:1:2 warning blank-cell
      中文 blank-cell</system-out>
      </testcase>
      </testsuite>
      <testsuite name="乙.nianbao" tests="1" failures="0" errors="0">
      <testcase classname="乙.nianbao" name="没有发现问题"/>
      </testsuite>
      <testsuite name="丁.nianbao" tests="1" failures="0" errors="1">
      <testcase classname="丁.nianbao" name="读取文件">
      <error type="unreadable" message="读不了"/>
      </testcase>
      </testsuite>
      </testsuites>
      "
    `);
  });

  test('escapes what XML can not hold', () => {
    const file = fileOf('<a>&"b".nianbao', '{{outcome-total:1}}', () => ({
      zh: 'x\u0000\u001b<y>&"\'\n\ud800z',
      en: '',
    }));
    const xml = written(junit, [file]);
    expect(xml).toContain('name="&lt;a&gt;&amp;&quot;b&quot;.nianbao"');
    expect(xml).toContain('message="x\ufffd\ufffd&lt;y&gt;&amp;&quot;&#39;&#10;\ufffdz"');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them.
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });
});

describe('pretty', () => {
  test('names the file of a place that is in another', () => {
    expect(written(pretty, [elsewhere])).toContain('甲-2022.nianbao:7:3');
  });

  test('shows the line, the mark, the message, the code and what is related', () => {
    expect(written(pretty, [one])).toMatchInlineSnapshot(`
      "甲.nianbao
        1:11    错误  中文 outcome-total  outcome-total
              │ | （七）总计 | 4 |
              │                ^
                2:10    相关

      检查了 1 份报告：错误 1
      规则说明：nianbao explain <规则代码>
      "
    `);
    expect(written(pretty, [one], { language: 'en' })).toMatchInlineSnapshot(`
      "甲.nianbao
        1:11    error  English outcome-total  outcome-total
              │ | （七）总计 | 4 |
              │                ^
                2:10    related

      1 report checked: error 1
      What a rule means: nianbao explain <code>
      "
    `);
  });

  test('marks the first line of several and says where it ends', () => {
    const file = fileOf('丙.nianbao', '甲\n{{outcome-total:一、总体情况\n\n正文\n}}二、');
    expect(written(pretty, [file])).toMatchInlineSnapshot(`
      "丙.nianbao
        2:1     错误  中文 outcome-total  outcome-total
              │ 一、总体情况
              │ ^^^^^^^^^^^^ 到第 4 行

      检查了 1 份报告：错误 1
      规则说明：nianbao explain <规则代码>
      "
    `);
  });

  test('several files end in a summary by rule', () => {
    const mixed = fileOf(
      '丙.nianbao',
      '{{blank-cell:1}}{{outcome-total:2}}{{section-title:3}}{{unknown-year:4}}{{blank-cell:5}}',
    );
    const shown = (language: 'zh' | 'en') => {
      const text = written(pretty, [one, clean, mixed], { language }, ['x']);
      return text.slice(text.lastIndexOf('\n\n', text.lastIndexOf('\n\n') - 1));
    };
    expect(shown('zh')).toMatchInlineSnapshot(`
      "

        错误  2 处 2 份  outcome-total  表三（七）总计与各项办理结果之和不符
        警告  2 处 1 份  blank-cell     数据格没有填数
        信息  1 处 1 份  unknown-year   不知道是哪一年度的报告
        提示  1 处 1 份  section-title  标题与规定的不一致

      检查了 3 份报告（1 份没有问题），另有 1 处读不了：错误 2 · 警告 2 · 信息 1 · 提示 1
      规则说明：nianbao explain <规则代码>
      "
    `);
    expect(shown('en')).toMatchInlineSnapshot(`
      "

        error        2  in 2 reports  outcome-total  （七）总计 differs from the sum of the outcomes
        warning      2   in 1 report  blank-cell     A value is not filled in
        information   1   in 1 report  unknown-year   The reporting year is unknown
        hint         1   in 1 report  section-title  A title differs from the official one

      3 reports checked (1 without findings), 1 could not be read: error 2 · warning 2 · information 1 · hint 1
      What a rule means: nianbao explain <code>
      "
    `);
  });

  test('a clean run says so', () => {
    expect(written(pretty, [clean])).toBe('检查了 1 份报告：没有发现问题。\n');
    expect(written(pretty, [clean, clean], { language: 'en' })).toBe(
      '2 reports checked (2 without findings): no findings.\n',
    );
  });

  test('colours only where they are wanted', () => {
    expect(written(pretty, [one])).not.toContain('\u001b');
    expect(written(pretty, [one], { color: true })).toContain('\u001b[1;31m错误\u001b[0m');
  });

  test('a message or file name never steers the terminal', () => {
    const file = fileOf('\u001b]0;x\u0007.nianbao', '{{outcome-total:1}}', () => ({ zh: '甲\u001b[2J\r\n乙', en: '' }));
    const text = written(pretty, [file]);
    expect(text).not.toContain('\u001b');
    expect(text).toContain('甲␛[2J 乙');
  });
});
