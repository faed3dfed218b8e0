// Go to definition: where a number comes from, or the total that it goes into.
import type { Location } from 'vscode-languageserver-types';
import { elementAt } from '../analysis/element-at.ts';
import { type LinkKind, linksOf } from '../analysis/links.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import { locationsOf } from './locations.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Of a total what it sums up, of another value its totals; first, where there is one, the value of last year's report that
 * it carries on. Of an entry of the front matter the reports that it names. Null where nothing stands that leads anywhere.
 */
export function definition(
  snapshot: Snapshot,
  { offset, settings }: { readonly offset: number; readonly settings: RuleSettings },
): Location[] | null {
  const element = elementAt(snapshot.report, offset);
  if (!element) return null;
  const summed: LinkKind = element.kind === 'value' && element.isTotal ? 'addend' : 'total';
  const links = linksOf(snapshot.subject(settings), element);
  const ends = (['carried', 'report', summed] as const).flatMap((kind) => links.filter((link) => link.kind === kind));
  return links.length === 0
    ? null
    : locationsOf(
        snapshot,
        ends.map(({ to }) => to),
      );
}
