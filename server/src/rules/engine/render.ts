import type { LinePlace } from '../../analysis/indexed-report.ts';
import type { Language } from '../../text/language.ts';
import type { LineIndex, Range } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import type { CheckedFinding } from './check.ts';
import { fixesOf } from './fix-all.ts';
import type { Elsewhere, FindingData, Severity } from './rule.ts';

/** A finding in one language as plain data, its places as LSP counts them: for whoever has the text no more. */
export interface RenderedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly RenderedRelated[];
  /** The first eight. */
  readonly fixes: readonly RenderedFix[];
  readonly data: FindingData;
  /** Set where the finding was known before. */
  readonly baselined?: true;
}

/** A place in a file; in the report's own where none is named. */
export interface FilePlace {
  readonly file?: string;
  readonly range: Range;
}

export interface RenderedRelated extends FilePlace {
  readonly message: string;
}

export interface RenderedFix {
  readonly title: string;
  readonly edits: readonly RenderedEdit[];
}

export interface RenderedEdit extends FilePlace {
  readonly newText: string;
}

/** The finding with all that its closures give, in a language; `lines` are those of the report's text. Fixes that throw are none. */
export function render(finding: CheckedFinding, lines: LineIndex, language: Language): RenderedFinding {
  const { code, severity, message, span, related, data } = finding;
  return {
    code,
    severity,
    message: message()[language],
    range: lines.rangeOf(span),
    related: related().map((each) => ({ message: each.message()[language], ...filePlace(each, lines) })),
    fixes: fixesOf(finding).map(({ title, edits }) => ({
      title: title[language],
      edits: edits.map((edit) => ({ ...filePlace(edit, lines), newText: edit.text })),
    })),
    data,
    ...(finding.baselined ? { baselined: true } : {}),
  };
}

/** Where a related place or an edit is. */
export function filePlace(at: { readonly span: Span } | Elsewhere, lines: LineIndex): FilePlace {
  return 'span' in at ? { range: lines.rangeOf(at.span) } : { file: at.file, range: rangeOfPlace(at.place) };
}

function rangeOfPlace({ line, start, end }: LinePlace): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}
