import type { Language } from '../../text/language.ts';
import type { Span } from '../../text/span.ts';
import type { CheckedFinding } from './check.ts';
import type { FindingData, Related, Severity } from './rule.ts';

/** A finding in one language, for whoever shows it. */
export interface RenderedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly RenderedRelated[];
  readonly data: FindingData;
}

/** A related place with its message made; all else as the rule gives it. */
export type RenderedRelated = Omit<Related, 'message'> & { readonly message: string };

/** The finding with its messages made in a language. */
export function render(
  { code, severity, message, span, related, data }: CheckedFinding,
  language: Language,
): RenderedFinding {
  return {
    code,
    severity,
    message: message()[language],
    span,
    related: related.map((place) => ({ ...place, message: place.message()[language] })),
    data,
  };
}
