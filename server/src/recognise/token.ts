/** What parts a token from the one before it, from the weakest to the strongest. All of them are evidence, none is a rule. */
export const borders = ['none', 'space', 'wide-space', 'cell', 'line', 'blank-line'] as const;
export type Border = (typeof borders)[number];

/**
 * A piece of a source as its reader sees it: a paragraph, a line of a text, a cell of a table. It may be empty (a blank cell),
 * and hold spaces, bars, TABs and line breaks, which are borders within it.
 */
export interface Token {
  readonly text: string;
  /** What stands before it. */
  readonly border: Border;
  /** Whether it is a cell of a table, and blank where it has no text. */
  readonly isCell: boolean;
}
