// Changes of an open document's text, wherever a client says that they are.

import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { greatest, least } from '../text/lists.ts';

export interface ChangedDocument {
  readonly document: TextDocument;
  /** The line, zero-based, that the last change ended on; null after one of the whole text. */
  readonly lastLine: number | null;
}

/**
 * The document after the changes, each of which speaks of the text after the one before. Positions outside the text are
 * clamped to it, a range with its ends reversed is read as if they weren't; a change without a text changes nothing.
 */
export function applyChanges(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): ChangedDocument {
  let [changed, lastLine]: [TextDocument, number | null] = [document, null];
  for (const change of changes) {
    if (typeof change?.text !== 'string') continue;
    const within = rangeIn(changed, change);
    lastLine = within && changed.positionAt(within.start).line + (change.text.match(/\r\n|\r|\n/g)?.length ?? 0);
    changed = TextDocument.update(
      changed,
      [within ? changeWithin(changed, within, change.text) : { text: change.text }],
      version,
    );
  }
  return { document: TextDocument.update(changed, [], version), lastLine };
}

interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** What a change replaces; null where that is the whole text. */
function rangeIn(document: TextDocument, change: TextDocumentContentChangeEvent): Offsets | null {
  if (!('range' in change) || !change.range) return null;
  const { start, end } = change.range;
  const ends = [start, end].map((place) => document.offsetAt(placeIn(place)));
  return { start: least(ends), end: greatest(ends) };
}

/** A position of whole numbers, whatever came; before the first line is the start of the text. */
function placeIn(sent: Partial<Position> | null | undefined): Position {
  const [line, character] = [sent?.line, sent?.character].map((each) =>
    typeof each === 'number' ? Math.trunc(each) : 0,
  );
  return { line: line ?? 0, character: character ?? 0 };
}

function changeWithin(document: TextDocument, { start, end }: Offsets, text: string): TextDocumentContentChangeEvent {
  const all = document.getText();
  const around = (all[start - 1] ?? '') + text + (all[end] ?? '');
  // A CR and an LF that come together are one line break, which a table of lines that is only amended would count as two.
  const joins = around.startsWith('\r\n') || (around.endsWith('\r\n') && all[end] === '\n');
  if (joins) return { text: all.slice(0, start) + text + all.slice(end) };
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
}
