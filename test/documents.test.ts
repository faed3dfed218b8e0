// Comments and documents name files of the repository only.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const SOURCES = ['server', 'client', 'scripts', 'bench', 'test', 'docs', 'examples'];
/** What is written by tools, reports, and this file, whose examples lead nowhere. */
const NOT_READ =
  /(?:^|\/)(?:node_modules|dist|out)\/|^docs\/rules\/|^test\/(?:expected|fixtures|corpus)\/|^test\/documents\.test/;
/** A path or a name of a document, in a comment or in Markdown. */
const DOCUMENT = /(?<![\w:/.\-*$}>])(?:[\w.-]+\/)*[\w-]+\.md(?!\w)/g;
const LINK = /\]\(([^)\s#:]+)(?:#[^)\s]*)?\)/g;
const OUTSIDE = /(?:\.\.\/)+shared\b|\/work\//;
/** What asks first whether a folder is there. */
const ASKS_FIRST = /\bexistsSync\(/;

interface Document {
  readonly path: string;
  /** Of a source its comments, of a document all. */
  readonly text: string;
}

function paths(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((path) => /\.(?:ts|md)$/.test(path) && !NOT_READ.test(path));
}

function commentsOf(code: string): string {
  return [...code.matchAll(/\/\*[\s\S]*?\*\/|(?<![:'"`/])\/\/.*$/gm)].map(([comment]) => comment).join('\n');
}

const top = readdirSync(root).filter((name) => name.endsWith('.md'));
const documents: readonly Document[] = [...SOURCES.flatMap(paths), ...top].map((path) => {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text: path.endsWith('.ts') ? commentsOf(text) : text };
});

/** Whether a name leads to a file: from the root, or from where it is said. */
function leads(path: string, name: string): boolean {
  return existsSync(join(root, name)) || existsSync(join(root, dirname(path), name));
}

function missing({ path, text }: Document): readonly string[] {
  const links = path.endsWith('.md') ? [...text.matchAll(LINK)].map(([, link = '']) => link) : [];
  const linked = links.filter((link) => !existsSync(join(root, dirname(path), link)));
  const named = (text.match(DOCUMENT) ?? []).filter((name) => !leads(path, name));
  return [...new Set([...linked, ...named])].map((name) => `${path}: ${name}`);
}

describe('comments and documents', () => {
  test('name only documents, and link only to files, that are in the repository', () => {
    expect(documents.length).toBeGreaterThan(300);
    expect(documents.flatMap(missing)).toEqual([]);
  });

  test('lead to nothing beside the repository', () => {
    expect(documents.filter(({ text }) => OUTSIDE.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('nor do sources, but for tests that do without what is not there', () => {
    const outside = SOURCES.flatMap(paths)
      .filter((path) => path.endsWith('.ts'))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
      .filter(({ text }) => OUTSIDE.test(text));
    const wrong = outside.filter(({ path, text }) => !path.startsWith('test/') || !ASKS_FIRST.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('are told apart from code', () => {
    const comments = commentsOf("const a = 'x.md'; // see b.md\n/* c.md */ const url = 'https://d.md';");
    expect(comments.match(DOCUMENT)).toEqual(['b.md', 'c.md']);
    expect(missing({ path: 'server/x.ts', text: '// domain.md, docs/form.md' })).toEqual(['server/x.ts: domain.md']);
  });
});
