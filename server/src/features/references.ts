// Find references: every number that has something to do with the one at the cursor.
import type { Location } from 'vscode-languageserver-types';
import { elementAt } from '../analysis/element-at.ts';
import { linksOf, linksTo } from '../analysis/links.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import { locationsOf } from './locations.ts';
import type { Snapshot } from './snapshot.ts';

export interface ReferencesOptions {
  readonly offset: number;
  readonly settings: RuleSettings;
  /** Whether the value itself is among them. */
  readonly includeDeclaration: boolean;
}

/** The values that a value is linked to, in this report and in others, in either direction; null for anything else. */
export function references(
  snapshot: Snapshot,
  { offset, settings, includeDeclaration }: ReferencesOptions,
): Location[] | null {
  const element = elementAt(snapshot.report, offset);
  if (element?.kind !== 'value') return null;
  const subject = snapshot.subject(settings);
  return locationsOf(snapshot, [
    ...(includeDeclaration ? [element] : []),
    ...linksOf(subject, element).map(({ to }) => to),
    ...linksTo(subject, element).map(({ from }) => from),
  ]);
}
