// What each reading of a stretch costs, in natural log-odds against a character of prose (1 for an ideograph). A reading is the
// likelier the less it costs as a whole.

/** A character of prose, by what it is. */
export const PROSE = { ideograph: 1, digit: 0.8, mark: 0.5 } as const;

/** A character in a table that is neither of a label nor of a value. */
export const JUNK = { ideograph: 2.2, digit: 2.5, mark: 1.5, sentence: 4, cell: 1.5 } as const;

/** A label or head of the form, whatever its length; more where it differs from those in use. */
export const LABEL = {
  line: 0.8,
  head: 1,
  /** The label of a row that the form prints as a head as well. */
  alsoHead: 0.8,
  /** The same behind a head, with but a border of cells between. */
  amongHeads: 4,
  otherMark: 0.2,
  noOrdinal: 1,
  shortNoOrdinal: 2.5,
  misspelt: 1.5,
  misspeltEach: 0.4,
  /** Within a cell, behind a text that is none. */
  insideCell: 5,
  /** A border of cells or lines within a misspelt label. */
  torn: 1.2,
  note: 1,
  /** The label that stands there already, its values not yet read; a group’s above its rows. */
  repeated: 0.3,
} as const;

/** The place of a label in the form's order, after the label before it. */
export const ORDER = { skippedRow: 0.15, mostSkipped: 2, again: 3, back: 4 } as const;

/** Values after a label, by how they fit the number of its columns. */
export const VALUES = {
  glued: 0.4,
  /** As many digits as values. */
  gluedDigits: 0.1,
  fewer: 1.5,
  /** For each value that a row without a label lacks. */
  lacking: 0.25,
  none: 1,
  excess: 2,
  excessEach: 0.7,
  /** For each digit more than `usualDigits` a value. */
  longDigit: 0.4,
  usualDigits: 5,
  wide: 0.3,
  astray: 3,
  astrayDigit: 0.8,
  unit: 0.8,
  /** In a bracket that has not closed. */
  inNote: 8,
} as const;

/** Beginning and ending a table. */
export const TABLE = { expected: 1.5, again: 5, unexpected: 9, otherForm: 1, leave: 3, leaveEarly: 5 } as const;

/** A row that the form doesn't have: its label, before values. */
export const UNKNOWN_ROW = { label: 5, character: 0.6, longest: 40 } as const;

/** A heading of the form, more where its place doesn't look like one. */
export const HEADING = {
  known: 0.6,
  byWords: 2,
  inside: 3,
  quoted: 8,
  skipped: 0.7,
  back: 4,
} as const;
