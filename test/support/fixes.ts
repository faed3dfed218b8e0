import { subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { type Edit, type Fix, ownEdits } from '../../server/src/rules/engine/rule.ts';
import { ruleByCode } from '../../server/src/rules/index.ts';

/** The text after edits that don't overlap; of insertions at one place the earlier in the list comes first. */
export function edited(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index);
  let result = '';
  let last = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < last) throw new Error(`edits overlap at ${edit.span.start}`);
    result += text.slice(last, edit.span.start) + edit.text;
    last = edit.span.end;
  }
  return result + text.slice(last);
}

/** The text after each fix that a rule offers for its first finding in it, in the order of the offer. */
export function fixed(code: string, text: string): readonly string[] {
  return offered(code, text).map((fix) => edited(text, ownEdits(fix)));
}

/** The fixes that a rule offers for its first finding. */
export function offered(code: string, text: string): readonly Fix[] {
  const rule = ruleByCode(code);
  const [finding] = rule?.check?.(subjectOf(readReport(text))) ?? [];
  if (!rule || !finding) throw new Error(`${code} finds nothing`);
  return finding.fixes?.() ?? [];
}
