// What is seen only once fixes are made, and how their titles tell it.
import { renumberEdits } from '../../analysis/section-places.ts';
import { readReport } from '../../report/bind.ts';
import type { Report, Section } from '../../report/report.ts';
import type { Line } from '../../syntax/tree.ts';
import { Revision } from '../../text/edit.ts';
import type { Localized } from '../../text/language.ts';
import type { Edit } from './rule.ts';

/** The report as it is once edits of its text are made. */
export function reportAfter({ tree, forms }: Report, edits: readonly Edit[]): Report {
  return readReport(Revision.of(tree.text).with(edits).text, forms);
}

export const nothingMore: Localized = { zh: '', en: '' };

export interface Renumbering {
  readonly edits: readonly Edit[];
  /** What a fix that makes these edits as well says of them, to follow its title; empty where there are none. */
  readonly told: Localized;
}

/** What gives the parts of a report but some their official ordinals, for a fix after which they would be off. */
export function renumbering(report: Report, except: readonly Section[] = []): Renumbering {
  const edits = renumberEdits(report, except);
  return {
    edits,
    told: edits.length === 0 ? nothingMore : { zh: '，并改正各部分的序号', en: ' and put the ordinals right' },
  };
}

export const tableThen: Localized = { zh: '，其下的表此后才核对', en: '; the table below it is checked then' };

/** That rows among the lines, which come to stand in another part, are checked only then; empty where there are none. */
export function rowsThen(lines: readonly Line[]): Localized {
  const isRow = (line: Line) => line.kind === 'row' && line.cells.some(({ text }) => text !== '');
  return lines.some(isRow) ? tableThen : nothingMore;
}

/** The parts of a title, one after the other. */
export function joined(parts: readonly Localized[]): Localized {
  return { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join('') };
}
