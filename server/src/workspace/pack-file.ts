// A pack's file read: what it adds to the forms, and what is wrong in it with its places.
import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import { parsePack } from '../forms/index.ts';
import type { Pack, PackProblem } from '../forms/pack.ts';
import type { Part } from '../syntax/tree.ts';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import type { FileProblem } from './file-problem.ts';
import { properties, readJson, spanOf } from './json-text.ts';

export interface ReadPackFile {
  /** Null where the text is no pack at all. */
  readonly pack: Pack | null;
  /** The places of the codes of rules that the pack names, quotation marks included. */
  readonly codes: readonly Part[];
  readonly problems: readonly FileProblem[];
}

/** A pack that a settings file names. */
export interface PackFile extends ReadPackFile {
  readonly text: string;
}

/** So many problems with what a pack says are told. */
const MOST_PROBLEMS = 100;

const called: Localized = { zh: '补充包', en: 'The pack' };

/** The pack in a text, comments and trailing commas allowed. Never throws: what is wrong becomes a problem with its place. */
export function readPackFile(text: string): PackFile {
  const { root, problems } = readJson(text, called);
  if (!root) return { text, pack: null, codes: [], problems };
  const { pack, problems: found } = parsePack(getNodeValue(root));
  const rules = findNodeAtLocation(root, ['rules']);
  const codes = rules?.type === 'object' ? properties(rules) : [];
  return {
    text,
    pack,
    codes: codes.map(([code, , key]): Part => ({ text: code, span: spanOf(key) })),
    problems: [...problems, ...found.slice(0, MOST_PROBLEMS).map((problem) => placed(problem, root))],
  };
}

function placed({ path, message }: PackProblem, root: Node): FileProblem {
  const text = (language: keyof Localized): string =>
    path === '' ? message[language] : `${path}: ${message[language]}`;
  return { span: spanAt(path, root), message: { zh: text('zh'), en: text('en') } };
}

/** Where a path such as `rows[0].after` leads, as far as it goes: a property's name, or the beginning of a value. */
function spanAt(path: string, node: Node, found = beginOf(node)): Span {
  const rest = path.replace(/^\./, '');
  const [, index] = /^\[(\d+)\]/.exec(rest) ?? [];
  if (index !== undefined && node.type === 'array') {
    const item = node.children?.[Number(index)];
    return item ? spanAt(rest.slice(index.length + 2), item) : found;
  }
  if (rest === '' || node.type !== 'object') return found;
  // A name may have dots of its own: the longest that fits is meant.
  const [property] = properties(node)
    .filter(([key]) => key !== '' && rest.startsWith(key) && /^(?:$|[.[])/.test(rest.slice(key.length)))
    .sort(([a], [b]) => b.length - a.length);
  if (!property) return found;
  const [key, value, name] = property;
  return value ? spanAt(rest.slice(key.length), value, spanOf(name)) : spanOf(name);
}

function beginOf({ type, offset, length }: Node): Span {
  return { start: offset, end: offset + (type === 'object' || type === 'array' ? 1 : length) };
}
