import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import {
  type ClientCapabilities,
  CompletionRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  LSPErrorCodes,
  ProgressType,
  RegistrationRequest,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { clientFiles } from '../../server/src/lsp/files-client.ts';
import { findFilesRequest, importRequest, newReportRequest, readFileRequest } from '../../server/src/lsp/protocol.ts';
import { isReportFile } from '../../server/src/workspace/report-files.ts';
import { cleanReport, cleanShortReport, withLine } from '../features/support.ts';
import { Client, codes, memoryFiles, pulling, pushing } from './support.ts';

const wrong = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | 2 |');
const folder = 'file:///reports';
const [a, b, c] = ['a', 'b', 'c'].map((name) => `${folder}/${name}.nianbao`) as [string, string, string];
const settingsFile = `${folder}/nianbao.json`;

const refreshing: ClientCapabilities = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
};

interface Asked {
  readonly registered: string[];
  refreshes: number;
  settings: unknown;
}

/** A client that answers what the server asks. */
async function start(files: Map<string, string>, settings: unknown = {}) {
  const asked: Asked = { registered: [], refreshes: 0, settings };
  const client = await Client.start({
    capabilities: refreshing,
    folders: [folder],
    files: memoryFiles(files),
    prepare(connection) {
      connection.onRequest(ConfigurationRequest.type, () => [asked.settings]);
      connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
        asked.registered.push(...registrations.map(({ method }) => method));
      });
      connection.onRequest(DiagnosticRefreshRequest.type, () => {
        asked.refreshes++;
      });
    },
  });
  return { client, asked, files };
}

async function pull(client: Client, uri: string): Promise<readonly unknown[]> {
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return report.kind === 'full' ? codes(report.items) : [report.kind];
}

function pullAll(client: Client, previous: Map<string, string>, more: object = {}) {
  const previousResultIds = [...previous].map(([uri, value]) => ({ uri, value }));
  return client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds, ...more });
}

/** Every item in one line; what it says is kept for the next pull. */
function printed({ items }: WorkspaceDiagnosticReport, previous: Map<string, string>): string {
  return items
    .map((item) => {
      if (item.resultId) previous.set(item.uri, item.resultId);
      else previous.delete(item.uri);
      const what = item.kind === 'full' ? codes(item.items).join(' ') || 'clean' : item.kind;
      return `${item.uri.slice(folder.length + 1)} ${item.version ?? '–'}: ${what}`;
    })
    .join('\n');
}

async function changed(client: Client, uri: string, type: FileChangeType = FileChangeType.Changed): Promise<void> {
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
}

describe('diagnostics of the workspace', () => {
  test('every report, opened or not', async () => {
    const { client } = await start(
      new Map([
        [a, wrong],
        [b, cleanReport],
        [c, wrong],
      ]),
    );
    await client.open(b, wrong, 5);
    expect(printed(await pullAll(client, new Map()), new Map())).toBe(
      'a.nianbao –: dispute-total\nb.nianbao 5: dispute-total\nc.nianbao –: dispute-total',
    );
  });

  test('a second answer waits for a change, and says only what is new', async () => {
    const { client, files } = await start(
      new Map([
        [a, wrong],
        [b, cleanReport],
        [c, wrong],
      ]),
    );
    const previous = new Map<string, string>();
    printed(await pullAll(client, previous), previous);
    let answered = false;
    const next = pullAll(client, previous).finally(() => {
      answered = true;
    });
    await pull(client, a);
    expect(answered).toBe(false);
    files.set(a, cleanReport);
    files.delete(c);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [
        { uri: a, type: FileChangeType.Changed },
        { uri: c, type: FileChangeType.Deleted },
      ],
    });
    expect(printed(await next, previous)).toBe('a.nianbao –: clean\nb.nianbao –: unchanged\nc.nianbao –: clean');
    expect(previous.has(c)).toBe(false);
  });

  test('a document that is opened or a file that changes has no other read or searched for again', async () => {
    const texts = new Map([
      [a, wrong],
      [b, cleanReport],
      [c, wrong],
    ]);
    const asked: string[] = [];
    const { read, find } = memoryFiles(texts);
    const client = await Client.start({
      capabilities: refreshing,
      folders: [folder],
      files: {
        read(uri) {
          if (isReportFile(uri)) asked.push(uri);
          return read(uri);
        },
        find(...where) {
          asked.push('search');
          return find(...where);
        },
      },
      prepare(connection) {
        connection.onRequest(ConfigurationRequest.type, () => [{}]);
        connection.onRequest(RegistrationRequest.type, () => {});
      },
    });
    const previous = new Map<string, string>();
    printed(await pullAll(client, previous), previous);
    // The first is read, then the beginnings of all, which tell whose they are.
    expect(asked.splice(0)).toEqual(['search', a, 'search', a, b, c, b, c]);
    await client.open(b, wrong, 5);
    expect(printed(await pullAll(client, previous), previous)).toBe(
      'a.nianbao –: unchanged\nb.nianbao 5: dispute-total\nc.nianbao –: unchanged',
    );
    expect(asked.splice(0)).toEqual([]);
    texts.set(c, cleanReport);
    await changed(client, c);
    expect(printed(await pullAll(client, previous), previous)).toBe(
      'a.nianbao –: unchanged\nb.nianbao 5: unchanged\nc.nianbao –: clean',
    );
    // Its text, and its beginning, which may tell of another body now.
    expect(asked.splice(0)).toEqual([c, c]);
    texts.delete(a);
    await changed(client, a, FileChangeType.Deleted);
    expect(printed(await pullAll(client, previous), previous)).toBe(
      'b.nianbao 5: unchanged\nc.nianbao –: unchanged\na.nianbao –: clean',
    );
    expect(asked.splice(0)).toEqual([a, 'search', 'search']);
  });

  test('cancelled while it waits', async () => {
    const { client } = await start(new Map([[a, wrong]]));
    const previous = new Map<string, string>();
    printed(await pullAll(client, previous), previous);
    const source = new CancellationTokenSource();
    const waiting = client.connection.sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds: [...previous].map(([uri, value]) => ({ uri, value })) },
      source.token,
    );
    await pull(client, a);
    source.cancel();
    await expect(waiting).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });

  test('in parts, where the client takes them', async () => {
    const many = new Map(Array.from({ length: 70 }, (_, i) => [`${folder}/${100 + i}.nianbao`, wrong] as const));
    const { client } = await start(many);
    const parts: number[] = [];
    client.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), 'token', ({ items }) => {
      parts.push(items.length);
    });
    const rest = await pullAll(client, new Map(), { partialResultToken: 'token' });
    expect(rest).toEqual({ items: [] });
    expect(parts).toEqual([32, 32, 6]);
  });

  test('a folder that is added', async () => {
    const other = 'file:///more/d.nianbao';
    const { client } = await start(
      new Map([
        [a, wrong],
        [other, wrong],
      ]),
    );
    const uris = async () => (await pullAll(client, new Map())).items.map(({ uri }) => uri);
    expect(await uris()).toEqual([a]);
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [{ uri: 'file:///more', name: 'more' }], removed: [{ uri: folder, name: 'reports' }] },
    });
    expect(await uris()).toEqual([other]);
  });
});

