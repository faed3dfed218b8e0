import type { LabelStyle } from '../../server/src/forms/labels.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { formatting } from '../../server/src/report/format.ts';
import { relabelling } from '../../server/src/report/relabel.ts';
import { Revision } from '../../server/src/text/edit.ts';

/** A report with the labels of its tables in a style, and its tables formatted. */
export function withLabels(text: string, style: LabelStyle): string {
  const edits = readReport(text).tables.flatMap((table) => relabelling(table, style));
  const revision = Revision.of(text).with(edits);
  return revision.with(formatting(readReport(revision.text))).text;
}
