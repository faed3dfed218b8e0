import { greatest, least } from '../../text/lists.ts';
import { type Commands, type Drawing, followed } from './drawing.ts';
import { apply, type Matrix, type Ruling } from './page.ts';

interface Rulings {
  readonly across: readonly Ruling[];
  readonly down: readonly Ruling[];
}

/** How thick a filled bar may be and still be a line. */
const MAX_THICKNESS = 3;
const MIN_LENGTH = 3;
/** Beyond this a page is a drawing, not a table. */
const MAX_RULINGS = 50_000;
/** pdf.js writes a path as numbers: a code, then its coordinates. */
const COORDINATES = [2, 2, 6, 4, 0];
const [MOVE, LINE] = [0, 1];
const CLOSE = 4;

type Point = readonly [number, number];
/** How the path is painted, then the path itself. */
type PathArguments = readonly [number, readonly (ArrayLike<number> | null)[]];

/** The lines that a page draws across and down, as it is shown: strokes, and filled bars that are thin. Empty for a drawing of too many. */
export function rulingsOf(drawing: Drawing, view: Matrix, names: Commands): Rulings {
  const across: Ruling[] = [];
  const down: Ruling[] = [];
  followed(drawing, view, names, (command, given, place) => {
    if (command !== names.constructPath || across.length + down.length > MAX_RULINGS) return;
    const [operation, paths] = given as PathArguments;
    if (operation === names.endPath || !paths?.[0]) return;
    for (const points of subpaths(paths[0], place)) {
      if (names.stroke.has(operation)) addStroke(points, across, down);
      else addBar(points, across, down);
    }
  });
  return across.length + down.length > MAX_RULINGS ? { across: [], down: [] } : { across, down };
}

/** The corners of each part of a path. Curves count as lines to their ends, which no table has. */
function subpaths(path: ArrayLike<number>, place: Matrix): readonly (readonly Point[])[] {
  const parts: Point[][] = [];
  for (let at = 0; at < path.length; ) {
    const code = path[at] ?? CLOSE;
    const count = COORDINATES[code] ?? 0;
    const [x = 0, y = 0] = [path[at + count - 1], path[at + count]];
    const current = parts.at(-1);
    if (code === MOVE) parts.push([apply(place, x, y)]);
    else if (code === CLOSE && current?.[0]) current.push(current[0]);
    else if (code === LINE || count > 2) current?.push(apply(place, x, y));
    at += count + 1;
  }
  return parts;
}

function addStroke(points: readonly Point[], across: Ruling[], down: Ruling[]): void {
  points.forEach(([x, y], i) => {
    const [fromX, fromY] = points[i - 1] ?? [x, y];
    add(fromX, fromY, x, y, 1, across, down);
  });
}

function addBar(points: readonly Point[], across: Ruling[], down: Ruling[]): void {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  if (xs.length < 3 || xs.length > 8) return;
  add(least(xs), least(ys), greatest(xs), greatest(ys), MAX_THICKNESS, across, down);
}

function add(x1: number, y1: number, x2: number, y2: number, slack: number, across: Ruling[], down: Ruling[]): void {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (height <= slack && width >= MIN_LENGTH && width > height)
    across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  else if (width <= slack && height >= MIN_LENGTH)
    down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
}
