import { type Placeholder, placeholdersIn } from '../analysis/placeholders.ts';
import type { Subject } from '../analysis/subject.ts';
import { placeholderPhrases } from '../forms/placeholder-words.ts';
import { placeholderStart } from '../forms/template.ts';
import type { Report } from '../report/report.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Line, Part } from '../syntax/tree.ts';
import { draftFixes } from './engine/draft-fixes.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'unfilled-placeholder';

/** A place that a template left to be filled in. */
export const unfilledPlaceholder: Rule = {
  code,
  group: 'structure',
  severity: 'error',
  asks: 'more',
  title: { zh: '还有地方没有填写', en: 'A placeholder is left unfilled' },
  explanation: {
    zh: `正文里留着没有填写的地方时报错：XX、××、X月X日、20XX年，「公开信息　　条」这样数字空着的，（　）件，○件，N条，（数字），〔〕号，下划线，以及模板里「（待补充）」这样的话。引号里的记号不算。表格里的空格由 blank-cell 报告。

年度报告是要公开发布的法定文件（《中华人民共和国政府信息公开条例》第四十九条、第五十条），没有填写的地方怎么读都不对。

做法：填上实际的内容；没有发生的填0，或者把这句话改写、删去。`,
    en: `Fires where a place to fill in is left in the text: XX, ××, X月X日, 20XX年, a count left blank as in 公开信息　　条, （　）件, ○件, N条, （数字）, 〔〕号, underscores, or the words of a template such as （待补充）. Marks in quotation marks are none. Blank cells of tables are reported by blank-cell.

The report is a statutory document for publication (articles 49 and 50 of the Regulation on Open Government Information); no reading makes an unfilled place right.

What to do: fill it in; write 0 where nothing happened, or rewrite the sentence.`,
  },
  noFix: {
    zh: '该填什么，只有作者知道。',
    en: 'only the author knows what belongs there.',
  },
  example: {
    wrong:
      '（一）主动公开。2023年主动公开政府信息{{unfilled-placeholder:XX条}}，其中规范性文件{{unfilled-placeholder:（  ）件}}。\n',
    right: '（一）主动公开。2023年主动公开政府信息120条，其中规范性文件2件。\n',
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  for (const { span, text } of partsOf(subject.report)) {
    for (const place of placeholdersIn(text)) yield findingAt(subject, text, place, span.start);
  }
}

function findingAt(subject: Subject, text: string, { start, end }: Placeholder, offset: number): Finding {
  const found = text.slice(start, end).trim();
  const span = { start: offset + start, end: offset + end };
  return finding(code, {
    span,
    ...(found.startsWith(placeholderStart) ? { fixes: () => draftFixes(subject, span) } : {}),
    message: () => ({ zh: `「${found}」还没有填写`, en: `“${found}” is still to be filled in` }),
  });
}

/** Every text that is read as prose, once: not tables, and not what repeats an earlier section. */
function* partsOf(report: Report): Generator<Part> {
  for (const { key, entry } of report.frontMatter) if (key === 'body' && entry.value) yield entry.value;
  const inTables = new Set<Line>(report.tables.flatMap((table) => table.lines.map(({ line }) => line)));
  const torn = report.tornParts.map(({ span }) => span);
  for (const line of linesOnce(report)) {
    if (inTables.has(line) || torn.some((span) => span.start < line.span.start && line.span.end <= span.end)) continue;
    yield* partsOfLine(line);
  }
}

function linesOnce({ tree, sections }: Report): readonly Line[] {
  const [first] = sections;
  const beforeFirst = first ? tree.lines.indexOf(first.line) : tree.lines.length;
  const kept = sections.filter((section) => section.repeats === null);
  return [...tree.lines.slice(0, beforeFirst), ...kept.flatMap((section) => [section.line, ...section.lines])];
}

function* partsOfLine(line: Line): Generator<Part> {
  if (line.kind === 'row') yield* line.cells;
  else if (line.kind === 'suppression') {
    if (line.reason && placeholderPhrases.includes(line.reason.text))
      yield { ...line.reason, text: `（${line.reason.text}）` };
    else if (line.reason) yield line.reason;
  } else if (!isSilent(line)) yield line.content;
}
