import { describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type CodeAction,
  CodeActionRequest,
  CompletionRequest,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  LSPErrorCodes,
  TextDocumentEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { summaryRequest } from '../../server/src/lsp/protocol.ts';
import { capabilitiesOf, registry } from '../../server/src/lsp/registry.ts';
import { documentFeature } from '../../server/src/lsp/serve.ts';
import { maxFileSize } from '../../server/src/text/limits.ts';
import { cleanReport, withLine } from '../features/support.ts';
import { Client, codes, memoryFiles, pulling, pushing } from './support.ts';

const uri = 'file:///reports/a.nianbao';
const textDocument = { uri };
const wrong = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | 2 |');
/** Where the wrong total stands. */
const line = wrong.split('\n').findIndex((each) => each.startsWith('| 行政复议 '));
const total = [line, 25, 26] as const;
const onTotal = { textDocument, position: { line, character: 25 } };

const languages = [
  ['zh', /^表四 行政复议 · 总计：各项合计为 1/],
  ['en', /^Table 4.*the entries add up to 1/],
] as const;

describe('what is announced', () => {
  test('comes from the registry', async () => {
    const { capabilities } = (await Client.start({ capabilities: pulling })).initialized;
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: 2,
      diagnosticProvider: { identifier: 'nianbao', interFileDependencies: true, workspaceDiagnostics: true },
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.nianbao', 'source.updateNumbers.nianbao'],
      },
      completionProvider: { triggerCharacters: ['|', '、', '（', '(', '#', '.'] },
      hoverProvider: true,
      documentSymbolProvider: { label: 'Nianbao' },
      foldingRangeProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
  });

  test('nothing that a feature doesn’t announce', async () => {
    const hover = registry.filter(({ method }) => method === HoverRequest.method);
    const { capabilities } = (await Client.start({ features: hover })).initialized;
    expect(Object.keys(capabilities).sort()).toEqual([
      'hoverProvider',
      'positionEncoding',
      'textDocumentSync',
      'workspace',
    ]);
  });

  test('less to a client that can do less', async () => {
    const { capabilities } = (await Client.start({ capabilities: {} })).initialized;
    expect(capabilities.diagnosticProvider).toBeUndefined();
    expect(capabilities.codeActionProvider).toBeUndefined();
    expect(capabilities.hoverProvider).toBe(true);
  });

  test('every feature has a method of its own', () => {
    expect(new Set(registry.map(({ method }) => method)).size).toBe(registry.length);
    expect(capabilitiesOf([], {} as never)).toEqual({});
  });
});

describe.each(languages)('in %s', (language, message) => {
  test('pushed diagnostics, with the version', async () => {
    const client = await Client.start({ options: { language } });
    await client.open(uri, wrong, 7);
    const found = await client.diagnosticsOf(uri, 7);
    expect(codes(found)).toEqual(['dispute-total']);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.range).toEqual({ start: { line, character: 25 }, end: { line, character: 26 } });
    expect(found[0]?.relatedInformation).toHaveLength(1);
  });

  test('pulled diagnostics, and none pushed', async () => {
    const client = await Client.start({ capabilities: pulling, options: { language } });
    await client.open(uri, wrong);
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    if (report.kind !== 'full') throw new Error('not full');
    expect(codes(report.items)).toEqual(['dispute-total']);
    expect(report.items[0]?.message).toMatch(message);
    expect(client.published.filter((each) => each.uri === uri)).toEqual([]);
  });

  test('an edit of one cell makes the finding go', async () => {
    const client = await Client.start({ options: { language } });
    await client.open(uri, wrong);
    expect(await client.diagnosticsOf(uri, 1)).toHaveLength(1);
    await client.edit(uri, 2, total, '1');
    expect(await client.diagnosticsOf(uri, 2)).toEqual([]);
  });

  test('a fix, applied, leaves a clean text', async () => {
    const client = await Client.start({ options: { language } });
    await client.open(uri, wrong);
    const range = { start: onTotal.position, end: onTotal.position };
    const context = { diagnostics: [] };
    const actions =
      (await client.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context })) ?? [];
    const [fix] = actions as CodeAction[];
    const [change] = fix?.edit?.documentChanges ?? [];
    if (!TextDocumentEdit.is(change)) throw new Error('no edit of the document');
    expect(change.textDocument).toEqual({ uri, version: 1 });
    const edits = change.edits.filter((edit) => 'newText' in edit);
    const fixed = TextDocument.applyEdits(TextDocument.create(uri, 'nianbao', 1, wrong), edits);
    expect(createSnapshot(uri, 2, fixed).check().findings).toEqual([]);
  });

  test('every other request about a document', async () => {
    const client = await Client.start({ options: { language } });
    await client.open(uri, wrong);
    const { connection } = client;
    const [completion, hover, symbols, folding, summary] = await Promise.all([
      connection.sendRequest(CompletionRequest.type, { textDocument, position: { line: 1, character: 0 } }),
      connection.sendRequest(HoverRequest.type, onTotal),
      connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
      connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
      connection.sendRequest(summaryRequest, { uri }),
    ]);
    expect(completion).toEqual(expect.arrayContaining([expect.objectContaining({ label: '机关' })]));
    expect(JSON.stringify(hover?.contents)).toMatch(language === 'zh' ? /相差 1/ : /they differ by 1/);
    expect(symbols).toHaveLength(1);
    expect(folding?.length).toBeGreaterThan(5);
    expect(summary).toMatchObject({ body: '青禾镇人民政府', year: 2023, edition: '2021', errors: 1 });
    expect(client.logged).toEqual([]);
  });
});

