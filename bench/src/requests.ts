// Every request of the editor over stdio, as it comes after a keystroke: on a text that nothing is known of yet.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { registry } from '../../server/src/lsp/registry.ts';
import { samples } from './data.ts';
import { type Edit, LanguageClient, type Place } from './language-client.ts';
import { milliseconds, printTable, spread, verdict } from './table.ts';

const BUDGET = 5;
const RUNS = 40;
/** Rounds before, in which code is loaded that the server starts without. */
const WARM_UP = 10;
/** Between a request and the next keystroke. */
const PAUSE = 5;

const folder = join(import.meta.dirname, '../..');
const uri = pathToFileURL(join(folder, 'bench/report.nianbao')).href;
const textDocument = { uri };

type Answers = ReadonlyMap<string, unknown>;

/** The places of a text that requests ask about. */
interface Places {
  readonly total: Place;
  readonly body: Place;
  readonly whole: { readonly start: Place; readonly end: Place };
}

/** The parameters of each request; `answers` are those to earlier ones. */
const requests: Readonly<Record<string, (places: Places, answers: Answers) => object>> = {
  'textDocument/diagnostic': () => ({ textDocument }),
  'workspace/diagnostic': () => ({ previousResultIds: [] }),
  'textDocument/codeAction': ({ total }) => ({
    textDocument,
    range: { start: total, end: total },
    context: { diagnostics: [] },
  }),
  'textDocument/completion': ({ total }) => ({ textDocument, position: total }),
  'completionItem/resolve': (_, answers) => first(answers.get('textDocument/completion')),
  'textDocument/hover': ({ total }) => ({ textDocument, position: total }),
  'textDocument/documentHighlight': ({ total }) => ({ textDocument, position: total }),
  'textDocument/definition': ({ total }) => ({ textDocument, position: total }),
  'textDocument/references': ({ total }) => ({
    textDocument,
    position: total,
    context: { includeDeclaration: true },
  }),
  'textDocument/documentSymbol': () => ({ textDocument }),
  'workspace/symbol': () => ({ query: '青禾' }),
  'textDocument/semanticTokens/full': () => ({ textDocument }),
  'textDocument/semanticTokens/range': ({ whole }) => ({ textDocument, range: whole }),
  'textDocument/selectionRange': ({ total }) => ({ textDocument, positions: [total] }),
  'textDocument/documentLink': () => ({ textDocument }),
  'textDocument/rename': ({ body }) => ({ textDocument, position: body, newName: '青苗镇人民政府' }),
  'textDocument/prepareRename': ({ body }) => ({ textDocument, position: body }),
  'workspace/willRenameFiles': () => ({ files: [{ oldUri: uri, newUri: uri.replace('report', 'other') }] }),
  'textDocument/inlayHint': ({ whole }) => ({ textDocument, range: whole }),
  'textDocument/codeLens': () => ({ textDocument }),
  'textDocument/prepareCallHierarchy': ({ total }) => ({ textDocument, position: total }),
  'callHierarchy/incomingCalls': (_, answers) => ({ item: first(answers.get('textDocument/prepareCallHierarchy')) }),
  'callHierarchy/outgoingCalls': (_, answers) => ({ item: first(answers.get('textDocument/prepareCallHierarchy')) }),
  'textDocument/foldingRange': () => ({ textDocument }),
  'textDocument/formatting': () => ({ textDocument, options: { tabSize: 4, insertSpaces: true } }),
  'textDocument/rangeFormatting': ({ whole }) => ({
    textDocument,
    range: whole,
    options: { tabSize: 4, insertSpaces: true },
  }),
  'textDocument/onTypeFormatting': ({ total }) => ({
    textDocument,
    position: total,
    ch: '|',
    options: { tabSize: 4, insertSpaces: true },
  }),
  'nianbao/summary': () => ({ uri }),
  'nianbao/checklist': () => ({ uri }),
  'nianbao/newReport': () => ({ body: '青禾镇人民政府', year: '2024', previousUri: uri }),
  'nianbao/reports': () => ({ folder: pathToFileURL(join(folder, 'examples')).href }),
  'nianbao/reportNames': () => ({ names: ['青禾镇2023年政府信息公开工作年度报告.docx', '照片.jpg'] }),
  'nianbao/cells': () => ({ uri }),
  'nianbao/editTable': ({ total }) => ({ uri, range: { start: total, end: total }, action: 'recomputeTotals' }),
  'nianbao/copyCells': ({ total }) => ({ uri, range: { start: total, end: total } }),
  'nianbao/pasteTable': ({ total }) => ({ uri, range: { start: total, end: total }, text: '1\t2\r\n3\t4\r\n' }),
  'nianbao/preview': () => ({ uri }),
  'nianbao/editCell': () => ({
    uri,
    table: 'requests',
    change: { kind: 'cells', cells: [{ row: 'total', column: 'person', text: '7' }] },
  }),
};

