// Go to definition: where a number comes from, the total that it goes into, or the cells that a number of the text means.
import type { Location } from 'vscode-languageserver-types';
import { elementAt } from '../analysis/element-at.ts';
import { type LinkKind, linksOf } from '../analysis/links.ts';
import { mentionAt } from '../analysis/mention-links.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import { locationsOf } from './locations.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Of a total what it sums up, of another value its totals; first, where there is one, the value of last year's report that
 * it carries on. Of an entry of the front matter the reports that it names, of a number of the text the cells that it may mean. Null where nothing stands that leads anywhere.
 */
export function definition(
  snapshot: Snapshot,
  { offset, settings }: { readonly offset: number; readonly settings: RuleSettings },
): Location[] | null {
  const subject = snapshot.subject(settings);
  const mention = mentionAt(subject, offset);
  const element = mention ? { kind: 'mention' as const, ...mention } : elementAt(snapshot.report, offset);
  if (!element) return null;
  const summed: LinkKind = element.kind === 'value' && element.isTotal ? 'addend' : 'total';
  const links = linksOf(subject, element);
  const ends = (['cell', 'carried', 'report', summed] as const).flatMap((kind) =>
    links.filter((link) => link.kind === kind),
  );
  return links.length === 0
    ? null
    : locationsOf(
        snapshot,
        ends.map(({ to }) => to),
      );
}