describe('the language of messages', () => {
  async function messageFor(options: Parameters<typeof Client.start>[0]): Promise<string> {
    const client = await Client.start(options);
    await client.open(uri, wrong);
    return (await client.diagnosticsOf(uri, 1))[0]?.message.toString().slice(0, 2) ?? '';
  }

  test.each([
    ['the option before the locale', { options: { language: 'zh' }, locale: 'en' }, '表四'],
    ['the locale', { locale: 'en-GB' }, 'Ta'],
    ['a Chinese locale', { locale: 'zh-cn' }, '表四'],
    ['Chinese where nothing is said', {}, '表四'],
    ['an option that isn’t one', { options: { language: 'fr' as 'zh' }, locale: 'en' }, 'Ta'],
  ] as const)('%s', async (_, options, expected) => {
    expect(await messageFor(options)).toBe(expected);
  });
});

test('a pulled result is unchanged until the document is', async () => {
  const client = await Client.start({ capabilities: pulling });
  await client.open(uri, wrong);
  const pull = (previousResultId?: string) =>
    client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      ...(previousResultId ? { previousResultId } : {}),
    });
  const { resultId = '' } = await pull();
  expect(await pull(resultId)).toEqual({ kind: 'unchanged', resultId });
  await client.edit(uri, 2, total, '1');
  expect(await pull(resultId)).toMatchObject({ kind: 'full', items: [] });
});

test('positions count UTF-16 units, whatever the line breaks', async () => {
  const client = await Client.start();
  await client.open(uri, withLine('| 行政复议 ', '| 行政复议 | 𠮷 | 0 | 0 | 0 | 1 |').replaceAll('\n', '\r\n'));
  const [found] = await client.diagnosticsOf(uri, 1);
  expect(found).toMatchObject({
    code: 'not-a-number',
    range: { start: { line, character: 9 }, end: { line, character: 11 } },
  });
  await client.edit(uri, 2, [line, 9, 11], '1');
  expect(await client.diagnosticsOf(uri, 2)).toEqual([]);
});

test('many edits at once: the last one is published, in order', async () => {
  const client = await Client.start();
  await client.open(uri, cleanReport);
  for (let version = 2; version < 40; version++)
    await client.edit(uri, version, [25, 0, 0], version % 2 === 0 ? '|' : '');
  await client.edit(uri, 40, [25, 0, 19], '');
  await client.diagnosticsOf(uri, 40);
  const versions = client.published.filter((each) => each.uri === uri).map(({ version }) => version ?? 0);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
});