/** What takes its time: a file is read and written as a whole, and nobody is typing meanwhile. */
const wholeFiles: ReadonlySet<string> = new Set(['nianbao/import', 'nianbao/export']);

function first(answer: unknown): object {
  const list = Array.isArray(answer) ? answer : ((answer as { items?: unknown[] } | null)?.items ?? []);
  const [item] = list;
  if (typeof item !== 'object' || item === null) throw new Error('nothing to go on from');
  return item;
}

/** Prints how long each takes in the median, and says whether the budget is met. */
export async function editorRequests(): Promise<void> {
  const text = samples()[0]?.markup ?? '';
  const places = placesOf(text);
  const { client } = await LanguageClient.open(
    {
      name: 'Nianbao',
      languageId: 'nianbao',
      uri,
      args: [join(folder, 'dist/nianbao.cjs'), 'lsp', '--stdio'],
      capabilities,
    },
    text,
  );
  const measured = registry.map(({ method }) => method).filter((method) => !wholeFiles.has(method));
  const [answers, times] = [new Map<string, unknown>(), new Map<string, number[]>()];
  for (let round = 0; round < WARM_UP + RUNS; round++) {
    for (const method of measured) {
      const params = requests[method]?.(places, answers);
      if (!params) continue;
      await client.type(keystroke(places, round));
      const begin = performance.now();
      answers.set(method, await client.request(method, params));
      const time = performance.now() - begin;
      if (round >= WARM_UP) times.set(method, [...(times.get(method) ?? []), time]);
      await new Promise((next) => setTimeout(next, PAUSE));
    }
  }
  await client.close();
  printTable(
    `Each request, 12 KB, over stdio, right after a keystroke (${RUNS} times)`,
    ['request', 'median', 'p95', 'budget'],
    measured.map((method) => [method, ...row(times.get(method) ?? [])]),
  );
}

function row(times: readonly number[]): readonly string[] {
  if (times.length === 0) return ['', '', 'NOT MEASURED'];
  const { median, p95 } = spread(times);
  return [milliseconds(median), milliseconds(p95), `≤ ${BUDGET} ms ${verdict(median, BUDGET)}`];
}

/** What a full client can do, so that answers are as long as they get. It pushes nothing beside: diagnostics are pulled. */
const capabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
    completion: {
      completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } },
    },
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true }, fileOperations: { willRename: true } },
};

function placesOf(text: string): Places {
  const at = (anchor: string, of: RegExp): Place => {
    const from = text.lastIndexOf(anchor) + anchor.length;
    const before = text.slice(0, from + text.slice(from).search(of)).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const lines = text.split('\n');
  return {
    total: at('| （七）总计', /\d/),
    body: at('# ', /./),
    whole: { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character: 0 } },
  };
}

/** A digit for the total that is never the right one. */
function keystroke({ total }: Places, run: number): Edit {
  return { range: { start: total, end: { ...total, character: total.character + 1 } }, text: String((run % 5) + 1) };
}
