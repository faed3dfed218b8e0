// What the prose counts: the cells that are added up, and the words, counters and units by which it does.

/** Rows and columns of a table that are added up; each list of rows is one way to read the words. `group.*` is every row of a group. */
export interface Quantity {
  readonly table: string;
  readonly readings: readonly (readonly string[])[];
  readonly columns: readonly string[];
}

/** What is counted, and with which counters; a form's own labels name more (`labelled`). */
export type QuantityKind = 'requests' | 'outcome' | 'carried' | 'disputes' | 'documents' | 'decisions' | 'fees';

export interface QuantityWords {
  readonly words: readonly string[];
  readonly quantity: Quantity;
  /** Whether the words are too vague to be held against the cells. */
  readonly weak?: true;
}

/** The counters of each kind; nothing else is counted with them after these nouns. */
export const quantityCounters: Readonly<Record<QuantityKind, readonly string[]>> = {
  requests: ['件', '份', '条', '起', '宗', '例', '次', '件次'],
  outcome: ['件', '份', '条', '起', '宗', '例', '件次'],
  carried: ['件', '份', '条', '起', '宗', '例', '件次'],
  disputes: ['件', '起', '宗', '例', '次', '条', '件次'],
  documents: ['件', '份', '个', '部', '篇', '项', '条'],
  decisions: ['件', '起', '宗', '例'],
  fees: ['元', '万元'],
};
/** How many of the counter make one of the cell’s unit; 1 where it isn’t named. */
export const unitSizes: ReadonlyMap<string, number> = new Map([['元', 10_000]]);
/** What may stand between a number and its counter, and how many times the number it makes. */
export const multiples: ReadonlyMap<string, number> = new Map([['万', 10_000]]);
