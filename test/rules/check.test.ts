import { describe, expect, test } from 'vitest';
import type { RuleSettings } from '../../server/src/analysis/settings.ts';
import { type Subject, subjectOf } from '../../server/src/analysis/subject.ts';
import type { Form } from '../../server/src/forms/form.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { check, maxFindings } from '../../server/src/rules/engine/check.ts';
import { render } from '../../server/src/rules/engine/render.ts';
import { ownEdits, silenceTells } from '../../server/src/rules/engine/rule.ts';
import { rulesWithTexts as rules } from '../../server/src/rules/index.ts';
import { maxFileSize, maxPieces } from '../../server/src/text/limits.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { reportOf } from '../support/figures.ts';
import { editionById } from '../support/forms.ts';
import { remark, unmark } from '../support/marks.ts';

const form = editionById('2021') as Form;
const wrongTotal = reportOf(form, 'disputes', { reconsideration: [10, 1, 0, 0, 10] });
const HEADER = /(?=\|\s+\| 结果维持)/;
const ROW = /(?=\| 行政复议)/;

function codes(text: string, rules: RuleSettings['rules'] = {}): readonly string[] {
  return check(subjectOf(readReport(text), { settings: { rules } })).findings.map(
    ({ code, severity }) => `${code} ${severity}`,
  );
}

function of(code: string, text: string, settings: RuleSettings['rules'] = {}): readonly string[] {
  return codes(text, settings).filter((found) => found.startsWith(code));
}

describe('severities', () => {
  test('are the rule’s own, or what the user sets', () => {
    expect(of('dispute-total', wrongTotal)).toEqual(['dispute-total error']);
    expect(of('dispute-total', wrongTotal, { 'dispute-total': 'hint' })).toEqual(['dispute-total hint']);
    expect(of('dispute-total', wrongTotal, { 'dispute-total': 'off' })).toEqual([]);
  });
});

describe('suppressions', () => {
  const reason = '有一件并案审理，已核实';

  test.each([
    ['the whole table, before it', wrongTotal.replace(HEADER, `// nianbao-ignore dispute-total: ${reason}\n`)],
    [
      'the whole table, after a blank and a comment',
      wrongTotal.replace(HEADER, `// nianbao-ignore dispute-total: ${reason}\n\n// 注\n`),
    ],
    ['the next line', wrongTotal.replace(ROW, `// nianbao-ignore dispute-total: ${reason}\n`)],
    [
      'the next line, below another',
      wrongTotal.replace(ROW, `// nianbao-ignore dispute-total: ${reason}\n// nianbao-ignore row-label: 未改\n`),
    ],
    ['the file', wrongTotal.replace('---\n\n', `忽略: dispute-total: ${reason}\n---\n\n`)],
    ['the file, among others', wrongTotal.replace('---\n\n', `忽略: row-label，dispute-total：${reason}\n---\n\n`)],
  ])('silence a code in %s', (_, text) => {
    const { findings, suppressed } = check(subjectOf(readReport(text)));
    expect(findings.filter(({ code }) => code === 'dispute-total')).toEqual([]);
    expect(suppressed.map(({ finding: { code }, reason: why }) => [code, why])).toEqual([['dispute-total', reason]]);
  });

  test('silence no other line', () => {
    expect(
      of('dispute-total', wrongTotal.replace(/(?=\| 复议后起诉)/, `// nianbao-ignore dispute-total: ${reason}\n`)),
    ).toHaveLength(1);
    expect(of('dispute-total', `${wrongTotal}\n// nianbao-ignore dispute-total: ${reason}\n`)).toHaveLength(1);
  });

  test('silence without a reason too, but say so', () => {
    for (const line of ['// nianbao-ignore dispute-total', '// nianbao-ignore dispute-total: （理由）']) {
      const text = wrongTotal.replace(HEADER, `${line}\n`);
      expect(of('dispute-total', text)).toEqual([]);
      expect(of('suppression-reason', text)).toEqual(['suppression-reason warning']);
    }
  });

  test('cannot silence what is said about suppressions', () => {
    const text = wrongTotal.replace(
      '---\n\n',
      `忽略: suppression-reason, unknown-code, unused-suppression: ${reason}\n---\n\n// nianbao-ignore no-such\n`,
    );
    expect(of('suppression-reason', text)).toHaveLength(1);
    expect(of('unknown-code', text)).toHaveLength(1);
    expect(of('unused-suppression', text)).toHaveLength(3);
  });

  test('are not called unused where the files are not known that their rule looks at', () => {
    const knows = ({ previous }: Subject) => previous !== null;
    const alone = subjectOf(readReport(wrongTotal));
    const lastYear = { source: '2022.nianbao', body: null, year: 2022, edition: '2021', values: new Map() };
    expect(silenceTells({ group: 'across-files', knows }, alone)).toBe(false);
    expect(silenceTells({ group: 'across-files', knows }, { ...alone, previous: lastYear })).toBe(true);
    expect(silenceTells({ group: 'tables' }, alone)).toBe(true);
  });

  test('are not called unused where their rule is off', () => {
    const text = wrongTotal.replace(HEADER, `// nianbao-ignore impossible-stock: ${reason}\n`);
    expect(of('unused-suppression', text)).toHaveLength(1);
    expect(of('unused-suppression', text, { 'impossible-stock': 'off' })).toEqual([]);
  });
});

