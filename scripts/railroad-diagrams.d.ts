// The package has no types of its own. What is used of it:
declare module 'railroad-diagrams' {
  /** Its string is SVG. */
  class Item {
    readonly attrs: Readonly<Record<string, string | number>>;
  }
  class Diagram extends Item {
    constructor(...items: readonly (readonly Item[])[]);
    /** Lays it out, with so much room above, right, below and left. */
    format(above: number, right: number, below: number, left: number): this;
  }
  class Sequence extends Item {
    constructor(items: readonly Item[]);
  }
  class Choice extends Item {
    constructor(normal: number, items: readonly Item[]);
  }
  class Optional extends Item {
    constructor(item: Item);
  }
  class OneOrMore extends Item {
    constructor(item: Item, separator?: Item);
  }
  class ZeroOrMore extends Item {
    constructor(item: Item, separator?: Item);
  }
  class Terminal extends Item {
    constructor(text: string);
  }
  class NonTerminal extends Item {
    constructor(text: string);
  }
  class Skip extends Item {}
  const all: {
    readonly Choice: typeof Choice;
    readonly Diagram: typeof Diagram;
    readonly NonTerminal: typeof NonTerminal;
    readonly OneOrMore: typeof OneOrMore;
    readonly Optional: typeof Optional;
    readonly Sequence: typeof Sequence;
    readonly Skip: typeof Skip;
    readonly Terminal: typeof Terminal;
    readonly ZeroOrMore: typeof ZeroOrMore;
  };

  export { type Item };
  export default all;
}
