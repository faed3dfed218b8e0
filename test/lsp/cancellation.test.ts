import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { registry } from '../../server/src/lsp/registry.ts';
import type { Feature } from '../../server/src/lsp/serve.ts';
import { cleanReport } from '../features/support.ts';
import { Client, memoryFiles, pulling } from './support.ts';

const uri = 'file:///reports/a.nianbao';
const position = { line: 25, character: 3 };
const range = { start: position, end: position };
/** What some request or other asks for, all at once: nothing here is to be answered. */
const params = {
  uri,
  textDocument: { uri },
  position,
  positions: [position],
  range,
  context: { diagnostics: [], includeDeclaration: true },
  options: { tabSize: 4, insertSpaces: true },
  item: { uri, selectionRange: range },
  newName: '青苗镇人民政府',
  query: '青禾',
  files: [],
  previousResultIds: [],
  ch: '|',
};

const methods = registry.map(({ method }) => method);
const ofDocument = methods.filter((method) => /^(?:textDocument|callHierarchy)\//.test(method));

/** The registry, with the methods that were begun to be worked on. */
function watched(): { readonly features: readonly Feature[]; readonly begun: string[] } {
  const begun: string[] = [];
  const features = registry.map((feature) => ({
    ...feature,
    handle: (...given: Parameters<Feature['handle']>) => {
      begun.push(feature.method);
      return feature.handle(...given);
    },
  }));
  return { features, begun };
}

/** A server whose settings can be held up, so that requests have to wait. */
async function waiting(features: readonly Feature[] = registry) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const files = memoryFiles(new Map());
  const read = async (place: string): Promise<string | null> => {
    await promise;
    return files.read(place);
  };
  const client = await Client.start({ capabilities: pulling, files: { ...files, read }, features });
  await client.open(uri, cleanReport);
  const arrived = () => client.connection.sendRequest('nianbao/summary', { uri: 'file:///not-open' });
  return { client, arrived, release: resolve };
}

const refused = (code: number) => expect.objectContaining({ code });
const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: unknown) => error,
  );

test.each(methods)('%s, cancelled before its turn, is never begun', async (method) => {
  const { features, begun } = watched();
  const client = await Client.start({ capabilities: pulling, features });
  await client.open(uri, cleanReport);
  const source = new CancellationTokenSource();
  const answer = codeOf(client.connection.sendRequest(method, params, source.token));
  source.cancel();
  expect(await answer).toEqual(refused(LSPErrorCodes.RequestCancelled));
  expect(begun).not.toContain(method);
  expect(client.logged).toEqual([]);
});

describe.each(ofDocument)('%s, while it waits for files', (method) => {
  test('is refused when it is cancelled', async () => {
    const { client, arrived, release } = await waiting();
    const source = new CancellationTokenSource();
    const answer = codeOf(client.connection.sendRequest(method, params, source.token));
    await arrived();
    source.cancel();
    await arrived();
    release();
    expect(await answer).toEqual(refused(LSPErrorCodes.RequestCancelled));
    expect(client.logged).toEqual([]);
  });

  test('is refused when its document moves on, and answered for the new text', async () => {
    const { client, arrived, release } = await waiting();
    const answer = codeOf(client.connection.sendRequest(method, params));
    await arrived();
    await client.edit(uri, 2, [0, 0, 0], ' ');
    await arrived();
    release();
    expect(await answer).toEqual(refused(LSPErrorCodes.ContentModified));
    expect(client.logged).toEqual([]);
    expect(await codeOf(client.connection.sendRequest(method, params))).toBe('answered');
  });

  test('isn’t refused when another document changes', async () => {
    const { client, arrived, release } = await waiting();
    const answer = codeOf(client.connection.sendRequest(method, params));
    await arrived();
    await client.open('file:///reports/b.nianbao', cleanReport);
    await arrived();
    release();
    expect(await answer).toBe('answered');
  });
});

test('own requests are answered from the newest text', async () => {
  const { client, arrived, release } = await waiting();
  const answer = client.connection.sendRequest('nianbao/cells', { uri });
  await arrived();
  await client.edit(uri, 2, [0, 0, 0], ' ');
  await arrived();
  release();
  expect(await answer).toMatchObject({ version: 2 });
});
