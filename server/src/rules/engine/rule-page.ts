// A rule's page, the same for `nianbao explain`, hover and docs/rules.
import type { Language, Localized } from '../../text/language.ts';
import { LineIndex } from '../../text/line-index.ts';
import { check } from './check.ts';
import { exampleSubject } from './example-subject.ts';
import type { RuleGroup, RuleTexts, RunnableRule, Severity } from './rule.ts';
import { ruleTexts } from './rule-texts.ts';

/** The severities as users read them. */
export const severityNames: Readonly<Record<Severity, Localized>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '信息', en: 'information' },
  hint: { zh: '提示', en: 'hint' },
};

const groupNames: Readonly<Record<RuleGroup, Localized>> = {
  structure: { zh: '结构', en: 'structure' },
  tables: { zh: '表格', en: 'tables' },
  arithmetic: { zh: '勾稽关系', en: 'arithmetic' },
  text: { zh: '文表一致', en: 'text against tables' },
  citations: { zh: '日期和引用', en: 'dates and citations' },
  'across-files': { zh: '跨年度、跨单位', en: 'across files' },
  suppressions: { zh: '忽略', en: 'suppressions' },
  limits: { zh: '限度', en: 'limits' },
};

const words = {
  example: { zh: '例子', en: 'Example' },
  lastYear: { zh: '上年报告：', en: 'Last year’s report:' },
  pack: { zh: '补充包：', en: 'The pack:' },
  beside: { zh: '文件夹里的 ', en: 'Beside it, ' },
  thisYear: { zh: '本年报告：', en: 'This year’s report:' },
  right: { zh: '改正后：', en: 'Put right:' },
  noFix: { zh: '没有快速修复：', en: 'No quick fix: ' },
  optional: { zh: '默认不核对', en: 'off by default' },
  silence: { zh: '不需要这条提示时', en: 'Where it is not wanted' },
} satisfies Record<string, Localized>;

/** A rule's page as Markdown in one language: title, severity, explanation, example and how to silence it. */
export function rulePage(rule: RunnableRule, language: Language): string {
  return [
    `# ${rule.code} · ${rule.title[language]}`,
    [groupNames[rule.group], severityNames[rule.severity], ...(rule.isOptional ? [words.optional] : [])]
      .map((name) => name[language])
      .join(' · '),
    explanation(rule, language),
    ...examples(rule, language),
    `## ${words.silence[language]}`,
    silencing(rule)[language],
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** The text of a rule's file in docs/rules: Chinese first, then English. */
export function rulePageFile(rule: RunnableRule): string {
  return `${rulePage(rule, 'zh')}\n---\n\n${rulePage(rule, 'en')}`;
}

/** A rule's explanation, without the signs of Markdown. */
export function explanationText(rule: RunnableRule, language: Language): string {
  return explanation(rule, language).replaceAll('`', '');
}

/** The first paragraph of a rule's explanation: when it fires. */
export function firstOfExplanation(rule: RunnableRule, language: Language): string {
  return explanation(rule, language).split('\n\n')[0] ?? '';
}

function explanation({ code }: RunnableRule, language: Language): string {
  const { explanation: text, noFix } = ruleTexts[code] ?? {};
  const why = noFix ? `${words.noFix[language]}${noFix[language]}` : '';
  return [text?.[language].trim() ?? '', why].filter((part) => part !== '').join('\n\n');
}

/** The wrong text with what is said of it, and the right one; nothing where no short text can be wrong. */
function examples({ code, severity }: RunnableRule, language: Language): readonly string[] {
  const example = ruleTexts[code]?.example;
  if (!example) return [];
  const wrong = withoutMarks(example.wrong);
  if (wrong === example.right) return [];
  const lines = new LineIndex(wrong);
  const said = check({ ...exampleSubject(wrong, example), settings: { rules: { [code]: severity } } })
    .findings.filter((finding) => finding.code === code)
    .map((finding) => {
      const line = lines.lineAt(finding.span.start) + 1;
      return `> ${language === 'zh' ? `第 ${line} 行：` : `Line ${line}: `}${finding.message()[language].replace(/\n/g, '\n> ')}`;
    });
  return [
    `## ${words.example[language]}`,
    ...beside(example, language),
    fenced(wrong),
    ...(said.length > 0 ? [said.join('\n>\n')] : []),
    ...(example.right.trim() === '' ? [] : [words.right[language], fenced(whatChanged(wrong, example.right))]),
  ];
}

/** The files that lie beside the example. */
function beside({ previous, others, pack }: RuleTexts['example'], language: Language): readonly string[] {
  const shown = Object.entries(others ?? {}).flatMap(([name, text]) => [
    `${words.beside[language]}${name}`,
    fenced(text),
  ]);
  const lastYear = previous === undefined ? [] : [words.lastYear[language], fenced(previous)];
  const own = pack === undefined ? [] : [words.pack[language], `\`\`\`json\n${JSON.stringify(pack, null, 2)}\n\`\`\``];
  const all = [...own, ...lastYear, ...shown];
  return all.length > 0 ? [...all, words.thisYear[language]] : [];
}

const SHORT = 12;

/** The text put right, of a long one only the lines that differ from the wrong one and a neighbour on either side. */
function whatChanged(wrong: string, right: string): string {
  const [before, after] = [wrong.split('\n'), right.split('\n')];
  if (after.length <= SHORT) return right;
  let same = 0;
  while (same < after.length && before[same] === after[same]) same++;
  let tail = 0;
  while (tail < after.length - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const from = Math.max(0, same - 1);
  const to = after.length - Math.max(0, tail - 1);
  return [...(from > 0 ? ['…'] : []), ...after.slice(from, to), ...(to < after.length ? ['…'] : [])].join('\n');
}

function withoutMarks(marked: string): string {
  return marked.replace(/\{\{[a-z0-9-]+:|\}\}/g, '');
}

function fenced(text: string): string {
  return `\`\`\`nianbao\n${text.replace(/\n$/, '')}\n\`\`\``;
}

function silencing({ code, group, isOptional, severity }: RunnableRule): Localized {
  const settings = isOptional
    ? switchingOn(code, severity)
    : {
        zh: `要改它的级别，或在整个文件夹里不再提示，在 nianbao.json 里写：\`{"rules": {"${code}": "off"}}\``,
        en: `To change its severity, or to switch it off for a folder, write in nianbao.json: \`{"rules": {"${code}": "off"}}\``,
      };
  if (group === 'suppressions' || group === 'limits') return settings;
  return {
    zh: `在这一行或这张表的上一行写明原因：\`// nianbao-ignore ${code}: 原因\`。整份报告都不需要时，在文件头里写：\`忽略: ${code}: 原因\`。${settings.zh}`,
    en: `Give the reason on a line above the line or the table: \`// nianbao-ignore ${code}: reason\`. For the whole report, write in its front matter: \`忽略: ${code}: reason\`. ${settings.en}`,
  };
}

function switchingOn(code: string, severity: Severity): Localized {
  return {
    zh: `这条规则默认不核对；要核对，在 nianbao.json 里写：\`{"rules": {"${code}": "${severity}"}}\``,
    en: `This rule is off by default; to switch it on, write in nianbao.json: \`{"rules": {"${code}": "${severity}"}}\``,
  };
}
