// What the documents name in code spans is there: paths, identifiers, and the arrows between rooms.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrows, known } from './support/rooms.ts';

const root = join(import.meta.dirname, '..');
const SOURCES = ['server', 'client', 'scripts', 'bench', 'test', 'docs', 'examples', 'schemas', 'syntaxes'];
/** What is read for words; tests of documents and what they write aside. */
const READ = /^(?!test\/(?:expected|named-in-documents)|docs\/).*\.(?:ts|json|mjs|lua)$/;
/** Files that were made once to count what a change touches, and are no part of the project. */
const TRIALS = ['rules/file-name.ts', 'rules/regulations-gone.ts', 'forms/edition-2027.ts', 'exporters/toy.ts'];
/** What is somebody else's, or the reader's own. */
const FOREIGN = ['github/codeql-action/upload-sarif', 'init.el', 'bnxs', 'elpa-eglot'];

const PATH = /^[\w@.<>*-]+(?:\/[\w@.<>*\u3400-\u9fff-]+)*\/?$/;
const LOOKS_LIKE_PATH = /\/|\.(?:ts|md|json|mjs|cjs|js|txt)$/;
const METHOD = /^(?:[a-z]+|\$)(?:[A-Z]\w*)?\/\w+(?:\/\w+)*$/;
const IDENTIFIER = /^[A-Za-z_$][\w$]*(?:\.\w+)*(?:\(.*\))?$/;

const paths: readonly string[] = [
  ...readdirSync(root).filter((name) => /\.\w+$/.test(name)),
  ...SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      `${folder}/${name}`.replaceAll('\\', '/'),
    ),
  ),
];
const code = paths
  .filter((path) => READ.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');
const words: ReadonlySet<string> = new Set(code.match(/[A-Za-z_$][\w$]*/g));

const documents = [
  ...readdirSync(root).filter((name) => /^(?:README|CONTRIBUTING|SECURITY)\b.*\.md$/.test(name)),
  'server/README.md',
  ...paths.filter((path) => /^docs\/(?:editors\/)?[^/]+\.md$/.test(path)),
];

/** The code spans of a page, its blocks of code aside. */
function spans(page: string): readonly string[] {
  const prose = page.replaceAll(/^(```+)[\s\S]*?^\1/gm, '');
  return [...new Set([...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span))];
}

function isThere(document: string, name: string): boolean {
  const path = name.replace(/\/$/, '');
  if (/[<*]/.test(path)) {
    const pattern = new RegExp(`(?:^|/)${path.replaceAll('.', '\\.').replaceAll(/<\w+>|\*+/g, '[^/]+')}$`);
    return paths.some((each) => pattern.test(each));
  }
  return (
    existsSync(join(root, dirname(document), path)) || paths.some((each) => each === path || each.endsWith(`/${path}`))
  );
}

/** What a page names that is neither in the repository nor in its code. */
function absent(document: string, page: string): readonly string[] {
  return spans(page).filter((span) => {
    if (TRIALS.includes(span) || FOREIGN.includes(span)) return false;
    if (METHOD.test(span) && document === 'docs/lsp.md') return false;
    if (PATH.test(span) && LOOKS_LIKE_PATH.test(span)) {
      const isWritten = !span.endsWith('.ts') && code.includes(span.replace(/^dist\/|^<\w+>|\/$/g, ''));
      return !isThere(document, span) && !isWritten;
    }
    if (!IDENTIFIER.test(span)) return false;
    return (span.match(/[A-Za-z_$][\w$]*/g) ?? []).some((word) => !words.has(word));
  });
}

describe('the documents', () => {
  test.each(documents)('name only what there is: %s', (document) => {
    expect(absent(document, readFileSync(join(root, document), 'utf8'))).toEqual([]);
  });

  test('name much of it', () => {
    const named = documents.flatMap((document) => spans(readFileSync(join(root, document), 'utf8')));
    expect(named.filter((span) => IDENTIFIER.test(span)).length).toBeGreaterThan(250);
    expect(named.filter((span) => LOOKS_LIKE_PATH.test(span)).length).toBeGreaterThan(200);
  });

  test('are told where a name leads nowhere', () => {
    const page = 'See `rules/none.ts`, `noSuchName()`, `nowhere/<code>/`, `text/spans.ts`.\n```\n`other.ts`\n```\n';
    expect(absent('docs/x.md', page)).toEqual(['rules/none.ts', 'noSuchName()', 'nowhere/<code>/', 'text/spans.ts']);
    expect(absent('docs/x.md', '`rules/index.ts`, `fixtures/rules/<code>/`, `documentOf(report)`')).toEqual([]);
  });
});

describe('the arrows between rooms', () => {
  test.each(['server/README.md', 'docs/architecture.md'])('are those that are held to: %s', (document) => {
    const page = readFileSync(join(root, document), 'utf8');
    const drawn = /^```\n(text ←[\s\S]*?)^```/m.exec(page)?.[1] ?? '';
    const rooms = (list = '') => list.split(', ');
    const edges = drawn.split(/\n| {2,}/).flatMap((chain) => {
      const steps = chain.trim().split(' ← ');
      return steps
        .slice(1)
        .flatMap((to, i) => rooms(to).flatMap((room) => rooms(steps[i]).map((knows) => ({ room, knows }))));
    });
    const told = Object.groupBy(edges, ({ room }) => room);
    const asDrawn = Object.fromEntries(
      Object.keys(arrows).map((room) => [room, (told[room] ?? []).map(({ knows }) => knows)]),
    );
    for (const room of Object.keys(arrows))
      expect([...known(room, asDrawn)].sort(), room).toEqual([...known(room)].sort());
  });
});