/** The text after the first fix of a rule’s first finding. */
function fixed(code: string, text: string): string {
  const report = readReport(text);
  const found = check(subjectOf(report)).findings.find((one) => one.code === code);
  const [fix] = found?.fixes?.() ?? [];
  return [...(fix ? ownEdits(fix) : [])]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (left, { span, text: replacement }) => left.slice(0, span.start) + replacement + left.slice(span.end),
      text,
    );
}

describe('fixes of suppressions', () => {
  test('an unknown code becomes the nearest', () => {
    expect(fixed('unknown-code', '// nianbao-ignore Aplicant_total: 已核实\n无。\n')).toBe(
      '// nianbao-ignore applicant-total: 已核实\n无。\n',
    );
  });

  test.each([
    ['无。\r\n// nianbao-ignore row-label: 一\r\n无。\r\n', '无。\r\n无。\r\n'],
    ['---\n忽略: row-label: 一\n年度: 2023\n---\n', '---\n年度: 2023\n---\n'],
    ['// nianbao-ignore row-label, suppression-x: 一\n无。', '// nianbao-ignore suppression-x: 一\n无。'],
    ['// nianbao-ignore suppression-x, row-label: 一\n无。', '// nianbao-ignore suppression-x: 一\n无。'],
  ])('an unused code goes, with its line where it is alone: %j', (text, expected) => {
    expect(fixed('unused-suppression', text)).toBe(expected);
  });
});

describe('limits', () => {
  const manyHints = (count: number) =>
    Array.from({ length: count }, () => '// nianbao-ignore row-label: 一\n').join('');

  test('of more than 200 findings the most severe are kept, and the rest is counted', () => {
    const text = `${manyHints(maxFindings + 30)}${wrongTotal.replace(/---[\s\S]*---\n/, '')}`;
    const { findings } = check(subjectOf(readReport(text)));
    expect(findings).toHaveLength(maxFindings + 1);
    const last = findings.at(-1);
    expect(last?.code).toBe('more-findings');
    expect(last?.severity).toBe('information');
    expect(last?.data.count).toBeGreaterThanOrEqual(30);
    expect(last?.data.errors).toBe(0);
    expect(findings.some(({ code }) => code === 'dispute-total')).toBe(true);
    const places = findings.slice(0, -1).map(({ span }) => span.start);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('a text over the limit is not examined, and that is said', () => {
    const atLimit = '无。\n'.padEnd(maxFileSize, ' ');
    expect(check(subjectOf(readReport(atLimit))).findings.some(({ code }) => code === 'file-too-large')).toBe(false);
    const { findings } = check(subjectOf(readReport(`${atLimit} `)));
    expect(findings.map(({ code, severity, span }) => ({ code, severity, span }))).toEqual([
      { code: 'file-too-large', severity: 'warning', span: { start: 0, end: 2 } },
    ]);
  });

  test('nor is one of more lines and cells than any report has', () => {
    for (const piece of ['\n', '|', '\t', '一、\n']) {
      const codes = (count: number) =>
        check(subjectOf(readReport(piece.repeat(count)))).findings.map(({ code }) => code);
      expect(codes(maxPieces + 1)).toEqual(['file-too-large']);
      expect(codes(maxPieces)).not.toContain('file-too-large');
    }
  });
});

describe('the engine', () => {
  test('has nothing to say that isn’t a finding of an empty text', () => {
    const { failures, suppressed } = check(subjectOf(readReport('')));
    expect({ failures, suppressed }).toEqual({ failures: [], suppressed: [] });
  });

  test('survives rules that throw, at the cost of their answers', () => {
    const report = readReport(wrongTotal);
    const broken = {
      ...report,
      get sections(): never {
        throw new Error('broken');
      },
    };
    const { findings, failures } = check(subjectOf(broken));
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.every(({ error }) => error instanceof Error && error.message === 'broken')).toBe(true);
    expect(findings.some(({ code }) => code === 'dispute-total')).toBe(true);
  });

  test('renders a finding in either language', () => {
    const found = check(subjectOf(readReport(wrongTotal))).findings.find(({ code }) => code === 'dispute-total');
    const lines = new LineIndex(wrongTotal);
    expect(found && render(found, lines, 'zh')).toMatchObject({
      code: 'dispute-total',
      severity: 'error',
      message: expect.stringContaining('各项合计为 11'),
    });
    expect(found && render(found, lines, 'en')).toMatchObject({
      message: expect.stringContaining('add up to 11'),
      related: [{ message: '结果维持 10' }, { message: '结果纠正 1' }],
    });
  });
});

const exampled = rules.filter(({ group }) => group === 'arithmetic' || group === 'suppressions');

describe.each(exampled.map((rule) => [rule.code, rule] as const))('the example of %s', (code, { example }) => {
  const marked = (text: string) =>
    remark(
      text,
      check(subjectOf(readReport(text))).findings.filter((found) => found.code === code),
    );

  test('fires where it is marked, and is silent when put right', () => {
    const { text, expected } = unmark(example.wrong);
    expect(marked(text)).toBe(remark(text, expected));
    expect(expected).not.toEqual([]);
    expect(marked(example.right)).toBe(example.right);
  });
});
