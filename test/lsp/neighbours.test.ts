import { describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  DefinitionRequest,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  RegistrationRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { cleanReport, withLine } from '../features/support.ts';
import { Client, codes, memoryFiles, pulling, pushing } from './support.ts';

const folder = 'file:///reports';
const [lastYear, thisYear, other] = ['2022', '2023', 'other'].map((name) => `${folder}/${name}.nianbao`) as [
  string,
  string,
  string,
];
const named = cleanReport.replace('---\n', '---\n上年: 2022.nianbao\n');
/** Last year's, from whose documents in force this year's follow. */
const before = cleanReport
  .replaceAll('2023', '2022')
  .replace(/^(\| 行政规范性文件.*\| *)9( *\|)$/m, '$18$2')
  .replace('现行有效9件', '现行有效8件');
const carried = 'carry-over';

/** Last year's report with a value in 四、结转下年度 · 自然人 and its total. */
function lastYears(value: number): string {
  return withLine('| 四、结转下年度', `| 四、结转下年度继续办理 | ${value} | 0 | 0 | 0 | 0 | 0 | ${value} |`, before);
}

const row = lastYears(1)
  .split('\n')
  .findIndex((line) => line.startsWith('| 四、结转下年度'));
const column = '| 四、结转下年度继续办理 | '.length;

const watching = { didChangeWatchedFiles: { dynamicRegistration: true } };

/** A client at a server that sees these files, and how often the server asked it to pull again. */
async function start(capabilities: ClientCapabilities, files: Map<string, string>) {
  const asked = { refreshes: 0 };
  const client = await Client.start({
    capabilities: {
      ...capabilities,
      workspace: { ...capabilities.workspace, ...watching, diagnostics: { refreshSupport: true } },
    },
    folders: [folder],
    files: memoryFiles(files),
    prepare(connection) {
      connection.onRequest(RegistrationRequest.type, () => {});
      connection.onRequest(DiagnosticRefreshRequest.type, () => {
        asked.refreshes++;
      });
    },
  });
  return { client, asked };
}

async function changed(client: Client, uri: string, type: FileChangeType = FileChangeType.Changed): Promise<void> {
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
}

test('what the files say to begin with', () => {
  expect(named).not.toBe(cleanReport);
  expect(row).toBeGreaterThan(0);
});

describe('pushed', () => {
  const shown = (client: Client) => client.published.findLast(({ uri }) => uri === thisYear)?.diagnostics ?? [];
  const said = (client: Client) => codes(shown(client));

  test('typing in last year’s document changes this year’s findings', async () => {
    const { client } = await start(pushing, new Map([[lastYear, lastYears(7)]]));
    await client.open(thisYear, named);
    await client.until(() => said(client).includes(carried));
    await client.open(lastYear, lastYears(1));
    await client.until(() => !said(client).includes(carried));
    await client.edit(lastYear, 2, [row, column, column + 1], '4');
    await client.until(() => said(client).includes(carried));
    const finding = shown(client).find(({ code }) => code === carried);
    expect(finding?.relatedInformation?.[0]?.location).toEqual({
      uri: lastYear,
      range: { start: { line: row, character: column }, end: { line: row, character: column + 1 } },
    });
    await client.close(lastYear);
    await client.until(() => shown(client).some(({ data }) => data.expected === 7));
    expect(client.logged).toEqual([]);
  });

  test('typing in last year’s text around the figures publishes nothing of this year', async () => {
    const { client } = await start(pushing, new Map());
    await client.open(lastYear, lastYears(1));
    await client.open(thisYear, named);
    await client.diagnosticsOf(thisYear, 1);
    const times = () => client.published.filter(({ uri }) => uri === thisYear).length;
    const earlier = times();
    const end = before.split('\n').length - 1;
    await client.edit(lastYear, 2, [end, 0, 0], '无。');
    await client.diagnosticsOf(lastYear, 2);
    await client.edit(lastYear, 3, [end, 0, 0], '无。');
    await client.diagnosticsOf(lastYear, 3);
    expect(times()).toBe(earlier);
  });

  test('what was carried over leads to the row that it was carried on from, in last year’s file', async () => {
    const { client } = await start(pushing, new Map([[lastYear, lastYears(1)]]));
    await client.open(thisYear, named);
    const line = named.split('\n').findIndex((each) => each.startsWith('| 二、上年结转'));
    const character = named.split('\n')[line]?.indexOf('1 |') ?? 0;
    const found = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: thisYear },
      position: { line, character },
    });
    expect(found).toMatchObject([
      { uri: lastYear, range: { start: { line: row, character: column } } },
      { uri: thisYear },
    ]);
  });

  test('a change of last year’s file on disk, too; and its absence is said', async () => {
    const files = new Map([[lastYear, lastYears(1)]]);
    const { client } = await start(pushing, files);
    await client.open(thisYear, named);
    expect(codes(await client.diagnosticsOf(thisYear, 1))).toEqual([]);
    files.set(lastYear, lastYears(3));
    await changed(client, lastYear);
    await client.until(() => said(client).includes(carried));
    files.delete(lastYear);
    await changed(client, lastYear, FileChangeType.Deleted);
    await client.until(() => said(client).includes('missing-file'));
    expect(said(client)).not.toContain(carried);
  });
});

describe('pulled', () => {
  const pull = (client: Client, previousResultId?: string) =>
    client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: thisYear },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });

  test('typing in last year’s document makes the client pull again, and the result is another', async () => {
    const { client, asked } = await start(pulling, new Map());
    await client.open(lastYear, lastYears(1));
    await client.open(thisYear, named);
    const first = await pull(client);
    expect(first).toMatchObject({ kind: 'full', items: [] });
    expect(await pull(client, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    const earlier = asked.refreshes;
    await client.edit(lastYear, 2, [row, column, column + 1], '4');
    while (asked.refreshes === earlier) await pull(client);
    const second = await pull(client, first.resultId);
    expect(second).toMatchObject({ kind: 'full', items: [{ code: carried }] });
    expect(second.resultId).not.toBe(first.resultId);
  });

  test('the workspace’s findings follow, of reports that aren’t open as well', async () => {
    const files = new Map([
      [lastYear, lastYears(1)],
      [thisYear, named],
      [other, cleanReport],
    ]);
    const { client } = await start(pulling, files);
    const results = new Map<string, string>();
    const all = async () => {
      const previousResultIds = [...results].map(([uri, value]) => ({ uri, value }));
      const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
      for (const { uri, resultId } of items) if (resultId) results.set(uri, resultId);
      return items.map((item) => [item.uri, item.kind === 'full' ? codes(item.items) : item.kind]);
    };
    expect(await all()).toEqual([
      [lastYear, []],
      [thisYear, []],
      [other, []],
    ]);
    const next = all();
    files.set(lastYear, lastYears(2));
    await changed(client, lastYear);
    expect(await next).toEqual([
      [lastYear, ['request-balance']],
      [thisYear, [carried]],
      [other, 'unchanged'],
    ]);
    const typed = all();
    await client.open(lastYear, lastYears(2));
    await typed;
    const last = all();
    await client.edit(lastYear, 2, [row, column, column + 1], '1');
    expect(await last).toContainEqual([thisYear, []]);
  });
});
