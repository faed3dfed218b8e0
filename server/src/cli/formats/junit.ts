import type { CheckedFinding } from '../../rules/engine/check.ts';
import { filePlace } from '../../rules/engine/render.ts';
import type { Language, Localized } from '../../text/language.ts';
import type { CheckedFile, OutputFormat } from './format.ts';
import { attributes, xml } from './xml.ts';

const noFinding: Localized = { zh: '没有发现问题', en: 'no findings' };
const readable: Localized = { zh: '读取文件', en: 'reading the file' };

export const junit: OutputFormat = {
  id: 'junit',
  description: { zh: 'JUnit XML，每份报告一个测试集', en: 'JUnit XML, a test suite for each report' },
  open: ({ language }) => ({
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="nianbao">\n',
    file: (checked) => suite(checked, language),
    between: '',
    unreadable: (file, message) =>
      [
        `<testsuite${attributes({ name: file, tests: 1, failures: 0, errors: 1 })}>`,
        `<testcase${attributes({ classname: file, name: readable[language] })}>`,
        `<error${attributes({ type: 'unreadable', message })}/>`,
        '</testcase>\n</testsuite>\n',
      ].join('\n'),
    end: () => '</testsuites>\n',
  }),
};

function suite(checked: CheckedFile, language: Language): string {
  const { file, findings } = checked;
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  const cases =
    findings.length > 0
      ? findings.map((finding) => testcase(checked, finding, language))
      : [`<testcase${attributes({ classname: file, name: noFinding[language] })}/>`];
  return [
    `<testsuite${attributes({ name: file, tests: cases.length, failures, errors: 0 })}>`,
    ...cases,
    '</testsuite>\n',
  ].join('\n');
}

/** Only an error fails: a pipeline goes red where the exit code says so, and the rest can be read in the report. */
function testcase({ file, lines }: CheckedFile, finding: CheckedFinding, language: Language): string {
  const { code, severity, span } = finding;
  const { line, character } = lines.rangeOf(span).start;
  const at = `${line + 1}:${character + 1}`;
  const message = finding.message()[language];
  const related = finding.related().map((each) => {
    const { file: other = file, range } = filePlace(each, lines);
    return `\n  ${other}:${range.start.line + 1}:${range.start.character + 1} ${each.message()[language]}`;
  });
  const detail = xml(`${file}:${at} ${severity} ${code}\n${message}${related.join('')}`);
  const body =
    severity === 'error'
      ? `<failure${attributes({ type: code, message })}>${detail}</failure>`
      : `<system-out>${detail}</system-out>`;
  return `<testcase${attributes({ classname: file, name: `${at} ${code}` })}>\n${body}\n</testcase>`;
}
