import { describe, expect, test } from 'vitest';
import {
  type ImportParams,
  type ImportResult,
  importRequest,
  type NewReportParams,
  type NewReportResult,
  newReportRequest,
  type PasteTableResult,
  pasteTableRequest,
  type ReportsResult,
  reportsRequest,
} from '../../server/src/lsp/protocol.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { newReport } from '../../server/src/report/skeleton.ts';
import { cleanReport } from '../features/support.ts';
import { Client, memoryFiles } from './support.ts';

const body = '青禾镇人民政府';
const lastYear = 'file:///reports/2023/a.nianbao';
const files = memoryFiles(
  new Map([
    [lastYear, cleanReport],
    ['file:///reports/2022/a.nianbao', cleanReport.replaceAll('2023', '2022')],
    ['file:///elsewhere/b.nianbao', cleanReport],
  ]),
);

async function created(params: NewReportParams, language: 'zh' | 'en' = 'zh'): Promise<NewReportResult> {
  const client = await Client.start({ files, options: { language } });
  const result = await client.connection.sendRequest<NewReportResult>(newReportRequest, params);
  expect(client.logged).toEqual([]);
  return result;
}

describe('nianbao/newReport', () => {
  test('gives markup, file name and the first text to write over', async () => {
    const result = await created({ body, year: '2024' });
    if ('failure' in result) throw new Error(result.failure);
    const { markup, fileName, selection } = result;
    expect(markup).toBe(newReport({ body, year: 2024 }));
    expect(fileName).toBe(`${body}-2024.nianbao`);
    expect(markup.slice(selection?.start, selection?.end)).toMatch(/^【待填写：全年主动公开.*】$/);
  });

  test('from a file: its values are carried, and the way to it is told from the new folder', async () => {
    const result = await created({ body, year: '2024', previousUri: lastYear, folder: 'file:///reports/%E6%96%B0' });
    expect(result).toMatchObject({ markup: expect.stringContaining('\n上年: ../2023/a.nianbao\n') });
    expect(result).toMatchObject({ markup: expect.stringContaining('// 上年现行有效：') });
  });

  test('from the text of an open document, as it is now', async () => {
    const client = await Client.start({ files });
    await client.open(lastYear, cleanReport.replaceAll('现行有效9件', '现行有效19件'));
    const result = await client.connection.sendRequest(newReportRequest, { body, year: '2024', previousUri: lastYear });
    expect(result).toMatchObject({ markup: expect.stringContaining('现行有效19件') });
  });

  test('from a text that is no file', async () => {
    const result = await created({ body, year: '2024', previousText: cleanReport, folder: 'file:///reports' });
    expect(result).toMatchObject({ markup: expect.not.stringMatching(/^上年:/m) });
    expect(result).toMatchObject({ markup: expect.stringContaining('// 上年现行有效：') });
  });

  test.each([
    ['a year that is none', { body, year: '24' }, /四位数字/],
    ['no body', { body: ' ', year: '2024' }, /机关全称/],
    ['a file that is not there', { body, year: '2024', previousUri: 'file:///none.nianbao' }, /读不了/],
  ])('%s: says what is wrong', async (_, params, message) => {
    expect(await created(params)).toEqual({ failure: expect.stringMatching(message) });
    expect(await created(params, 'en')).toEqual({ failure: expect.not.stringMatching(/\p{Script=Han}/u) });
  });
});

test('nianbao/reports: those below the folder, the latest first', async () => {
  const client = await Client.start({ files });
  const result = await client.connection.sendRequest<ReportsResult>(reportsRequest, { folder: 'file:///reports' });
  expect(result).toEqual([
    { uri: lastYear, body, year: 2023 },
    { uri: 'file:///reports/2022/a.nianbao', body, year: 2022 },
  ]);
});

async function imported(params: ImportParams): Promise<ImportResult> {
  const client = await Client.start({ files });
  return client.connection.sendRequest<ImportResult>(importRequest, params);
}

describe('nianbao/import', () => {
  const page = `<h1>青禾镇2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>公开工作有序开展。</p><p>四、政府信息公开行政复议、行政诉讼情况</p><table>${[
    ['', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
    ['行政复议', '1', '2', '3', '4', '10'],
    ['未经复议直接起诉', '0', '0', '0', '0', '0'],
    ['复议后起诉', '0', '0', '0', '0', '0'],
  ]
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`;

  test.each([
    ['HTML', { name: '', html: page }],
    ['the bytes of a page', { name: 'a/青禾镇.html', bytes: Buffer.from(page).toString('base64') }],
    ['text', { name: 'a.txt', text: cleanReport.replaceAll('|', '\t') }],
  ])('%s becomes markup, with its notes and the numbers compared', async (_, params) => {
    const result = await imported(params);
    if ('failure' in result) throw new Error(result.failure);
    expect(readReport(result.markup).tables.at(-1)?.rows.get('reconsideration')?.cells).toHaveLength(5);
    expect(result.numbers.found).toBe(result.numbers.written);
    expect(result.numbers.found).toBeGreaterThan(14);
    expect(result.summary).toBe(`原文的 ${result.numbers.found} 个数全部写出。`);
    expect(result.details.split('\n')).toHaveLength(1 + result.notes.length);
  });

  test('the file name is the source’s', async () => {
    expect(await imported({ name: 'a/青禾镇.html', html: page })).toMatchObject({ fileName: '青禾镇.nianbao' });
    expect(await imported({ name: '', html: page })).toMatchObject({ fileName: '导入的报告.nianbao' });
  });

  test.each([
    ['nothing', { name: 'a.txt', text: '' }],
    ['a picture', { name: 'a.docx', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]).toString('base64') }],
  ])('%s: says why it can’t be imported', async (_, params) => {
    expect(await imported(params)).toEqual({ failure: expect.stringMatching(/./) });
  });

  test('bytes that are no base64 are answered and logged', async () => {
    const client = await Client.start();
    expect(await client.connection.sendRequest(importRequest, { name: 'a', bytes: '***' })).toBeNull();
    await client.until(() => client.logged.length > 0);
  });
});

test('nianbao/pasteTable: edits of the open document, or nothing', async () => {
  const client = await Client.start();
  const uri = 'file:///reports/c.nianbao';
  await client.open(uri, cleanReport);
  const line = cleanReport.split('\n').findIndex((each) => each.startsWith('| 行政复议'));
  const range = { start: { line, character: 0 }, end: { line, character: 0 } };
  const text = '行政复议\t7\t8\t9\t6\t30';
  const sent = (params: object) => client.connection.sendRequest<PasteTableResult>(pasteTableRequest, params);
  expect(await sent({ uri, range, text })).toMatchObject({ title: '填入表四（5 个数）', insertText: '' });
  expect(await sent({ uri, range, text: '没有发生' })).toBeNull();
  expect(await sent({ uri: 'file:///not-open', range, text })).toBeNull();
});
