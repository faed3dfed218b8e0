// Document links: the reports that the front matter names, and addresses in the text.
import type { DocumentLink } from 'vscode-languageserver-types';
import { namedReports } from '../analysis/named-reports.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import { inlineTokens, sentencesIn } from '../syntax/inline-tokens.ts';
import type { Span } from '../text/span.ts';
import { isGlob } from '../workspace/glob.ts';
import { folderOf, placeOf, sourceOf, within } from '../workspace/places.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

const MAY_HOLD_ADDRESS = /https?:\/\/|www\./;

/** A path that no report was found for is no link, nor is a pattern, which leads to several: *Go to definition* lists them. */
export function documentLinks(snapshot: Snapshot, { settings }: { readonly settings: RuleSettings }): DocumentLink[] {
  return [...reportLinks(snapshot, settings), ...addresses(snapshot)];
}

function reportLinks(snapshot: Snapshot, settings: RuleSettings): readonly DocumentLink[] {
  const place = placeOf(snapshot.uri);
  if (!place) return [];
  const folder = folderOf(place);
  const missing = new Set(snapshot.subject(settings).missing.map(({ named }) => named.span.start));
  return namedReports(snapshot.report).flatMap(({ named: { text, span } }): DocumentLink[] => {
    const target = isGlob(text) || missing.has(span.start) ? null : within(folder, text);
    return target ? [{ range: rangeOf(snapshot.lines, span), target: sourceOf(target) }] : [];
  });
}

function addresses({ report, text, lines }: Snapshot): readonly DocumentLink[] {
  if (!MAY_HOLD_ADDRESS.test(text)) return [];
  const mayHold = ({ start, end }: Span): boolean => MAY_HOLD_ADDRESS.test(text.slice(start, end));
  return report.tree.lines
    .filter(({ kind, span }) => kind !== 'conflict' && mayHold(span))
    .flatMap(({ span }) => [...sentencesIn(text, span)].filter(mayHold))
    .flatMap((span) =>
      inlineTokens(text, span).flatMap((token): DocumentLink[] => {
        if (token.kind !== 'url') return [];
        const target = withoutStop(token.text);
        const range = rangeOf(lines, { start: token.span.start, end: token.span.start + target.length });
        return [{ range, target: target.startsWith('www.') ? `http://${target}` : target }];
      }),
    );
}

/** An address without the mark that ends the sentence. */
function withoutStop(address: string): string {
  let end = address.length;
  while (end > 0 && '.,:;!?'.includes(address.charAt(end - 1))) end--;
  return address.slice(0, end);
}
