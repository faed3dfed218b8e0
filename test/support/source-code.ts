import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** A source file of the project, by its path from the root with `/` between its parts. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The text with all that is no code blanked out: comments, and what stands in strings, templates and regular expressions. */
  readonly code: string;
  readonly imports: readonly Import[];
}

export interface Import {
  /** As written. */
  readonly name: string;
  /** The path of the project's file that it names, or null for a package. */
  readonly path: string | null;
}

const root = resolve(import.meta.dirname, '../..');
const FROM = /\b(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])([^'"]+)\1/g;
const BARE = /\bimport\s*\(?\s*(['"])([^'"]+)\1/g;

/** Every TypeScript file below a folder of the project. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => readSource(file));
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8');
  return { path: pathOf(file), text, code: codeOf(text), imports: importsOf(text, file) };
}

function pathOf(file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}

/** What a file imports or exports from elsewhere, type imports and dynamic ones included. */
export function importsOf(text: string, file: string): readonly Import[] {
  const withoutComments = blank(text, (kind) => kind === 'comment');
  const names = [FROM, BARE].flatMap((pattern) =>
    [...withoutComments.matchAll(pattern)].map((match) => match[2] ?? ''),
  );
  return [...new Set(names)].map((name) => ({
    name,
    path: name.startsWith('.') ? pathOf(resolve(dirname(file), name)) : null,
  }));
}

/** The text with what is no code blanked out; line breaks stay. */
export function codeOf(text: string): string {
  return blank(text, () => true);
}

type Kind = 'comment' | 'literal';

/** A string, a template between its substitutions, a regular expression where one may stand, or a comment. */
const NO_CODE =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|(?<regex>(?<=(?:^|[=(,:?[!&|;{}>]|\breturn|\bcase)\s*)\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*)|(?<template>`)/g;

function blank(text: string, isBlanked: (kind: Kind) => boolean): string {
  let result = '';
  let at = 0;
  const spaces = (part: string) => part.replace(/[^\n]/g, ' ');
  const keep = (end: number) => {
    result += text.slice(at, end);
    at = end;
  };
  const put = (end: number, kind: Kind) => {
    const part = text.slice(at, end);
    result += isBlanked(kind) ? spaces(part) : part;
    at = end;
  };
  for (let match = next(text, at); match; match = next(text, at)) {
    keep(match.index);
    if (match.groups?.comment) put(at + match[0].length, 'comment');
    else if (match.groups?.template) {
      for (const { end, isCode } of templateParts(text, at)) {
        if (isCode) {
          result += blank(text.slice(at, end), isBlanked);
          at = end;
        } else put(end, 'literal');
      }
    } else put(at + match[0].length, 'literal');
  }
  keep(text.length);
  return result;
}

function next(text: string, at: number): RegExpExecArray | null {
  NO_CODE.lastIndex = at;
  return NO_CODE.exec(text);
}

/** The stretches of a template literal that begins at `start`: text, then `${…}`, and so on. */
function templateParts(text: string, start: number): readonly { readonly end: number; readonly isCode: boolean }[] {
  const parts: { end: number; isCode: boolean }[] = [];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') return [...parts, { end: at + 1, isCode: false }];
    else if (text.startsWith('${', at)) {
      parts.push({ end: at + 2, isCode: false });
      at = substitutionEnd(text, at + 2);
      parts.push({ end: at, isCode: true });
    }
  }
  return [...parts, { end: text.length, isCode: false }];
}

function substitutionEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '`') at = (templateParts(text, at).at(-1)?.end ?? text.length) - 1;
    else if (character === "'" || character === '"') at = stringEnd(text, at, character);
    else if (character === '{') depth++;
    else if (character === '}' && depth-- === 0) return at;
  }
  return text.length;
}

function stringEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote || text[at] === '\n') return at;
  }
  return text.length;
}
