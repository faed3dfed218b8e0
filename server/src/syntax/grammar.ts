import { EmbeddedActionsParser, EOF, type IToken } from 'chevrotain';
import { numeralValue } from '../text/chinese-numerals.ts';
import type { Span } from '../text/span.ts';
import { cellsOf } from './cells.ts';
import {
  AfterColon,
  Backslash,
  Break,
  ClosingFence,
  Code,
  Comma,
  FrontMatterComment,
  Hash,
  Ignore,
  Indent,
  ItemMark,
  isDrawn,
  Key,
  mayBeginRule,
  OpeningFence,
  Rest,
  RestBreak,
  Row,
  RowRule,
  SectionMark,
  Slashes,
  SubsectionMark,
  Text,
  vocabulary,
} from './tokens.ts';
import type { Entry, FrontMatter, Line, Part, Suppressed } from './tree.ts';
import { partOf } from './white-space.ts';

const NUMERAL = /[〇零一二两三四五六七八九十]+/;
const TITLE_END = /[。：:]/;

export interface Document {
  readonly frontMatter: FrontMatter | null;
  readonly lines: readonly Line[];
}

/**
 * One parser for all texts; it builds the tree as it goes. Whatever the lexer yields is in the language: what a line is,
 * its first token after the indent says.
 */
export class Grammar extends EmbeddedActionsParser {
  #text = '';
  /** Where the line at hand starts, and its number. */
  #start = 0;
  #number = 0;

