// Find references: every number that has something to do with the one at the cursor.
import type { Location } from 'vscode-languageserver-types';
import { elementAt } from '../analysis/element-at.ts';
import { linksOf, linksTo, type MentionEnd } from '../analysis/links.ts';
import { mentionAt } from '../analysis/mention-links.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import { locationsOf } from './locations.ts';
import type { Snapshot } from './snapshot.ts';

export interface ReferencesOptions {
  readonly offset: number;
  readonly settings: RuleSettings;
  /** Whether the value itself is among them. */
  readonly includeDeclaration: boolean;
}

/**
 * What a value is linked to in either direction, values in this report and in others, and numbers of the text; of a number of the text
 * the cells that it may mean; null for anything else.
 */
export function references(
  snapshot: Snapshot,
  { offset, settings, includeDeclaration }: ReferencesOptions,
): Location[] | null {
  const subject = snapshot.subject(settings);
  const mention = mentionAt(subject, offset);
  if (mention) {
    const start: MentionEnd = { kind: 'mention', ...mention };
    return locationsOf(snapshot, [
      ...(includeDeclaration ? [start] : []),
      ...linksOf(subject, start).map(({ to }) => to),
    ]);
  }
  const element = elementAt(snapshot.report, offset);
  if (element?.kind !== 'value') return null;
  return locationsOf(snapshot, [
    ...(includeDeclaration ? [element] : []),
    ...linksOf(subject, element).map(({ to }) => to),
    ...linksTo(subject, element).map(({ from }) => from),
  ]);
}
