import type { FrontMatterEntry, Report } from '../report/report.ts';
import type { Part } from '../syntax/tree.ts';

/** An entry of the front matter that names another report, or several by a pattern; or a body whose report is looked for. */
export interface NamedReport {
  readonly key: 'previous' | 'children';
  /** The path as it is written. Of a body that is looked for its name, with the place where this report names its own. */
  readonly named: Part;
  /** How many reports of a body were found, of which none can be meant; absent where the front matter names a file. */
  readonly reports?: number;
}

/** What a report's front matter names: last year's report (of several entries the first), then those that it sums up. */
export function namedReports({ frontMatter }: Report): readonly NamedReport[] {
  if (frontMatter.length === 0) return [];
  const named = frontMatter.flatMap(namedBy);
  const previous = named.filter(({ key }) => key === 'previous').slice(0, 1);
  return [...previous, ...named.filter(({ key }) => key === 'children')];
}

function namedBy({ key, entry: { value } }: FrontMatterEntry): readonly NamedReport[] {
  const isName = key === 'previous' || key === 'children';
  return isName && value !== null && value.text !== '' ? [{ key, named: value }] : [];
}
