import { contentSpan } from '../../analysis/judged-tables.ts';
import { fact } from '../../analysis/subject.ts';
import type { Report, Table } from '../../report/report.ts';
import { isSilent } from '../../syntax/lines.ts';
import { parseSuppression } from '../../syntax/parse.ts';
import type { Line, Part } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';

/** What stands for the reason until the author has written one; it counts as none. */
const PLACEHOLDERS = new Set(['理由', '原因', 'reason'].flatMap((word) => [word, `（${word}）`, `(${word})`]));

/** A `// nianbao-ignore` line, or a `忽略` of the front matter. */
export interface Suppression {
  /** The line or the entry, without white space around it. */
  readonly span: Span;
  readonly codes: readonly Part[];
  /** Empty where none is given, or only the placeholder. */
  readonly reason: string;
  /** What is silenced: findings that start there. Null where nothing follows. */
  readonly scope: Scope | null;
}

/** A stretch of the text, its end included. Scopes of one kind are the same or don't overlap. */
export interface Scope extends Span {
  readonly kind: 'file' | 'table' | 'line';
}

/** The suppressions of a report: those of its front matter for the whole file, then those of its lines, in order. */
export const suppressionsOf = fact(({ report }): readonly Suppression[] => {
  const found = report.frontMatter.flatMap(({ key, entry }) =>
    key === 'ignore' && entry.value ? [fromEntry(entry.span, entry.value, report)] : [],
  );
  const { lines } = report.tree;
  const scopes = scopesAfter(lines, report.tables);
  for (const line of lines) {
    if (line.kind !== 'suppression') continue;
    found.push({
      span: contentSpan(report, line),
      codes: line.codes,
      reason: reasonOf(line.reason?.text),
      scope: scopes.get(line) ?? null,
    });
  }
  return found;
});

/** `code, code: reason` as the value of a key. */
function fromEntry(span: Span, value: Part, report: Report): Suppression {
  const { codes, reason } = parseSuppression(value);
  const scope = { kind: 'file', start: 0, end: report.tree.text.length } as const;
  return { span, codes, reason: reasonOf(reason?.text), scope };
}

function reasonOf(text: string | undefined): string {
  const reason = text?.trim() ?? '';
  return PLACEHOLDERS.has(reason.toLowerCase()) ? '' : reason;
}

/** For each suppression the next line that says something or, where a table begins there, the table. */
function scopesAfter(lines: readonly Line[], tables: readonly Table[]): ReadonlyMap<Line, Scope> {
  const scopes = new Map<Line, Scope>();
  if (!lines.some((line) => line.kind === 'suppression')) return scopes;
  const byFirstLine = new Map(tables.map((table) => [table.lines[0]?.line.number, table.span]));
  let scope: Scope | null = null;
  for (const line of lines.toReversed()) {
    if (line.kind === 'suppression' && scope) scopes.set(line, scope);
    if (isSilent(line)) continue;
    const table = line.kind === 'row' ? byFirstLine.get(line.number) : undefined;
    scope = table ? { kind: 'table', ...table } : { kind: 'line', ...line.span };
  }
  return scopes;
}
