import { canonicalStyle, type LabelStyle } from '../forms/labels.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a user sets for a report. */
export interface RuleSettings {
  /** A severity or `off` for each code that shall differ from its rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** The labels of tables that are written; the canonical ones where not given. */
  readonly labels?: LabelStyle;
  /** The keys of findings that are known already: they are hints, and marked. */
  readonly baseline?: ReadonlySet<string>;
}

/** Every rule with its own severity. */
export const defaultSettings: RuleSettings = { rules: {} };

export function labelStyleOf({ labels = canonicalStyle }: RuleSettings): LabelStyle {
  return labels;
}
