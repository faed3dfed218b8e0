import { describe, expect, test } from 'vitest';
import {
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesRegistrationOptions,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  RegistrationRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { clientSettings } from '../../server/src/lsp/client-settings.ts';
import { settingsStore } from '../../server/src/lsp/settings.ts';
import { withLine } from '../features/support.ts';
import { examplePack, exampleSettings, packName, withPackRow } from '../support/packs.ts';
import { Client, codes, memoryFiles, pulling, pushing } from './support.ts';

const folder = 'file:///reports';
const report = `${folder}/a.nianbao`;
const settings = `${folder}/nianbao.json`;
const pack = `${folder}/${packName}`;
const anyName = `${folder}/%E6%9F%90%E7%9C%81.json`;

async function start(files: Map<string, string>) {
  const asked = { refreshes: 0, globs: [] as unknown[] };
  const client = await Client.start({
    capabilities: {
      ...pulling,
      workspace: {
        ...pulling.workspace,
        diagnostics: { refreshSupport: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
    },
    folders: [folder],
    files: memoryFiles(files),
    prepare(connection) {
      connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
        for (const { registerOptions } of registrations) {
          const { watchers } = registerOptions as DidChangeWatchedFilesRegistrationOptions;
          asked.globs.push(...watchers.map(({ globPattern }) => globPattern));
        }
      });
      connection.onRequest(DiagnosticRefreshRequest.type, () => {
        asked.refreshes++;
      });
    },
  });
  const changed = (uri: string, text: string | null): Promise<void> => {
    if (text === null) files.delete(uri);
    else files.set(uri, text);
    return client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: text === null ? 3 : 2 }],
    });
  };
  const unknownRows = async (uri = report): Promise<number> => {
    const answer = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return answer.kind === 'full' ? codes(answer.items).filter((code) => code === 'unknown-row').length : -1;
  };
  const shown = (uri: string) => client.published.findLast((each) => each.uri === uri)?.diagnostics;
  return { client, asked, changed, unknownRows, shown };
}

describe('a pack that changes', () => {
  test.each([
    ['by the recommended name', pack, exampleSettings],
    ['by any name', anyName, '{"packs": ["某省.json"]}'],
  ])('is read again, %s, and all reports with it', async (_, place, named) => {
    const { client, asked, changed, unknownRows } = await start(
      new Map([
        [settings, named],
        [report, withPackRow()],
      ]),
    );
    await client.open(report, withPackRow());
    expect(await unknownRows()).toBe(1);
    await changed(place, examplePack);
    expect(await unknownRows()).toBe(0);
    expect(asked.refreshes).toBe(1);
    await changed(place, examplePack.replace('青禾', '云岭'));
    expect(await unknownRows()).toBe(1);
    await changed(place, null);
    expect(await unknownRows()).toBe(1);
    expect(asked.refreshes).toBe(3);
    expect(asked.globs).toContain('**/*.json');
  });

  test('makes the workspace answer anew', async () => {
    const { client, changed } = await start(
      new Map([
        [settings, exampleSettings],
        [report, withPackRow()],
      ]),
    );
    const pull = (value: string | undefined) =>
      client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
        previousResultIds: value === undefined ? [] : [{ uri: report, value }],
      });
    const [before] = (await pull(undefined)).items;
    expect(before?.kind === 'full' && codes(before.items)).toContain('unknown-row');
    const next = pull(before?.resultId);
    await changed(`${folder}/package.json`, '{}');
    await changed(pack, examplePack);
    const [after] = (await next).items;
    expect(after?.kind === 'full' && codes(after.items)).not.toContain('unknown-row');
  });

  test('is read again where nobody watches files, when a report is saved', async () => {
    const files = new Map([[settings, exampleSettings]]);
    const client = await Client.start({ capabilities: pushing, folders: [folder], files: memoryFiles(files) });
    await client.open(report, withPackRow());
    expect(codes(await client.diagnosticsOf(report, 1))).toContain('unknown-row');
    const published = client.published.length;
    files.set(pack, examplePack);
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: report } });
    const later = () => client.published.slice(published).findLast(({ uri }) => uri === report)?.diagnostics;
    await client.until(() => later() !== undefined);
    expect(codes(later() ?? [])).not.toContain('unknown-row');
  });

  test('changes what reports that are not open say to others', async () => {
    const lastYear = `${folder}/2022.nianbao`;
    const carried = '| 四、结转下年度';
    const alias = examplePack.replace(
      '"labels": [',
      '"labels": [{ "table": "requests", "row": "carried-forward", "aliases": ["留待来年"] }, ',
    );
    const before = withLine(carried, '| 留待来年 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |', withPackRow()).replaceAll(
      '2023',
      '2022',
    );
    const now = withPackRow().replace('---\n', '---\n上年: 2022.nianbao\n');
    const { client, changed } = await start(
      new Map([
        [settings, exampleSettings],
        [pack, examplePack],
        [lastYear, before],
      ]),
    );
    await client.open(report, now);
    const said = async () => {
      const answer = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri: report },
      });
      return answer.kind === 'full' ? codes(answer.items) : [];
    };
    expect(await said()).not.toContain('carry-over');
    await changed(pack, alias);
    expect(await said()).toContain('carry-over');
    await client.open(lastYear, before);
    expect(await said()).toContain('carry-over');
  });
});

test('what is wrong in a pack is shown there, and goes with it or with who named it', async () => {
  const wrong = examplePack.replace('"name": "青岚省"', '"name": 3');
  const { client, changed, unknownRows, shown } = await start(
    new Map([
      [settings, exampleSettings],
      [pack, wrong],
    ]),
  );
  await client.open(report, withPackRow());
  expect(await unknownRows()).toBe(0);
  await client.until(() => shown(pack)?.length === 1);
  expect(shown(pack)?.[0]).toMatchObject({
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 8 } },
  });
  await changed(pack, examplePack);
  await unknownRows();
  await client.until(() => shown(pack)?.length === 0);
  await changed(pack, wrong);
  await unknownRows();
  await client.until(() => shown(pack)?.length === 1);
  await changed(settings, '{}');
  expect(await unknownRows()).toBe(1);
  await client.until(() => shown(pack)?.length === 0);
});

test('what is in force is there at once when it is known, and the same object for all reports of a folder', async () => {
  const reads: string[] = [];
  const files = memoryFiles(
    new Map([
      [settings, exampleSettings],
      [`${folder}/x/nianbao.json`, `{"packs": ["../${packName}"]}`],
      [pack, examplePack],
    ]),
  );
  const store = settingsStore({
    files: {
      ...files,
      read: (place) => {
        reads.push(place);
        return files.read(place);
      },
    },
    client: clientSettings(new Set(), null),
    onRead: () => {},
  });
  const first = await store.of(report);
  expect(store.of(`${folder}/b.nianbao`)).toBe(first);
  const below = await store.of(`${folder}/x/c.nianbao`);
  expect(below.forms).toBe(first.forms);
  expect(reads.filter((place) => place === pack)).toHaveLength(1);
  expect([pack, settings, `${folder}/package.json`].map(store.isPart)).toEqual([true, true, false]);
});
