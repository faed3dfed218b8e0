// The names of reports that came out of one file.
import { readReport } from '../report/bind.ts';
import { reportExtensions, reportFileName } from './report-files.ts';

/**
 * Names for the files of reports that one file held, `汇编-青禾镇人民政府-2023.nianbao`: after that file (its name without the ending),
 * the report's body and year, where these are not known its number, each once.
 */
export function partFileNames(file: string, markups: readonly string[]): readonly string[] {
  const ending = reportExtensions[0] ?? '';
  const taken = new Set<string>();
  return markups.map((markup, i) => {
    const { body, year } = readReport(markup);
    const known = body && year ? `${file}-${reportFileName(body.text, year.value)}` : null;
    const name = known === null || taken.has(known) ? `${file}-${i + 1}${ending}` : known;
    taken.add(name);
    return name;
  });
}
