// Last year's year where the part on problems tells what this year's are.
import { beforeYearOfProblems, earlierProblems, numeralMarks, planWords, problemWords } from '../forms/prose-words.ts';
import { sectionById } from '../report/lookup.ts';
import type { Report } from '../report/report.ts';
import { anyOf } from '../text/any-of.ts';
import { proseLines } from './prose.ts';
import { placeAt, readSentences, type Sentence, type StaleYearPlace } from './stale-years.ts';

const HEAD = new RegExp(`^${numeralMarks}?(?:${anyOf(beforeYearOfProblems)}[，,]?)?$`);
const PROBLEMS = new RegExp(anyOf(problemWords));
const EARLIER = new RegExp(anyOf(earlierProblems));
const PLAN = new RegExp(anyOf(planWords));
/** So much after the problems tells whether they are those of an earlier year, in UTF-16 units. */
const AFTER = 8;

/** The first place where the part says of last year, with all such places; none where it says anything of this year but what is planned. */
export function staleProblemYears(report: Report, year: number): readonly StaleYearPlace[] {
  const lines = proseLines(report, sectionById(report, 'problems')?.lines ?? []);
  if (!lines.some(({ text }) => text.includes(String(year - 1)))) return [];
  const sentences = lines.flatMap((line) => readSentences(report, line));
  if (sentences.some((each) => each.years.some((one) => one.year === year) && !PLAN.test(each.text))) return [];
  const places = sentences.flatMap((sentence) =>
    isStated(sentence, year - 1) ? placeAt(sentence.start, sentence.text, sentence.years) : [],
  );
  const [first] = places;
  return first ? [{ ...first, all: places.flatMap(({ all }) => all) }] : [];
}

/** 2022年存在的问题, 2022年，我镇的工作仍有不足; not 针对2022年存在的问题, 2022年存在问题的整改. */
function isStated({ text, years }: Sentence, last: number): boolean {
  const [first] = years;
  if (!first || years.some(({ year }) => year !== last)) return false;
  const rest = text.slice(first.at + 4);
  const problems = PROBLEMS.exec(rest);
  if (!HEAD.test(text.slice(0, first.at).trim()) || !/^\s?年/.test(rest) || !problems) return false;
  return (
    !EARLIER.test(rest.slice(0, problems.index + problems[0].length + AFTER)) &&
    !PLAN.test(rest.slice(0, problems.index))
  );
}
