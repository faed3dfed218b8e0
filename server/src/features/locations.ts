// Ends of links as LSP locations.
import type { Location } from 'vscode-languageserver-types';
import type { LinkEnd, LinkStart } from '../analysis/links.ts';
import { writtenIn } from '../analysis/table-elements.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

const BEGINNING = { line: 0, start: 0, end: 0 };

/** Where the ends are, each place once, in their order; without those that are nowhere. A whole report is its beginning. */
export function locationsOf(snapshot: Snapshot, ends: readonly (LinkStart | LinkEnd)[]): Location[] {
  const places = new Map<string, Location>();
  for (const end of ends) {
    const location = locationOf(snapshot, end);
    if (!location) continue;
    const { start } = location.range;
    places.set(`${location.uri}#${start.line}:${start.character}`, location);
  }
  return [...places.values()];
}

function locationOf({ uri, lines }: Snapshot, end: LinkStart | LinkEnd): Location | null {
  switch (end.kind) {
    case 'value':
      return { uri, range: rangeOf(lines, writtenIn(end.cell.node)) };
    case 'mention':
      return { uri, range: rangeOf(lines, end.mention.span) };
    case 'entry':
      return { uri, range: rangeOf(lines, end.entry.entry.span) };
    case 'file': {
      const place = end.value?.place ?? BEGINNING;
      const at = (character: number) => ({ line: place.line, character });
      return { uri: end.report.source, range: { start: at(place.start), end: at(place.end) } };
    }
    case 'unresolved':
      return null;
  }
}
