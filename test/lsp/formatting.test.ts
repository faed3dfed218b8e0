import { expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cleanReport, withLine } from '../features/support.ts';
import { Client, pulling } from './support.ts';

const uri = 'file:///reports/a.nianbao';
const textDocument = { uri };
const options = { tabSize: 2, insertSpaces: true };
const text = withLine('| 行政强制', '|行政强制\t0');
const line = text.split('\n').indexOf('|行政强制\t0');
const inTable = { line, character: 0 };

test('document, range and on-type formatting over the wire', async () => {
  const client = await Client.start({ capabilities: pulling });
  await client.open(uri, text);
  const document = TextDocument.create(uri, 'nianbao', 1, text);
  const whole = await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
  expect(TextDocument.applyEdits(document, whole ?? [])).toBe(cleanReport);
  const range = { start: inTable, end: inTable };
  expect(
    await client.connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument, range, options }),
  ).toEqual(whole);
  const position = { line: line + 1, character: 0 };
  expect(
    await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument,
      position,
      ch: '\n',
      options,
    }),
  ).toEqual(whole);
  expect(client.logged).toEqual([]);
});

test('a table that can’t be made canonical says why to a client that shows it', async () => {
  const { textDocument: traits, ...others } = pulling;
  const capabilities = {
    ...others,
    textDocument: { ...traits, codeAction: { ...traits?.codeAction, disabledSupport: true } },
  };
  const client = await Client.start({ capabilities, options: { language: 'en' } });
  await client.open(
    uri,
    '二、主动公开政府信息情况\n第二十条第（六）项 | |\n信息内容 | 本年处理决定数量 |\n行政处罚 | 1 | 2 | 3 | 4 |\n',
  );
  const at = { line: 3, character: 0 };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range: { start: at, end: at },
    context: { diagnostics: [], only: ['refactor'] },
  });
  expect((actions as CodeAction[]).map(({ disabled }) => disabled)).toEqual([
    { reason: 'line 4 has more or fewer values than the form' },
  ]);
});
