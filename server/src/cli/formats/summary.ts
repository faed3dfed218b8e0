import type { Severity } from '../../rules/engine/rule.ts';
import { severityNames } from '../../rules/engine/rule-page.ts';
import { ruleByCode } from '../../rules/index.ts';
import type { Language, Localized } from '../../text/language.ts';
import { greatest } from '../../text/lists.ts';
import { padEnd, padStart } from '../columns.ts';
import type { CodeTotal, Totals } from './format.ts';
import type { Paint } from './paint.ts';

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What the run came to: a table by rule where there were several files, then one line. */
export function summary(totals: Totals, language: Language, paint: Paint): string {
  const table = totals.files > 1 && totals.byCode.size > 0 ? [...byRule(totals, language, paint), ''] : [];
  const hint = totals.byCode.size > 0 ? [paint('faint', explainHint[language])] : [];
  return [...table, outcome(totals, language, paint), ...hint, ''].join('\n');
}

function byRule({ byCode }: Totals, language: Language, paint: Paint): readonly string[] {
  const entries = [...byCode].sort(([, a], [, b]) => gravity(a) - gravity(b) || b.findings - a.findings);
  const cells = entries.map(([code, total]) => ({
    code,
    severity: total.severity,
    count: findingCount(total.findings)[language],
    files: inFiles(total.files)[language],
    title: ruleByCode(code)?.title[language] ?? '',
  }));
  const width = (pick: (cell: (typeof cells)[number]) => string) => greatest(cells.map((cell) => pick(cell).length));
  const codeWidth = width((cell) => cell.code);
  const countWidth = width((cell) => cell.count) + 2;
  const filesWidth = width((cell) => cell.files) + 2;
  const names = Object.values(severityNames).map((name) => name[language]);
  const nameWidth = greatest(names.map((name) => (language === 'zh' ? 2 * name.length : name.length)));
  return cells.map(
    ({ code, severity, count, files, title }) =>
      `  ${paint(severity, padEnd(severityNames[severity][language], nameWidth))}${padStart(count, countWidth)}${padStart(files, filesWidth)}  ${padEnd(code, codeWidth + 2)}${paint('faint', title)}`,
  );
}

function gravity({ severity }: CodeTotal): number {
  return severities.indexOf(severity);
}

/** What the run came to, in one line: how many files, how many findings of each severity. */
export function outcome(totals: Totals, language: Language, paint: Paint): string {
  const found = severities.filter((severity) => totals.bySeverity[severity] > 0);
  const counts = found.map((severity) =>
    paint(severity, `${severityNames[severity][language]} ${totals.bySeverity[severity]}`),
  );
  const files = fileCount(totals)[language];
  if (counts.length === 0) return `${files}${verdict(totals)[language]}`;
  return `${files}${language === 'zh' ? '：' : ': '}${counts.join(' · ')}`;
}

const explainHint: Localized = {
  zh: '规则说明：nianbao explain <规则代码>',
  en: 'What a rule means: nianbao explain <code>',
};

function fileCount({ files, clean, unreadable }: Totals): Localized {
  const cleanZh = files > 1 ? `（${clean} 份没有问题）` : '';
  const cleanEn = files > 1 ? ` (${clean} without findings)` : '';
  return {
    zh: `检查了 ${files} 份报告${cleanZh}${unreadable > 0 ? `，另有 ${unreadable} 处读不了` : ''}`,
    en: `${files} ${files === 1 ? 'report' : 'reports'} checked${cleanEn}${unreadable > 0 ? `, ${unreadable} could not be read` : ''}`,
  };
}

function verdict({ files }: Totals): Localized {
  return files === 0 ? { zh: '。', en: '.' } : { zh: '：没有发现问题。', en: ': no findings.' };
}

function findingCount(count: number): Localized {
  return { zh: `${count} 处`, en: `${count}` };
}

function inFiles(count: number): Localized {
  return { zh: `${count} 份`, en: `in ${count} ${count === 1 ? 'report' : 'reports'}` };
}
