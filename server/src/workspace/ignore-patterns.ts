// Patterns of files that no search gives, as `.gitignore` writes them. No pattern takes longer than its length times the path's.
import { fits } from './glob.ts';

export interface IgnorePattern {
  /** Takes back what an earlier pattern ignores. */
  readonly isNegated: boolean;
  readonly folderOnly: boolean;
  /** The names that it means from its folder down, or one name at any depth. */
  readonly parts: readonly string[];
  readonly anyDepth: boolean;
}

/** So many patterns of one file are followed. */
const MOST_PATTERNS = 1000;

/** The patterns in the lines of a `.gitignore`. */
export function ignorePatterns(lines: readonly string[]): readonly IgnorePattern[] {
  return lines.slice(0, MOST_PATTERNS).flatMap((line) => patternOf(line) ?? []);
}

function patternOf(line: string): IgnorePattern | null {
  const text = line.replace(/\r$/, '').replace(/(?<!\\)\s+$/, '');
  if (text === '' || text.startsWith('#')) return null;
  const isNegated = text.startsWith('!');
  const path = (isNegated ? text.slice(1) : text).replaceAll('\\ ', ' ');
  const folderOnly = path.endsWith('/');
  const bare = folderOnly ? path.slice(0, -1) : path;
  const parts = bare.split('/').filter((part) => part !== '');
  return parts.length === 0 ? null : { isNegated, folderOnly, parts, anyDepth: !bare.includes('/') };
}

/**
 * What patterns say of a path below their folder, by its names: `true` for ignored, `false` for taken back, null for nothing.
 * The last that fits holds.
 */
export function ignores(
  patterns: readonly IgnorePattern[],
  names: readonly string[],
  isFolder: boolean,
): boolean | null {
  const found = patterns.findLast((pattern) => (isFolder || !pattern.folderOnly) && means(pattern, names));
  return found ? !found.isNegated : null;
}

function means({ parts, anyDepth }: IgnorePattern, names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  if (anyDepth) return isNameLike(last, parts[0] ?? '');
  // What ends in `**` means what is inside, not the folder itself.
  const own = parts.at(-1) === '**' ? [...parts, '*'] : parts;
  return fits(names, own, (part) => part === '**', isNameLike);
}

const TOKEN = /\\[\s\S]|\[[!^]?\]?[^\]]*\]|[\s\S]/gu;

function isNameLike(name: string, pattern: string): boolean {
  const wanted = pattern.normalize('NFC');
  const plain = name.normalize('NFC');
  if (!/[*?[\\]/.test(wanted)) return plain === wanted;
  return fits([...plain], wanted.match(TOKEN) ?? [], (token) => token === '*', isCharacterLike);
}

function isCharacterLike(character: string, token: string): boolean {
  if (token === '?') return true;
  if (token.length > 1 && token.startsWith('\\')) return token.slice(1) === character;
  if (token.length < 3 || !token.startsWith('[')) return token === character;
  const isNegated = /^\[[!^]/.test(token);
  return isInSet(character, token.slice(isNegated ? 2 : 1, -1)) !== isNegated;
}

/** `a-z` is a stretch, everything else stands for itself. */
function isInSet(character: string, set: string): boolean {
  const members = [...set];
  for (let at = 0; at < members.length; at++) {
    const [first = '', dash, last] = members.slice(at, at + 3);
    if (dash === '-' && last !== undefined) {
      if (first <= character && character <= last) return true;
      at += 2;
    } else if (first === character) return true;
  }
  return false;
}
