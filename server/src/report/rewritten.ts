// A report's text laid out anew: bars below each other and, where asked for, canonical tables and labels of one style.
import type { Forms } from '../forms/form.ts';
import { canonicalStyle, type LabelStyle } from '../forms/labels.ts';
import { Revision } from '../text/edit.ts';
import type { Localized } from '../text/language.ts';
import { readReport } from './bind.ts';
import { canonicalTable } from './canonical-table.ts';
import { formatting } from './format.ts';
import { relabelling } from './relabel.ts';

export interface RewriteOptions {
  readonly forms: Forms;
  /** Tables with merged cells become canonical ones, unless something would be lost. */
  readonly canonical: boolean;
  /** The labels that all tables get; as they are where not given, but for those that become canonical. */
  readonly labels: LabelStyle | null;
}

export interface Rewritten {
  readonly text: string;
  /** The tables that were not written in the canonical form, and why. */
  readonly kept: readonly { readonly table: Localized; readonly reason: Localized }[];
}

/** The text with every table in order; all else stays as it is. */
export function rewritten(text: string, { forms, canonical, labels }: RewriteOptions): Rewritten {
  let revision = Revision.of(text);
  const kept: Rewritten['kept'][number][] = [];
  if (canonical) {
    const report = readReport(text, forms);
    const edits = report.tables.flatMap((table) => {
      const result = canonicalTable(report, table, labels ?? canonicalStyle);
      if (result.kind === 'loses') kept.push({ table: table.definition.name, reason: result.reason });
      return result.kind === 'edits' ? result.edits : [];
    });
    revision = revision.with(edits);
  }
  if (labels) {
    const { tables } = readReport(revision.text, forms);
    revision = revision.with(tables.flatMap((table) => relabelling(table, labels)));
  }
  return { text: revision.with(formatting(readReport(revision.text, forms))).text, kept };
}
