import type { Localized } from '../../text/language.ts';
import type { Span } from '../../text/span.ts';
import type { Finding, FindingData, Fix, Related, Severity } from './rule.ts';

/** What a rule says of one finding, beside its code. */
export interface FindingParts {
  readonly span: Span;
  readonly message: () => Localized;
  readonly data?: FindingData;
  readonly related?: () => readonly Related[];
  readonly fixes?: () => readonly Fix[];
  readonly severity?: Severity;
}

/** A finding with its optional parts filled in. */
export function finding(
  code: string,
  { span, message, data = {}, related = none, fixes, severity }: FindingParts,
): Finding {
  return { code, span, message, data, related, ...(fixes ? { fixes } : {}), ...(severity ? { severity } : {}) };
}

function none(): readonly never[] {
  return [];
}