describe('settings', () => {
  test('the client’s own hold from the first answer on', async () => {
    const { client, asked } = await start(new Map(), { rules: { 'dispute-total': 'off' }, language: 'auto' });
    await client.open(a, wrong);
    expect(await pull(client, a)).toEqual([]);
    expect(asked.refreshes).toBe(0);
    expect(asked.registered.sort()).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });

  test('a change of them makes the client ask again', async () => {
    const { client, asked } = await start(new Map());
    await client.open(a, wrong);
    expect(await pull(client, a)).toEqual(['dispute-total']);
    asked.settings = { rules: { 'dispute-total': 'off' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    while (asked.refreshes === 0) await pull(client, a);
    expect(await pull(client, a)).toEqual([]);
  });

  test('of each workspace folder its own, asked for once', async () => {
    const [own, other, outside] = ['file:///reports/own/a.nianbao', 'file:///reports/b.nianbao', 'file:///c.nianbao'];
    const asked: (string | undefined)[] = [];
    const client = await Client.start({
      capabilities: refreshing,
      folders: ['file:///reports', 'file:///reports/own'],
      prepare(connection) {
        connection.onRequest(RegistrationRequest.type, () => {});
        connection.onRequest(ConfigurationRequest.type, ({ items }) =>
          items.map(({ scopeUri }) => {
            asked.push(scopeUri);
            return scopeUri === 'file:///reports/own' ? { rules: { 'dispute-total': 'off' } } : { language: 'en' };
          }),
        );
      },
    });
    for (const uri of [own, other, outside]) await client.open(uri, wrong);
    expect(await pull(client, own)).toEqual([]);
    expect(await pull(client, other)).toEqual(['dispute-total']);
    expect(await pull(client, outside)).toEqual(['dispute-total']);
    expect(await pull(client, own)).toEqual([]);
    expect(asked.sort()).toEqual(['file:///reports', 'file:///reports/own', undefined]);
  });

  test('the labels of tables: what is new, imported, completed and rewritten has them, also where a nianbao.json is', async () => {
    const { client } = await start(new Map([[settingsFile, '{"rules": {"dispute-total": "off"}}']]), {
      labels: 'official',
    });
    const { connection } = client;
    const official = expect.stringContaining('| 1.属于国家秘密 ');
    const params = { body: '青禾镇人民政府', year: '2023', folder };
    expect(await connection.sendRequest(newReportRequest, params)).toMatchObject({ markup: official });
    const imported = { name: 'a.txt', uri: a, text: cleanShortReport };
    expect(await connection.sendRequest(importRequest, imported)).toMatchObject({ markup: official });
    const empty = '---\n年度: 2023\n---\n三、收到和处理政府信息公开申请情况\n\n|';
    await client.open(a, empty);
    const position = { line: 5, character: 1 };
    const items = await connection.sendRequest(CompletionRequest.type, { textDocument: { uri: a }, position });
    expect(JSON.stringify(items)).toContain('| 1.属于国家秘密 ');
    expect(JSON.stringify(items)).not.toContain('| 1.国家秘密 ');
  });

  test('pushed by a client that isn’t asked, with the language', async () => {
    const client = await Client.start({ capabilities: pushing });
    await client.open(a, wrong);
    await client.diagnosticsOf(a, 1);
    const settings = { nianbao: { rules: { 'dispute-total': 'hint' }, language: 'en' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    await client.until(() => client.published.at(-1)?.diagnostics[0]?.severity === 4);
    expect(client.published.at(-1)?.diagnostics[0]?.message).toMatch(/^Table 4/);
  });

  test('of nianbao.json, the client’s on top; a change of it makes the client ask again', async () => {
    const files = new Map([[settingsFile, '{"rules": {"dispute-total": "off", "row-label": "off"}}']]);
    const { client, asked } = await start(files, { rules: { 'row-label': 'hint' } });
    await client.open(a, wrong.replace('| 行政处罚 ', '| 行政处伐 '));
    expect(await pull(client, a)).toEqual(['row-label']);
    files.delete(settingsFile);
    await changed(client, settingsFile, FileChangeType.Deleted);
    while (asked.refreshes === 0) await pull(client, a);
    expect(await pull(client, a)).toEqual(['row-label', 'dispute-total']);
  });

  test('of nianbao.json, for a client that watches no files: read again when a report is opened or saved', async () => {
    const files = new Map([[settingsFile, '{"rules": {"dispute-total": "off"}}']]);
    const client = await Client.start({ capabilities: pushing, folders: [folder], files: memoryFiles(files) });
    await client.open(a, wrong);
    expect(codes(await client.diagnosticsOf(a, 1))).toEqual([]);
    files.set(settingsFile, '{}');
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: a } });
    await client.until(() => client.published.length > 1);
    expect(codes(await client.diagnosticsOf(a, 1))).toEqual(['dispute-total']);
    files.set(settingsFile, '{"rules": {"dispute-total": "off"}}');
    await client.open(b, wrong);
    expect(codes(await client.diagnosticsOf(b, 1))).toEqual([]);
  });

  test('what is wrong in nianbao.json is shown there, and goes with it', async () => {
    const files = new Map([[settingsFile, '{"rules": {"no-such-rule": "off"}}']]);
    const { client } = await start(files);
    await client.open(a, cleanReport);
    await pull(client, a);
    const shown = () => client.published.findLast(({ uri }) => uri === settingsFile)?.diagnostics;
    await client.until(() => shown()?.length === 1);
    expect(shown()?.[0]).toMatchObject({
      message: '没有代码为「no-such-rule」的规则',
      range: { start: { line: 0, character: 11 }, end: { line: 0, character: 25 } },
    });
    files.set(settingsFile, '{}');
    await changed(client, settingsFile);
    await pull(client, a);
    await client.until(() => shown()?.length === 0);
  });
});

test('files by way of the client, and none where it fails', async () => {
  const texts = new Map([
    [a, wrong],
    [settingsFile, '{"rules": {"dispute-total": "hint"}}'],
  ]);
  const client = await Client.start({
    capabilities: pulling,
    options: { files: true },
    files: clientFiles,
    prepare(connection) {
      connection.onRequest(findFilesRequest, ({ glob }: { glob: string }) =>
        glob === '*{.nianbao,.年报}' ? [a, b] : [],
      );
      connection.onRequest(readFileRequest, ({ uri }: { uri: string }) => {
        if (uri === b) throw new Error('no such file');
        return texts.get(uri) ?? null;
      });
    },
  });
  const { items } = await pullAll(client, new Map());
  expect(items).toMatchObject([{ uri: a, items: [{ code: 'dispute-total', severity: 4 }] }]);
});

test('files by way of the client, without those that settings and .gitignore files leave out', async () => {
  const texts = new Map([
    [a, wrong],
    [b, wrong],
    [`${folder}/草稿/a.nianbao`, wrong],
    [`${folder}/a-旧.nianbao`, wrong],
    [`${folder}/.gitignore`, '草稿/\n'],
    [`${folder}/common.json`, '{"ignore": ["*-旧.nianbao"]}'],
    [settingsFile, '{"extends": "./common.json"}'],
  ]);
  const client = await Client.start({
    capabilities: pulling,
    folders: [folder],
    options: { files: true },
    files: clientFiles,
    prepare(connection) {
      connection.onRequest(findFilesRequest, ({ glob }: { glob: string }) =>
        [...texts.keys()].filter(
          (uri) => uri.endsWith('.nianbao') === glob.includes('.nianbao') && !uri.endsWith('common.json'),
        ),
      );
      connection.onRequest(readFileRequest, ({ uri }: { uri: string }) => texts.get(uri) ?? null);
    },
  });
  const { items } = await pullAll(client, new Map());
  expect(items.map(({ uri }) => uri).sort()).toEqual([a, b].sort());
});
