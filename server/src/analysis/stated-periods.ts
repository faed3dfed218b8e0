// The reporting period as a report states it.

import { copulas, figures, noPeriodNames, periodCues, periodNames, periodWords, setUp } from '../forms/prose-words.ts';
import { sectionById } from '../report/lookup.ts';
import type { Report } from '../report/report.ts';
import { anyOf } from '../text/any-of.ts';
import { lastUpTo } from '../text/sorted.ts';
import { mayNamePeriod, type Period, periodsIn } from './periods.ts';
import { type ProseLine, proseLines, sentences, tokensOf } from './prose.ts';
import { fact } from './subject.ts';

const NAMED = `(?!${anyOf(noPeriodNames)})${anyOf(periodNames)}`;
/** Words before a period by which it is said to be that of the figures. */
const OF_FIGURES = new RegExp(`(?:${NAMED})[^。；;]{0,16}$|${anyOf(figures)}(?:${anyOf(copulas)}|：|:)?\\s?$`);
const MAY_NAME = new RegExp(anyOf(periodCues));
const ENDED = new RegExp(anyOf(periodWords.end));
const SET_UP = new RegExp(anyOf(setUp));

/** The periods that are clearly the reporting period: named so in the opening or in 一, or written 自…起至…止 in the opening. */
export const statedPeriods = fact(({ report }): readonly Period[] => {
  const preface = proseLines(report, report.preface).map((line) => ({ line, opening: true }));
  const overview = proseLines(report, sectionById(report, 'overview')?.lines ?? []).map((line) => ({
    line,
    opening: false,
  }));
  return [...preface, ...overview].flatMap(({ line, opening }) =>
    mayState(line.text) ? statedIn(report, line, opening) : [],
  );
});

/** A quick look: most lines name no period. */
function mayState(text: string): boolean {
  return mayNamePeriod(text) && (ENDED.test(text) || MAY_NAME.test(text));
}

function statedIn(report: Report, line: ProseLine, opening: boolean): readonly Period[] {
  const periods = periodsIn(report.tree.text, tokensOf(report, line));
  if (periods.length === 0) return [];
  const all = sentences(line);
  return periods.filter(({ span, words: { from, begin, end } }) => {
    const sentence = lastUpTo(all, span.start, ({ start }) => start);
    if (!sentence || SET_UP.test(sentence.text)) return false;
    const at = span.start - sentence.start;
    const named = OF_FIGURES.test(sentence.text.slice(Math.max(0, at - 40), at));
    return named || (opening && from !== '' && begin !== '' && end !== '');
  });
}
