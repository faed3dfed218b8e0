// What settings files and packs have in common: JSON read with its places, bounded, and never thrown over.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { type FileProblem, maxJsonSize } from './file-problem.ts';

export interface ReadJson {
  /** Null where the text holds no value, or none that can be followed. */
  readonly root: Node | null;
  readonly problems: readonly FileProblem[];
}

/** Reads JSON, comments and trailing commas allowed. `name` is what messages call the file. */
export function readJson(text: string, name: Localized): ReadJson {
  if (text.length > maxJsonSize) return { root: null, problems: [tooLarge(name)] };
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true }) ?? null;
    return { root, problems: errors.map((error) => syntaxProblem(error, name)) };
  } catch (error) {
    if (error instanceof RangeError) return { root: null, problems: [tooDeep(text, name)] };
    throw error;
  }
}

/** Each property as its name, its value's node (absent while half-typed) and its name's node. */
export function properties(object: Node): readonly (readonly [string, Node | undefined, Node])[] {
  return (object.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    return key ? [[String(key.value), value, key] as const] : [];
  });
}

export function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

export function wholeOf(text: string): Span {
  return { start: 0, end: text.length };
}

function syntaxProblem({ error, offset, length }: ParseError, name: Localized): FileProblem {
  const reason = printParseErrorCode(error);
  return {
    span: { start: offset, end: offset + length },
    message: {
      zh: `${name.zh} 不是正确的 JSON，此处有误（${reason}）`,
      en: `${name.en} is not valid JSON here (${reason})`,
    },
  };
}

function tooDeep(text: string, name: Localized): FileProblem {
  return {
    span: wholeOf(text),
    message: { zh: `${name.zh} 嵌套的层数太多，读不了`, en: `${name.en} is nested too deeply` },
  };
}

function tooLarge(name: Localized): FileProblem {
  return {
    span: { start: 0, end: 0 },
    message: {
      zh: `${name.zh} 超过 ${maxJsonSize} 个字符，没有读`,
      en: `${name.en} has more than ${maxJsonSize} characters and is not read`,
    },
  };
}
