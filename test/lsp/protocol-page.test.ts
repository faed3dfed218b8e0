import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import * as protocol from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { registry } from '../../server/src/lsp/registry.ts';
import { Client, pulling } from './support.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/lsp.md'), 'utf8');
const rows = [...page.matchAll(/^\| `([^`]+)` \| (yes|no) \| (.*)\|$/gm)].map(([, method = '', served, why = '']) => ({
  method,
  isServed: served === 'yes',
  why: why.trim(),
}));
const served: ReadonlySet<string> = new Set(rows.filter(({ isServed }) => isServed).map(({ method }) => method));

/** What no message of its own has: they stand for registrations. */
const notMessages = new Set(['textDocument/semanticTokens', 'notebookDocument/sync']);
/** Of the base protocol, which the types don't list. */
const base = ['$/cancelRequest', '$/progress', '$/setTrace', '$/logTrace'];

interface Message {
  readonly method: string;
  readonly messageDirection: string;
}

/** Every request and notification that the library's types know, LSP 3.18 included. */
const messages: readonly Message[] = Object.values(protocol as Record<string, unknown>).flatMap((each) => {
  const { method, messageDirection } = (each ?? {}) as Partial<Message>;
  if (typeof method !== 'string' || typeof messageDirection !== 'string' || notMessages.has(method)) return [];
  return [{ method, messageDirection }];
});
const byMethod = new Map(messages.map((message) => [message.method, message]));

/** A client that can do all that a server asks about. */
const able: ClientCapabilities = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    rename: { prepareSupport: true },
    completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } },
  },
  workspace: { ...pulling.workspace, fileOperations: { willRename: true } },
};

/** The messages that an answer to `initialize` announces, by the capability. */
const announcedBy: Readonly<Record<string, readonly string[]>> = {
  textDocumentSync: ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose'],
  diagnosticProvider: ['textDocument/diagnostic', 'workspace/diagnostic'],
  semanticTokensProvider: ['textDocument/semanticTokens/full', 'textDocument/semanticTokens/range'],
  renameProvider: ['textDocument/rename', 'textDocument/prepareRename'],
  workspaceSymbolProvider: ['workspace/symbol'],
  callHierarchyProvider: [
    'textDocument/prepareCallHierarchy',
    'callHierarchy/incomingCalls',
    'callHierarchy/outgoingCalls',
  ],
};
const names: Readonly<Record<string, string>> = {
  documentFormattingProvider: 'formatting',
  documentRangeFormattingProvider: 'rangeFormatting',
  documentOnTypeFormattingProvider: 'onTypeFormatting',
};

/** The messages that the capabilities of a server announce. */
function announced({ workspace, positionEncoding: _, ...providers }: ServerCapabilities): readonly string[] {
  const resolved: Readonly<Record<string, string>> = {
    completionProvider: 'completionItem/resolve',
    codeActionProvider: 'codeAction/resolve',
    codeLensProvider: 'codeLens/resolve',
    inlayHintProvider: 'inlayHint/resolve',
    documentLinkProvider: 'documentLink/resolve',
  };
  const own = Object.entries(providers).flatMap(([key, value]) => {
    const resolves = typeof value === 'object' && value !== null && 'resolveProvider' in value && value.resolveProvider;
    const resolve = resolves ? (resolved[key] ?? []) : [];
    return [
      ...(announcedBy[key] ?? [`textDocument/${names[key] ?? key.replace(/Provider$/, '')}`]),
      ...[resolve].flat(),
    ];
  });
  const ofFiles = Object.keys(workspace?.fileOperations ?? {}).map((operation) => `workspace/${operation}Files`);
  const ofFolders = workspace?.workspaceFolders?.changeNotifications ? ['workspace/didChangeWorkspaceFolders'] : [];
  return [...own, ...ofFiles, ...ofFolders];
}

test('the page has every request and notification once', () => {
  expect(rows.map(({ method }) => method).sort()).toEqual([...byMethod.keys(), ...base].sort());
});

test('what isn’t served has a reason', () => {
  expect(rows.filter(({ isServed, why }) => !isServed && why === '')).toEqual([]);
});

test('the page says yes to what is registered, and to no other request that a client may make', () => {
  const own = registry.map(({ method }) => method).filter((method) => !method.startsWith('nianbao/'));
  const requests = [...served].filter((method) => {
    const isOfClient = byMethod.get(method)?.messageDirection === 'clientToServer';
    return isOfClient && !/^(?:initialized?|shutdown|exit)$|\/did[A-Z]/.test(method);
  });
  expect(requests.sort()).toEqual([...new Set(own)].sort());
});

test('`initialize` announces what the page says, and tells the version', async () => {
  const { initialized } = await Client.start({ capabilities: able });
  const told = announced(initialized.capabilities);
  expect(told.filter((method) => !served.has(method))).toEqual([]);
  const silent =
    /^(?:initialized?|shutdown|exit|workspace\/did(?:ChangeConfiguration|ChangeWatchedFiles)|textDocument\/didSave)$/;
  const untold = [...served].filter(
    (method) =>
      byMethod.get(method)?.messageDirection === 'clientToServer' && !told.includes(method) && !silent.test(method),
  );
  expect(untold).toEqual([]);
  expect(initialized.serverInfo).toEqual({ name: 'nianbao', version });
});
