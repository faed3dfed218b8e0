import { builtinModules } from 'node:module';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleByCode, rules } from '../server/src/rules/index.ts';
import { arrows, known } from './support/rooms.ts';
import { codeOf, importsOf, type SourceFile, sourceFiles } from './support/source-code.ts';
import { spreadCalls } from './support/spread-calls.ts';

/** What each folder of `importers/` may import; what lies beside them they all know, and it may know them where it puts them together. */
const importerArrows: Readonly<Record<string, readonly string[]>> = {
  html: [],
  docx: ['html'],
  text: ['html'],
  pdf: ['text'],
  rows: [],
  assembly: ['text', 'rows'],
};

const MAX_LINES = 300;
/** Data and grammar, which may be longer. */
const LONG = /^server\/src\/(?:forms\/|syntax\/grammar\.ts$)/;
/** Where Node may be used: the command line, the node files of lsp, and every entry point but the browser's. */
const NODE =
  /^server\/src\/(?:cli\/|mcp\/serve\.ts$|node\/|lsp\/(?:[^/]+\/)*[^/]*node[^/]*\.ts$|(?![^/]*browser)[^/]+\.ts$)/;
/** What the web extension starts from. */
const BROWSER_ENTRIES = [
  'server/src/server.browser.ts',
  'server/src/import-worker.browser.ts',
  'client/src/browser.ts',
];
const FORMS_CAPTURED = /^(?:export )?(?:const|let) [^(]*\bstandardForms\(/;
const EDITION_COMPARED = /(?:[=!]==?|\bcase)\s*(['"`])(?:2008|2019|2021)\1|(['"`])(?:2008|2019|2021)\2\s*[=!]==?/;

const server = sourceFiles('server/src');
const client = sourceFiles('client/src');
const all = [...server, ...client];

function roomOf(path: string): string | null {
  return /^server\/src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function offenders(files: readonly SourceFile[], offence: (file: SourceFile) => readonly string[]): readonly string[] {
  return files.flatMap((file) => offence(file).map((what) => `${file.path}: ${what}`));
}

/** The lines of a text in which a pattern is found, each with its number. */
function linesWith(text: string, pattern: RegExp): readonly string[] {
  return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${index + 1} ${line.trim()}`] : []));
}

describe('rooms', () => {
  test('are all known', () => {
    const rooms = new Set(server.flatMap(({ path }) => roomOf(path) ?? []));
    expect([...rooms].filter((room) => !(room in arrows))).toEqual([]);
  });

  test('import only where an arrow leads', () => {
    const found = offenders(server, ({ path, imports }) => {
      const room = roomOf(path);
      if (!room) return [];
      const allowed = known(room);
      return imports.flatMap(({ path: target, name }) => {
        if (target === null || ((room === 'cli' || room === 'mcp') && target === 'package.json')) return [];
        const to = roomOf(target);
        return to && allowed.has(to) ? [] : [name];
      });
    });
    expect(found).toEqual([]);
  });

  test('of importers import only where an arrow leads', () => {
    const folderOf = (path: string): string | null => /^server\/src\/importers\/([^/]+)\//.exec(path)?.[1] ?? null;
    const found = offenders(server, ({ path, imports }) => {
      const folder = folderOf(path);
      if (!folder) return [];
      const allowed = [folder, ...(importerArrows[folder] ?? [])];
      return imports.flatMap(({ path: target, name }) => {
        const to = target === null ? null : folderOf(target);
        return to === null || allowed.includes(to) ? [] : [name];
      });
    });
    expect(found).toEqual([]);
  });

  test('import files that exist', () => {
    const paths = new Set(all.map(({ path }) => path));
    const found = offenders(all, ({ imports }) =>
      imports.flatMap(({ path, name }) => (path?.endsWith('.ts') && !paths.has(path) ? [name] : [])),
    );
    expect(found).toEqual([]);
  });

  test('have no import cycle, type imports included', () => {
    expect(cycles(all)).toEqual([]);
  });

  test('know nothing of LSP outside lsp; features know its types', () => {
    const found = offenders(server, ({ path, imports }) => {
      const room = roomOf(path);
      if (room === 'lsp' || room === null) return [];
      return imports.flatMap(({ name }) => {
        const isTypes = name === 'vscode-languageserver-types' && room === 'features';
        return /^vscode-(?:languageserver|jsonrpc|languageclient)/.test(name) && !isTypes ? [name] : [];
      });
    });
    expect(found).toEqual([]);
  });
});

describe('what lies on a disk', () => {
  test('is read and written by node/ alone, with a limit and whole', () => {
    const unguarded =
      /\b(?:readFile|writeFile|appendFile|copyFile|truncate|open|rename|createWriteStream|createReadStream)(?:Sync)?\b[^;]*from 'node:fs/;
    const found = server.filter(({ path, text }) => !path.startsWith('server/src/node/') && unguarded.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('the client', () => {
  test('imports nothing of the server but the protocol and what knows only strings', () => {
    const found = offenders(client, ({ imports }) =>
      imports.flatMap(({ path, name }) =>
        path?.startsWith('server/') && path !== 'server/src/lsp/protocol.ts' && roomOf(path) !== 'text' ? [name] : [],
      ),
    );
    expect(found).toEqual([]);
  });

  test('is not known to the server', () => {
    expect(
      offenders(server, ({ imports }) =>
        imports.flatMap(({ path, name }) => (path?.startsWith('client/') ? [name] : [])),
      ),
    ).toEqual([]);
  });
});

describe('Node', () => {
  const core = server.filter(({ path }) => !NODE.test(path));
  const nodeModules = ({ imports }: SourceFile) =>
    imports.flatMap(({ name }) =>
      name.startsWith('node:') || builtinModules.includes(name) || /^vscode-language(?:server|client)\/node/.test(name)
        ? [name]
        : [],
    );

  test('modules are imported only by the command line, entry points and the node files of lsp', () => {
    expect(offenders(core, nodeModules)).toEqual([]);
  });

  test('is out of reach from where the browser starts', () => {
    expect(offenders(reachable(BROWSER_ENTRIES), nodeModules)).toEqual([]);
  });

  test('globals are used only there', () => {
    const globals = /(?<![.\w$])(?:process|Buffer|__dirname|__filename|require|setImmediate)\b(?!\s*:)/;
    expect(offenders(core, ({ code }) => linesWith(code, globals))).toEqual([]);
  });
});

describe('forms', () => {
  test('are told apart by their data, not by comparing ids', () => {
    const outside = all.filter(({ path }) => roomOf(path) !== 'forms');
    expect(offenders(outside, ({ text }) => linesWith(text, EDITION_COMPARED))).toEqual([]);
  });

  test('are captured by no constant of a module, so that packs can add to them', () => {
    const outside = all.filter(({ path }) => roomOf(path) !== 'forms');
    expect(offenders(outside, ({ code }) => linesWith(code, FORMS_CAPTURED))).toEqual([]);
  });
});

describe('calls', () => {
  test('spread no list that grows with a text or a folder, which no stack holds', () => {
    const shipped = [...all, ...sourceFiles('client/webview')];
    expect(offenders(shipped, ({ text }) => spreadCalls(text))).toEqual([]);
  });
});

describe('files', () => {
  test('have no Chinese identifiers', () => {
    expect(offenders(all, ({ code }) => linesWith(code, /\p{Script=Han}/u))).toEqual([]);
  });

  test(`have at most ${MAX_LINES} lines`, () => {
    const short = all.filter(({ path }) => !LONG.test(path));
    const lines = (text: string) => text.trimEnd().split('\n').length;
    expect(offenders(short, ({ text }) => (lines(text) > MAX_LINES ? [`${lines(text)} lines`] : []))).toEqual([]);
  });

  const ruleFiles = server.filter(
    ({ path }) => /^server\/src\/rules\/[^/]+$/.test(path) && !path.endsWith('/index.ts'),
  );

  test.each(ruleFiles.map(({ path }) => [basename(path, '.ts')]))(
    'beside the engine of the rules are one rule each, with its code as name: %s',
    async (name) => {
      const module: Record<string, unknown> = await import(`../server/src/rules/${name}.ts`);
      const own = Object.values(module).filter((value) => typeof value === 'object');
      expect(own).toEqual([ruleByCode(name)]);
      expect(module[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]).toBe(ruleByCode(name));
    },
  );

  test('of rules are all in the list of rules, and every rule has its file', () => {
    expect(ruleFiles.map(({ path }) => basename(path, '.ts')).sort()).toEqual(rules.map(({ code }) => code).sort());
  });
});

/** The files of the project that some of its files import, directly or not, and these themselves. */
function reachable(entries: readonly string[]): readonly SourceFile[] {
  const reached = new Set(entries);
  for (const path of reached) {
    for (const { path: target } of all.find((file) => file.path === path)?.imports ?? [])
      if (target) reached.add(target);
  }
  return all.filter(({ path }) => reached.has(path));
}

/** Every group of files that import one another in a circle, as the paths of one such circle. */
function cycles(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const { path: target } of byPath.get(path)?.imports ?? []) {
      if (target !== null) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}

describe('this test', () => {
  test('reads every kind of import', () => {
    const text = [
      "import type { A } from './a.ts';",
      "import {\n  b,\n} from '../text/b.ts';",
      "export * from './c.ts';",
      "export type { D } from './d.ts';",
      "import './e.ts';",
      "const f = await import('./f.ts');",
      "type G = import('./g.ts').G;",
      "// import { h } from './h.ts';",
      "import parse5 from 'parse5';",
    ].join('\n');
    expect(importsOf(text, '/x/server/src/report/z.ts').map(({ name }) => name)).toEqual([
      './a.ts',
      '../text/b.ts',
      './c.ts',
      './d.ts',
      'parse5',
      './e.ts',
      './f.ts',
      './g.ts',
    ]);
  });

  test('tells code from what isn’t', () => {
    const text =
      "const a = '总计' + `表$" +
      "{b('三') + `$" +
      '{c}四`}五`; // 注\nconst 值 = /[一二]\\/三/.test(d) / 2; /* 注\n释 */ e';
    expect(codeOf(text).replace(/[ ]+/g, ' ').replace(/\n/g, '⏎')).toBe(
      'const a = + b( ) + c ; ⏎const 值 = .test(d) / 2; ⏎ e',
    );
  });

  test('tells calls with as many arguments as a list is long', () => {
    const written = [
      'f(...[1, 2]);',
      'const both = a ? [1] : ([2, 3] as const); f(0, ...both);',
      'const g = (...given: number[]) => f(...given);',
      'const h = [...list]; const { x } = { ...h };',
    ];
    const grown = [
      'list.push(...more)',
      'Math.max(0, ...widths)',
      'new Set(...lists)',
      'f(...[...list])',
      'f?.(...list.map(g))',
    ];
    expect(written.flatMap(spreadCalls)).toEqual([]);
    expect(grown.flatMap(spreadCalls)).toEqual(grown.map((call) => `1 ${call}`));
    expect(spreadCalls('const g = (...list: number[]) => 1;\nf(...list);')).toEqual(['2 f(...list)']);
  });

  test('finds cycles and compared ids', () => {
    const file = (path: string, ...to: string[]): SourceFile => ({
      path,
      text: '',
      code: '',
      imports: to.map((target) => ({ name: target, path: target })),
    });
    expect(cycles([file('a', 'b'), file('b', 'c'), file('c', 'b'), file('d', 'a')])).toEqual(['b → c → b']);
    expect(["x === '2021'", 'case "2019":', "'2008' !== id"].every((line) => EDITION_COMPARED.test(line))).toBe(true);
    expect(['year === 2021', "byId('2021')"].some((line) => EDITION_COMPARED.test(line))).toBe(false);
    expect(FORMS_CAPTURED.test('const { newest } = standardForms();')).toBe(true);
    expect(FORMS_CAPTURED.test('  const { newest } = standardForms();')).toBe(false);
  });
});
