// Numbers of the text and the cells that they may mean, from either end.
import { cellIdsOf } from '../forms/formula.ts';
import { cellAt, tableById } from '../report/lookup.ts';
import type { Cell, Table } from '../report/report.ts';
import { touches } from '../text/span.ts';
import type { Mention } from './mention.ts';
import { mentions } from './mentions.ts';
import { fact, type Subject } from './subject.ts';

/** A mention with the cells that it may mean, each once, in the order of its readings; there is one at least. */
export interface LinkedMention {
  readonly mention: Mention;
  readonly cells: ReadonlyMap<Cell, Table>;
}

/** The mentions that may mean a cell of this report. */
export const linkedMentions = fact((subject): readonly LinkedMention[] =>
  mentions(subject).flatMap((mention) => {
    const cells = new Map(
      mention.readings.flatMap(cellIdsOf).flatMap((id): [Cell, Table][] => {
        const table = tableById(subject.report, id.table);
        const cell = table && cellAt(table, id.row, id.column);
        return cell ? [[cell, table]] : [];
      }),
    );
    return cells.size > 0 ? [{ mention, cells }] : [];
  }),
);

/** The linked mention that an offset of the text touches, or null. */
export function mentionAt(subject: Subject, offset: number): LinkedMention | null {
  return linkedMentions(subject).find(({ mention }) => touches(mention.span, offset)) ?? null;
}

/** The mentions that may mean a cell, in the order of the text. */
export function mentionsOf(subject: Subject, cell: Cell): readonly LinkedMention[] {
  return linkedMentions(subject).filter(({ cells }) => cells.has(cell));
}
