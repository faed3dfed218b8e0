import type { Contradiction } from '../../analysis/contradictions.ts';
import { formulaName } from '../../analysis/formula-name.ts';
import { cellsIn, type Mention } from '../../analysis/mention.ts';
import { numberText, rounded } from '../../analysis/number-text.ts';
import type { Formula } from '../../forms/formula.ts';
import { cellName } from '../../forms/names.ts';
import type { Cell, Report, Table } from '../../report/report.ts';
import type { Localized } from '../../text/language.ts';
import { finding } from './finding.ts';
import type { Finding, Fix, Related } from './rule.ts';

/** A finding at a number, denial or claim of the text that the tables contradict. */
export function mentionFinding(report: Report, code: string, contradiction: Contradiction): Finding {
  const { mention, tried } = contradiction;
  const [first] = tried;
  return finding(code, {
    span: mention.span,
    data: {
      readings: mention.readings.map(({ text }) => text),
      ...(mention.value === null ? {} : { found: mention.value }),
      ...(first && !first.formula.equals ? { expected: first.value } : {}),
    },
    message: () => messageOf(report, contradiction),
    related: () => relatedCells(report, mention),
    fixes: () => fixesOf(report, contradiction),
  });
}

/** What the text says, and what every reading of it gives. */
function messageOf(report: Report, { mention, tried }: Contradiction): Localized {
  const said = saidIn(report, mention);
  const readings = tried.map(({ formula, value }) => {
    const name = formulaName(report.edition, formula);
    if (formula.equals && formula.equals.length > 0) return { zh: `${name.zh}不相等`, en: `${name.en} differ` };
    const shown = formula.equals ? shownSum(report, formula) : rounded(value, formula);
    return { zh: `${name.zh} ${formula.equals ? '' : '是 '}${shown}`, en: `${name.en} is ${shown}` };
  });
  return {
    zh: `文字写「${said}」，${readings.map(({ zh }) => zh).join('，')}`,
    en: `the text says “${said}”; ${readings.map(({ en }) => en).join('; ')}`,
  };
}

/** What the text says, as a related place. */
export function saidMessage(report: Report, mention: Mention): Localized {
  const said = saidIn(report, mention);
  return { zh: `文字写「${said}」`, en: `the text says “${said}”` };
}

function shownSum(report: Report, formula: Formula): string {
  const values = cellsIn(report, formula).map(({ value }) => value ?? 0);
  return String(values.reduce((sum, value) => sum + value, 0));
}

/** The words of a mention with its counter. */
function saidIn({ tree }: Report, { span, unit }: Mention): string {
  const words = tree.text.slice(span.start, span.end);
  return unit === null || words.endsWith(unit) || words.endsWith('％') ? words : `${words}${unit}`;
}

/** The cells that a mention may mean, each with its value; those that are 0 only where all are. */
export function relatedCells(report: Report, { readings }: Mention): readonly Related[] {
  const cells = [...new Set(readings.flatMap((formula) => cellsIn(report, formula)))];
  const shown = cells.filter(({ value }) => value !== 0);
  return (shown.length > 0 ? shown : cells.slice(0, MOST_CELLS)).map((cell) => ({
    span: cell.span,
    message: () => cellMessage(report, cell),
  }));
}

const MOST_CELLS = 6;

function cellMessage(report: Report, cell: Cell): Localized {
  const table = report.tables.find(({ rows }) => rows.get(cell.row.id)?.cells.includes(cell));
  const name = table
    ? cellName((table satisfies Table).definition, cell.row, cell.column)
    : { zh: cell.row.label, en: cell.row.label };
  return { zh: `${name.zh}：${cell.value}`, en: `${name.en}: ${cell.value}` };
}

/** The table’s number in place of the text’s, one fix for each value that a reading gives. */
function fixesOf(report: Report, { mention, tried }: Contradiction): readonly Fix[] {
  if (mention.says !== 'number') return [];
  const byValue = new Map(tried.map((each) => [numberText(report, mention, each), each.formula]));
  return [...byValue].map(([text, formula]) => {
    const name = formulaName(report.edition, formula);
    return {
      title: { zh: `文字改为 ${text}（${name.zh}）`, en: `Change the text to ${text} (${name.en})` },
      edits: [{ span: mention.span, text }],
      certain: false,
    };
  });
}
