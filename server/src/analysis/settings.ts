export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a user sets for the rules: a severity or `off` for each code that shall differ from its rule's own. */
export interface RuleSettings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** Every rule with its own severity. */
export const defaultSettings: RuleSettings = { rules: {} };
