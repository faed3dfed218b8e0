import type { ReportDiff } from './diff.ts';

/** The differences as one object: lines are zero-based, ids are those of the data dictionary. */
export function diffJson(diff: ReportDiff, [before, after]: readonly [string, string]) {
  const { values, texts, headings, betweenYears } = diff;
  return {
    before: { file: before, ...diff.before },
    after: { file: after, ...diff.after },
    betweenYears,
    values: values.map(({ tableName, rowLabel, columnLabel, ...change }) => change),
    texts,
    headings,
  };
}
