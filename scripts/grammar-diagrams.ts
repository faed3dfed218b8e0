// Railroad diagrams of a grammar of Chevrotain, all rules in one SVG.
import type { ISerializedGast } from 'chevrotain';
import railroad, { type Item } from 'railroad-diagrams';

const { Choice, Diagram, NonTerminal, OneOrMore, Optional, Sequence, Skip, Terminal, ZeroOrMore } = railroad;

const HEAD = 30;
const STYLE = `
svg { background: #fff; color: #000 }
path { stroke: #555; stroke-width: 2; fill: none }
text { font: 14px monospace; text-anchor: middle }
text.rule { font-weight: bold; text-anchor: start }
rect { stroke: #555; stroke-width: 2; fill: #e3f2fd }
`;

/** A rule or a part of one, as Chevrotain writes it out. */
interface Part {
  readonly type: string;
  readonly name?: string;
  readonly separator?: Part;
  readonly definition?: readonly Part[];
}

/** The diagrams below each other, in the order of the rules; the same for the same grammar. */
export function grammarDiagrams(rules: readonly ISerializedGast[]): string {
  const drawn = (rules as readonly Part[]).map((rule) => {
    const diagram = new Diagram([partsOf(rule)]);
    diagram.format(10, 20, 20, 20);
    return { name: rule.name ?? '', ...size(diagram.attrs), text: String(diagram) };
  });
  const width = Math.max(...drawn.map((each) => each.width));
  let top = 0;
  const parts = drawn.map(({ name, height, text }) => {
    const part = `<text class="rule" x="20" y="${top + HEAD - 8}">${name}</text>\n${text.replace('<svg ', `<svg y="${top + HEAD}" `)}`;
    top += HEAD + height;
    return part;
  });
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${top}" viewBox="0 0 ${width} ${top}">`;
  return `${open}\n<style>${STYLE}</style>\n${parts.join('')}</svg>\n`;
}

function size({ width, height }: Readonly<Record<string, string | number>>) {
  return { width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
}

function partsOf({ definition = [] }: Part): Item {
  if (definition.length === 0) return new Skip();
  return new Sequence(definition.map(item));
}

function item(part: Part): Item {
  switch (part.type) {
    case 'Terminal':
      return new Terminal(part.name ?? '');
    case 'NonTerminal':
      return new NonTerminal(part.name ?? '');
    case 'Option':
      return new Optional(partsOf(part));
    case 'Repetition':
      return new ZeroOrMore(partsOf(part));
    case 'RepetitionWithSeparator':
      return new ZeroOrMore(partsOf(part), separatorOf(part));
    case 'RepetitionMandatory':
      return new OneOrMore(partsOf(part));
    case 'RepetitionMandatoryWithSeparator':
      return new OneOrMore(partsOf(part), separatorOf(part));
    case 'Alternation':
      return new Choice(0, (part.definition ?? []).map(partsOf));
    case 'Alternative':
      return partsOf(part);
    default:
      throw new Error(`no diagram for ${part.type}`);
  }
}

function separatorOf({ separator }: Part): Item | undefined {
  return separator && item(separator);
}
