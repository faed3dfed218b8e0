import type { Localized } from '../../text/language.ts';
import type { Span } from '../../text/span.ts';
import type { Finding, FindingData, Related, Severity } from './rule.ts';

/** What a rule says of one finding, beside its code. */
export interface FindingParts {
  readonly span: Span;
  readonly message: () => Localized;
  readonly data?: FindingData;
  readonly related?: readonly Related[];
  readonly severity?: Severity;
}

/** A finding with its optional parts filled in. */
export function finding(code: string, { span, message, data = {}, related = [], severity }: FindingParts): Finding {
  return { code, span, message, data, related, ...(severity ? { severity } : {}) };
}
