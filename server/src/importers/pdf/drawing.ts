import { asMatrix, IDENTITY, type Matrix, multiply } from './page.ts';

/** The commands of pdf.js that matter here, by its numbers for them. */
export interface Commands {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly constructPath: number;
  readonly endPath: number;
  readonly stroke: ReadonlySet<number>;
  readonly beginText: number;
  readonly setFont: number;
  readonly setTextMatrix: number;
  readonly moveText: number;
  readonly setLeadingMoveText: number;
  readonly showText: number;
}

/** What a page draws, command by command with what is given to each. */
export interface Drawing {
  readonly commands: readonly number[];
  readonly arguments: readonly unknown[];
}

/** Calls `take` for each command that doesn't only change the place of the next ones, with that place on the page as it is shown. */
export function followed(
  drawing: Drawing,
  view: Matrix,
  names: Commands,
  take: (command: number, given: unknown, place: Matrix) => void,
): void {
  const stack: Matrix[] = [];
  let place = view;
  for (const [i, command] of drawing.commands.entries()) {
    const given = drawing.arguments[i];
    if (command === names.save) stack.push(place);
    else if (command === names.restore || command === names.paintFormXObjectEnd) place = stack.pop() ?? view;
    else if (command === names.transform) place = multiply(place, asMatrix(given as ArrayLike<number>));
    else if (command === names.paintFormXObjectBegin) {
      stack.push(place);
      const [matrix] = (given as readonly ArrayLike<number>[] | null) ?? [];
      place = multiply(place, matrix ? asMatrix(matrix) : IDENTITY);
    } else take(command, given, place);
  }
}
