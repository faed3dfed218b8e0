import type { Line, Part, Tree } from '../../server/src/syntax/tree.ts';

/** A tree in a form that can be read and compared: one line for each line, texts in «», the rooms of cells in []. */
export function printTree(tree: Tree): string {
  const printed: string[] = [];
  if (tree.unclosedFrontMatter) printed.push(`unclosed ${slice(tree, tree.unclosedFrontMatter)}`);
  if (tree.frontMatter) {
    printed.push('front matter');
    for (const { key, value } of tree.frontMatter.entries)
      printed.push(`  ${quote(key)}: ${value ? quote(value) : '-'}`);
  }
  for (const line of tree.lines) printed.push(`${line.number} ${printLine(tree, line)}`);
  return printed.join('\n');
}

function printLine(tree: Tree, line: Line): string {
  switch (line.kind) {
    case 'blank':
    case 'rule':
    case 'conflict':
      return line.kind;
    case 'comment':
    case 'title':
      return `${line.kind} ${quote(line.content)}`;
    case 'text':
      return `${line.escaped ? 'escaped text' : 'text'} ${quote(line.content)}`;
    case 'suppression':
      return ['suppression', ...line.codes.map(quote), 'because', line.reason ? quote(line.reason) : '-'].join(' ');
    case 'row':
      return ['row ', ...line.cells.map((cell) => `[${slice(tree, cell.room)}]`)].join('');
    case 'section':
    case 'item':
      return `${line.kind} ${line.ordinal} ${quote(line.mark)} ${quote(line.content)}`;
    case 'subsection':
      return `subsection ${line.ordinal} ${quote(line.mark)} ${quote(line.title)} of ${quote(line.content)}`;
  }
}

function quote(part: Part): string {
  return `«${part.text}»`;
}

function slice(tree: Tree, span: { readonly start: number; readonly end: number }): string {
  return tree.text.slice(span.start, span.end);
}
