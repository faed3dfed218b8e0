import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';

/** What a word may be in a clause that says a quantity. A word may be several of these. */
export const classes = [
  'number',
  'percent',
  'counter',
  'approximately',
  'more',
  'wan',
  'mark',
  'time',
  'part',
  'foreign',
  'particle',
  'last',
  'next',
  'subject',
  'wider',
  'through',
  'ways',
  'channel',
  'adverb',
  'onTime',
  'according',
  'rule',
  'verb',
  'outcome',
  'applicant',
  'dispute',
  'result',
  'document',
  'documentVerb',
  'publishVerb',
  'decision',
  'decisionVerb',
  'fee',
  'info',
  'request',
  'person',
  'submit',
  'toSelf',
  'about',
  'toward',
  'form',
  'of',
  'and',
  'tail',
  'reason',
  'stated',
  'from',
  'link',
  'deny',
  'deniedVerb',
  'carry',
  'going',
  'including',
  'all',
  'rate',
  'share',
  'comparison',
  'keep',
  'quotation',
  'other',
  'unknown',
] as const;

export type ClauseClass = (typeof classes)[number];

/** A token of a clause. */
export interface ClauseToken extends IToken {
  readonly payload: ClausePayload;
}

/** A token, or a mark that ends a clause and where it ends. */
export type Piece = ClauseToken | { readonly stop: string; readonly end: number };

export interface ClausePayload {
  readonly classes: readonly ClauseClass[];
  /** Of a number. */
  readonly value: number | null;
}

export function is(token: ClauseToken, name: ClauseClass): boolean {
  return token.payload?.classes.includes(name) ?? false;
}

/** The token types of the classes, and of every set of them that a word has. */
export class ClauseVocabulary {
  readonly #types = new Map<string, TokenType>();
  /** Of the sets by themselves: words of one set share it. */
  readonly #keys = new Map<readonly ClauseClass[], string>();

  /** `sets` are the classes of each word. */
  constructor(sets: Iterable<readonly ClauseClass[]>) {
    for (const classes of sets) this.typeOf(classes);
  }

  /** All types, with those of every class, which a production may name. */
  withAllClasses(): TokenType[] {
    for (const name of classes) this.typeOf([name]);
    return [...this.#types.values()];
  }

  /** The type of tokens with these classes. A set that wasn't named before the grammar was made is read by no clause. */
  typeOf(classes: readonly ClauseClass[]): TokenType {
    const [only = ''] = classes;
    const key = classes.length === 1 ? only : (this.#keys.get(classes) ?? this.#keyOf(classes));
    const known = this.#types.get(key);
    if (known) return known;
    const categories = classes.length < 2 ? [] : classes.map((name) => this.typeOf([name]));
    const made = createToken({ name: key, pattern: Lexer.NA, categories });
    this.#types.set(key, made);
    return made;
  }

  #keyOf(classes: readonly ClauseClass[]): string {
    const key = [...classes].sort().join('+');
    this.#keys.set(classes, key);
    return key;
  }
}
