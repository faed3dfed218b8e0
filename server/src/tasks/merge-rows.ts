// A token of three versions becomes one: each of its cells for itself, in the layout that someone has changed.
import { displayWidth } from '../text/display-width.ts';
import { type Token, type TokenCell, textOf } from './diff-tokens.ts';
import type { Segment } from './merge-marks.ts';

/** The tokens of a version, and which of them are which of the base. */
export interface Side {
  readonly tokens: readonly Token[];
  /** For each token of the base the index of the same one here, or -1. */
  readonly partners: Int32Array;
  /** The token that is the one with this index in the base, or null. */
  readonly token: (base: number) => Token | null;
}

export function kept(tokens: readonly Token[], partners: Int32Array): Side {
  return { tokens, partners, token: (base) => tokens[partners[base] ?? -1] ?? null };
}

/** A token as it stands. */
export function segmentOf(token: Token): Segment {
  return { kind: 'text', text: textOf(token), isBreak: token.kind === 'break' };
}

/** The token that two sides have, merged; `base` is null where neither has it from there. */
export function mergedToken(base: Token | null, ours: Token, theirs: Token): readonly Segment[] {
  const frame = base && layoutOf(ours) === layoutOf(base) ? theirs : ours;
  const isSameRow = sameKeys(ours, theirs) && (!base || sameKeys(base, ours));
  if (!isSameRow) return wholeToken(base, ours, theirs);
  const cells = frame.cells.map((cell, i) =>
    mergedCell(base?.cells[i], ours.cells[i], theirs.cells[i], put(frame, cell)),
  );
  const version = (side: 'ours' | 'theirs'): string =>
    textOf({ pieces: frame.pieces, cells: cells.map((cell) => cell[side]) });
  const [our, their] = [version('ours'), version('theirs')];
  if (our === their) return [{ kind: 'text', text: our, isBreak: frame.kind === 'break' }];
  return [{ kind: 'conflict', ours: our, theirs: their }];
}

/** How a token is written, whatever its cells say. */
function layoutOf({ pieces, cells }: Token): string {
  return JSON.stringify([pieces, cells.map(({ room }) => displayWidth(room))]);
}

function sameKeys(a: Token, b: Token): boolean {
  return a.cells.length === b.cells.length && a.cells.every(({ key }, i) => key === b.cells[i]?.key);
}

function wholeToken(base: Token | null, ours: Token, theirs: Token): readonly Segment[] {
  const said = ({ cells }: Token): string => JSON.stringify(cells.map(({ key, says }) => [key, says]));
  if (base && said(base) === said(ours)) return [segmentOf(theirs)];
  if ((base && said(base) === said(theirs)) || said(ours) === said(theirs)) return [segmentOf(ours)];
  return [{ kind: 'conflict', ours: textOf(ours), theirs: textOf(theirs) }];
}

/** What a cell becomes for either side: the same, unless both have changed it in different ways. */
function mergedCell(
  base: TokenCell | undefined,
  ours: TokenCell | undefined,
  theirs: TokenCell | undefined,
  put: (cell: TokenCell | undefined) => TokenCell,
): { readonly ours: TokenCell; readonly theirs: TokenCell } {
  const [our, their] = [ours?.says, theirs?.says];
  const winner = our === their || their === base?.says ? ours : our === base?.says ? theirs : null;
  return winner === null ? { ours: put(ours), theirs: put(theirs) } : { ours: put(winner), theirs: put(winner) };
}

/** Puts what a cell of some version says in the place that the layout has for it. */
function put({ kind }: Token, place: TokenCell): (cell: TokenCell | undefined) => TokenCell {
  return (cell) => {
    if (!cell || cell.says === place.says) return place;
    return kind === 'row' ? { ...cell, room: inRoom(place.room, cell.room.trim()) } : cell;
  };
}

/** A text in the place of another between its bars: as wide as that was, if it fits. */
function inRoom(room: string, text: string): string {
  const after = /\s*$/.exec(room)?.[0] ?? '';
  const isBlank = after.length === room.length;
  const end = isBlank && after !== '' ? ' ' : after;
  const least = isBlank ? end : (/^\s/.exec(room)?.[0] ?? '');
  const free = displayWidth(room) - displayWidth(text) - displayWidth(end);
  return ' '.repeat(Math.max(least.length, free)) + text + end;
}
