import { parseAst } from 'vitest/node';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** The names, where a call stands, of lists that are as long as the source has them. */
type Written = ReadonlySet<string>;

/**
 * The calls that are given as many arguments as some list is long, each with the number of its line. What is
 * written out is none: a literal, or what names one, and what the function around it was itself called with.
 */
export function spreadCalls(text: string): readonly string[] {
  const told = ({ start, end }: Node) => `${text.slice(0, start).split('\n').length} ${text.slice(start, end)}`;
  return [...calls(parseAst(text, { lang: 'ts' }) as unknown as Node, new Set())].map(told);
}

function* calls(node: Node, around: Written): Iterable<Node> {
  const names = namesIn(node, around);
  const written = names.length > 0 ? new Set([...around, ...names]) : around;
  if (partsOf(node, 'arguments').some((each) => each.type === 'SpreadElement' && !isWritten(each, written))) yield node;
  for (const part of Object.keys(node)) {
    if (typeof node[part] === 'object') for (const child of partsOf(node, part)) yield* calls(child, written);
  }
}

/** The names that a function or a block gives to lists that are written out. */
function namesIn(node: Node, around: Written): readonly string[] {
  const rest = partsOf(node, 'params').flatMap((each) =>
    each.type === 'RestElement' ? partsOf(each, 'argument') : [],
  );
  const constants = partsOf(node, 'body')
    .filter(({ type, kind }) => type === 'VariableDeclaration' && kind === 'const')
    .flatMap((each) => partsOf(each, 'declarations'))
    .filter((each) => partsOf(each, 'init').some((init) => isWritten(init, around)))
    .flatMap((each) => partsOf(each, 'id'));
  return [...rest, ...constants].map(({ name }) => String(name));
}

function isWritten(node: Node, written: Written): boolean {
  const all = (...parts: readonly string[]) =>
    parts.flatMap((part) => partsOf(node, part)).every((each) => isWritten(each, written));
  switch (node.type) {
    case 'ArrayExpression':
      return partsOf(node, 'elements').every((each) => each.type !== 'SpreadElement' || isWritten(each, written));
    case 'ConditionalExpression':
      return all('consequent', 'alternate');
    case 'SpreadElement':
      return all('argument');
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return all('expression');
    default:
      return node.type === 'Identifier' && written.has(String(node.name));
  }
}

/** The nodes that a part of a node is: one, a list, or none. */
function partsOf(node: Node, part: string): readonly Node[] {
  return [node[part]].flat().filter((each): each is Node => typeof (each as Node | null)?.type === 'string');
}