  // The alternatives of every line, made once rather than for each.
  readonly #breaks = [{ ALT: () => this.CONSUME(Break) }, { ALT: () => this.CONSUME(RestBreak) }];
  readonly #kinds: { readonly ALT: () => Line }[] = [
    { ALT: () => this.SUBRULE(this.text) },
    { ALT: () => this.SUBRULE(this.row) },
    { ALT: () => this.SUBRULE(this.rowRule) },
    { ALT: () => this.SUBRULE(this.section) },
    { ALT: () => this.SUBRULE(this.subsection) },
    { ALT: () => this.SUBRULE(this.item) },
    { ALT: () => this.SUBRULE(this.comment) },
    { ALT: () => this.SUBRULE(this.suppression) },
    { ALT: () => this.SUBRULE(this.title) },
    { ALT: () => this.SUBRULE(this.escaped) },
  ];

  /** Validated by tests alone: every start of the server would pay for it. */
  constructor(skipValidations = true) {
    super(vocabulary, { maxLookahead: 1, recoveryEnabled: false, skipValidations });
    this.performSelfAnalysis();
  }

  /**
   * The document that `tokens` make; the first line of `text` starts at `start`. The lexer's modes admit no sequence of
   * tokens that the grammar doesn't, so an error here is one of this file.
   */
  read(text: string, start: number, tokens: IToken[]): Document {
    return this.#read(text, start, tokens, () => this.document());
  }

  /** The codes and the reason that the tokens of a line's stretch in the mode `ignore` make. */
  readSuppressed(text: string, tokens: IToken[]): Suppressed {
    return this.#read(text, 0, tokens, () => this.suppressed());
  }

  #read<Result>(text: string, start: number, tokens: IToken[], rule: () => Result): Result {
    this.input = tokens;
    this.#text = text;
    this.#start = start;
    this.#number = 0;
    const result = rule();
    const [error] = this.errors;
    if (error) throw error;
    this.input = [];
    this.#text = '';
    return result;
  }

  readonly document = this.RULE('document', (): Document => {
    const lines: Line[] = [];
    const frontMatter = this.OR([
      { ALT: () => this.SUBRULE(this.frontMatter) },
      {
        ALT: () => {
          lines.push(this.SUBRULE(this.line));
          return null;
        },
      },
    ]);
    this.MANY(() => {
      this.SUBRULE(this.lineBreak);
      lines.push(this.SUBRULE1(this.line));
    });
    return { frontMatter, lines };
  });

  readonly lineBreak = this.RULE('lineBreak', () => {
    const token = this.OR(this.#breaks);
    this.ACTION(() => {
      this.#start = endOf(token);
      this.#number++;
    });
  });

  readonly line = this.RULE('line', (): Line => {
    this.OPTION(() => this.CONSUME(Indent));
    const line = this.OPTION1(() => this.OR(this.#kinds));
    return line ?? { kind: 'blank', span: this.#span(), number: this.#number };
  });

  readonly text = this.RULE('text', (): Line => {
    const content = this.#partOf(this.CONSUME(Text));
    return { kind: 'text', span: this.#span(), number: this.#number, content, escaped: false };
  });

  readonly escaped = this.RULE('escaped', (): Line => {
    const mark = this.CONSUME(Backslash);
    const content = this.SUBRULE(this.rest, { ARGS: [mark] });
    return { kind: 'text', span: this.#span(), number: this.#number, content, escaped: true };
  });

  readonly comment = this.RULE('comment', (): Line => {
    const mark = this.CONSUME(Slashes);
    const content = this.SUBRULE(this.rest, { ARGS: [mark] });
    return { kind: 'comment', span: this.#span(), number: this.#number, content };
  });

  readonly suppression = this.RULE('suppression', (): Line => {
    this.CONSUME(Ignore);
    const { codes, reason } = this.SUBRULE(this.suppressed);
    return { kind: 'suppression', span: this.#span(), number: this.#number, codes, reason };
  });

  readonly suppressed = this.RULE('suppressed', (): Suppressed => {
    const codes: Part[] = [];
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            const code = this.#partOf(this.CONSUME(Code));
            if (code.text !== '') codes.push(code);
          },
        },
        { ALT: () => this.CONSUME(Comma) },
      ]),
    );
    const reason = this.OPTION(() => this.#afterColon(this.CONSUME(AfterColon)));
    return { codes, reason: reason && reason.text !== '' ? reason : null };
  });

  readonly title = this.RULE('title', (): Line => {
    const mark = this.CONSUME(Hash);
    const content = this.SUBRULE(this.rest, { ARGS: [mark] });
    return { kind: 'title', span: this.#span(), number: this.#number, content };
  });

  readonly row = this.RULE('row', (): Line => {
    const token = this.CONSUME(Row);
    const span = this.#span();
    return this.ACTION((): Line => {
      const cells = cellsOf(this.#text, span.start, span.end);
      const drawn = cells[0] !== undefined && mayBeginRule(cells[0].text) && isDrawn(token.image);
      return drawn ? { kind: 'rule', span, number: this.#number } : { kind: 'row', span, number: this.#number, cells };
    });
  });

  readonly rowRule = this.RULE('rowRule', (): Line => {
    this.CONSUME(RowRule);
    return { kind: 'rule', span: this.#span(), number: this.#number };
  });

  readonly section = this.RULE('section', (): Line => {
    const token = this.CONSUME(SectionMark);
    const content = this.SUBRULE(this.rest, { ARGS: [token] });
    const mark = this.#partOf(token);
    return { kind: 'section', span: this.#span(), number: this.#number, mark, ordinal: countOf(mark), content };
  });

  readonly subsection = this.RULE('subsection', (): Line => {
    const token = this.CONSUME(SubsectionMark);
    const content = this.SUBRULE(this.rest, { ARGS: [token] });
    const mark = this.#partOf(token);
    const title = this.ACTION(() => this.#upTo(TITLE_END, content));
    const ordinal = countOf(mark);
    return { kind: 'subsection', span: this.#span(), number: this.#number, mark, ordinal, title, content };
  });

  readonly item = this.RULE('item', (): Line => {
    const token = this.CONSUME(ItemMark);
    const content = this.SUBRULE(this.rest, { ARGS: [token] });
    const mark = this.#partOf(token);
    const ordinal = Number(mark.text.slice(0, -1).normalize('NFKC'));
    return { kind: 'item', span: this.#span(), number: this.#number, mark, ordinal, content };
  });

  /** All that follows a mark on its line. */
  readonly rest = this.RULE('rest', (mark: IToken): Part => {
    this.OPTION(() => this.CONSUME(Rest));
    return this.ACTION(() => partOf(this.#text, endOf(mark), this.#lineEnd()));
  });

  readonly frontMatter = this.RULE('frontMatter', (): FrontMatter => {
    const entries: Entry[] = [];
    const { startOffset: start } = this.CONSUME(OpeningFence);
    this.MANY(() => {
      this.SUBRULE(this.lineBreak);
      this.OPTION(() => {
        const entry = this.SUBRULE(this.entry);
        if (entry) entries.push(entry);
      });
    });
    const end = endOf(this.CONSUME(ClosingFence));
    return { span: { start, end }, entries };
  });

  /** Null for a comment or for white space alone. */
  readonly entry = this.RULE('entry', (): Entry | null =>
    this.OR([
      {
        ALT: () => {
          this.CONSUME(FrontMatterComment);
          return null;
        },
      },
      {
        ALT: () => {
          const key = this.#partOf(this.CONSUME(Key));
          const value = this.OPTION(() => this.#afterColon(this.CONSUME(AfterColon))) ?? null;
          return key.text === '' && !value ? null : { span: this.#span(), key, value };
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME1(AfterColon);
          const key = partOf(this.#text, token.startOffset, token.startOffset);
          return { span: this.#span(), key, value: this.#afterColon(token) };
        },
      },
    ]),
  );

  #partOf(token: IToken): Part {
    return partOf(this.#text, token.startOffset, endOf(token));
  }

  #afterColon(token: IToken): Part {
    return partOf(this.#text, token.startOffset + 1, endOf(token));
  }

  #upTo(mark: RegExp, { span, text }: Part): Part {
    const length = text.search(mark);
    return partOf(this.#text, span.start, length < 0 ? span.end : span.start + length);
  }

  /** The line at hand, all of whose tokens have been consumed. */
  #span(): Span {
    return { start: this.#start, end: this.#lineEnd() };
  }

  #lineEnd(): number {
    const next = this.LA(1);
    return next.tokenType === EOF ? this.#text.length : next.startOffset;
  }
}

function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

function countOf(mark: Part): number {
  return numeralValue(NUMERAL.exec(mark.text)?.[0] ?? '') ?? 0;
}

export const grammar = new Grammar();
