// Hover between the text and the tables: the cells that a number means, and the sentences that tell a cell.
import { agrees } from '../analysis/contradictions.ts';
import { formulaName } from '../analysis/formula-name.ts';
import { valueIn } from '../analysis/mention.ts';
import { type LinkedMention, mentionsOf } from '../analysis/mention-links.ts';
import { rounded } from '../analysis/number-text.ts';
import type { Subject } from '../analysis/subject.ts';
import type { Formula } from '../forms/formula.ts';
import type { Cell, Report } from '../report/report.ts';
import type { Language } from '../text/language.ts';
import type { Block, Described } from './hover-text.ts';

/** Of a number, a denial or a claim of the text: what it may mean, what the tables say there, and whether both agree. */
export function mentionHover({ report }: Subject, { mention }: LinkedMention, language: Language): Described {
  const verdict = agreement(report, mention, language);
  return {
    span: mention.span,
    blocks: [
      { kind: 'list', items: mention.readings.map((formula) => readingText(report, formula, language)) },
      ...(verdict === '' ? [] : [{ kind: 'text' as const, text: verdict }]),
    ],
  };
}

/** Of a cell the sentences that tell it; none where the text doesn't. */
export function cellMentionBlocks(subject: Subject, cell: Cell, language: Language): readonly Block[] {
  const sentences = new Set(
    mentionsOf(subject, cell).map(({ mention: { sentence } }) => sentenceText(subject, sentence)),
  );
  if (sentences.size === 0) return [];
  return [
    { kind: 'text', text: { zh: '正文里写到：', en: 'Told in the text:' }[language] },
    { kind: 'list', items: [...sentences] },
  ];
}

function readingText(report: Report, formula: Formula, language: Language): string {
  const name = formulaName(report.edition, formula)[language];
  if (formula.equals && formula.equals.length > 0) return { zh: `${name}相等`, en: `${name} are the same` }[language];
  const value = valueIn(report, formula.equals ? { ...formula, equals: null } : formula);
  return value === null ? `${name}：—` : `${name}：${rounded(value, formula)}${formula.of ? '%' : ''}`;
}

function agreement(report: Report, mention: LinkedMention['mention'], language: Language): string {
  const said = agrees(report, mention);
  if (said === null) return '';
  return said
    ? { zh: '与表格一致', en: 'The tables agree' }[language]
    : { zh: '与表格不一致', en: 'The tables differ' }[language];
}

/** How much of a sentence is shown. */
const LONGEST = 60;

function sentenceText({ report: { tree } }: Subject, { start, end }: LinkedMention['mention']['sentence']): string {
  const text = tree.text.slice(start, end).trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