test('changes that come together are published once', async () => {
  const client = await Client.start();
  await client.open(uri, cleanReport);
  await client.diagnosticsOf(uri, 1);
  const edits = Array.from({ length: 50 }, (_, i) => client.edit(uri, i + 2, [25, 0, i === 0 ? 0 : 1], '|'));
  await Promise.all(edits);
  await client.diagnosticsOf(uri, 51);
  const versions = client.published.filter((each) => each.uri === uri).map(({ version }) => version);
  expect(versions.at(-1)).toBe(51);
  expect(versions.length).toBeLessThan(6);
});

test('several documents are published each', async () => {
  const client = await Client.start();
  const uris = ['a', 'b', 'c'].map((name) => `untitled:${name}`);
  await Promise.all(uris.map((each) => client.open(each, wrong)));
  for (const each of uris) expect(codes(await client.diagnosticsOf(each, 1))).toEqual(['dispute-total']);
});

/** Files whose reading can be held up. */
function heldFiles() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const files = memoryFiles(new Map());
  return {
    release: resolve,
    files: {
      ...files,
      read: async (place: string) => {
        await promise;
        return files.read(place);
      },
    },
  };
}

describe('cancelled and closed', () => {
  test('a cancelled request gets an error, the next one its answer', async () => {
    const { files, release } = heldFiles();
    const client = await Client.start({ capabilities: pulling, files });
    await client.open(uri, wrong);
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, source.token);
    const other = client.connection.sendRequest(HoverRequest.type, onTotal);
    const rejected = expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    const arrived = () => client.connection.sendRequest(summaryRequest, { uri: 'file:///not-open' });
    await arrived();
    source.cancel();
    await arrived();
    release();
    await rejected;
    expect(await other).not.toBeNull();
    expect(client.logged).toEqual([]);
  });

  test('a closed document has no diagnostics and no answers', async () => {
    const client = await Client.start();
    await client.open(uri, wrong);
    await client.diagnosticsOf(uri, 1);
    await client.close(uri);
    expect(await client.diagnosticsOf(uri, undefined)).toEqual([]);
    expect(await client.connection.sendRequest(HoverRequest.type, onTotal)).toBeNull();
    expect(await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument })).toEqual({
      kind: 'full',
      items: [],
    });
  });

  test('nothing is published late for a document that was closed meanwhile', async () => {
    const { files, release } = heldFiles();
    const client = await Client.start({ files });
    await client.open(uri, wrong);
    await client.close(uri);
    await client.diagnosticsOf(uri, undefined);
    release();
    const other = 'untitled:Untitled-1';
    await client.open(other, wrong);
    await client.diagnosticsOf(other, 1);
    expect(client.published.filter((each) => each.uri === uri)).toEqual([{ uri, diagnostics: [] }]);
  });

  test('a document that was never opened', async () => {
    const client = await Client.start();
    expect(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument })).toBeNull();
    expect(await client.connection.sendRequest(summaryRequest, { uri })).toBeNull();
  });
});

test('an exception in a feature costs that answer alone and is logged', async () => {
  const broken = documentFeature(HoverRequest.type, {
    capability: () => ({ hoverProvider: true }),
    empty: null,
    uriOf: ({ textDocument: { uri: of } }) => of,
    answer: () => {
      throw new Error('broken on purpose');
    },
  });
  const features = registry.map((feature) => (feature.method === broken.method ? broken : feature));
  const client = await Client.start({ features });
  await client.open(uri, wrong);
  expect(await client.connection.sendRequest(HoverRequest.type, onTotal)).toBeNull();
  await client.until(() => client.logged.length > 0);
  expect(client.logged.join()).toContain('textDocument/hover: Error: broken on purpose');
  expect(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument })).not.toBeNull();
  expect(await client.diagnosticsOf(uri, 1)).toHaveLength(1);
});

test('a text over the limit: one finding, every other answer empty', async () => {
  const client = await Client.start({ capabilities: pushing });
  await client.open(uri, '| 一、 |\n'.repeat(maxFileSize / 7 + 1));
  expect(codes(await client.diagnosticsOf(uri, 1))).toEqual(['file-too-large']);
  const at = { textDocument, position: { line: 3, character: 2 } };
  expect(await client.connection.sendRequest(CompletionRequest.type, at)).toEqual([]);
  expect(await client.connection.sendRequest(HoverRequest.type, at)).toBeNull();
  expect(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).toEqual([]);
  expect(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument })).toEqual([]);
});
