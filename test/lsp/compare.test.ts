import { describe, expect, test } from 'vitest';
import { type CompareParams, type CompareResult, compareRequest } from '../../server/src/lsp/protocol.ts';
import { cleanReport } from '../features/support.ts';
import { Client, memoryFiles } from './support.ts';

const uri = 'file:///reports/2024.nianbao';
const lastYear = 'file:///reports/2023.nianbao';
const thisYear = cleanReport.replaceAll('2023', '2024').replace(/(行政许可 *\| *)\d+/, '$1320');
const files = memoryFiles(
  new Map([
    [uri, thisYear.replace('---\n', '---\n上年: 2023.nianbao\n')],
    [lastYear, cleanReport],
    ['file:///elsewhere/alone.nianbao', thisYear],
  ]),
);

async function compared(params: CompareParams): Promise<CompareResult> {
  const client = await Client.start({ files, options: { language: 'zh' } });
  return client.connection.sendRequest<CompareResult>(compareRequest, params);
}

describe('nianbao/compare', () => {
  test('has last year’s report beside this year’s, as a page', async () => {
    const result = await compared({ uri });
    if ('failure' in result) throw new Error(result.failure);
    expect(result.html).toContain('2023 → 2024');
    expect(result.html).toMatch(/class="value changed"[^>]*>320\n原 316\n\+4\n\+1\.3%/);
  });

  test('has the report that is named', async () => {
    const result = await compared({ uri: 'file:///elsewhere/alone.nianbao', previousUri: lastYear });
    expect(result).toMatchObject({ html: expect.stringContaining('2023 → 2024') });
  });

  test('says where none is known, or one can’t be read', async () => {
    expect(await compared({ uri: 'file:///elsewhere/alone.nianbao' })).toMatchObject({
      failure: expect.stringContaining('上年'),
      isUnknown: true,
    });
    expect(await compared({ uri: 'file:///none.nianbao' })).toMatchObject({
      failure: expect.stringContaining('读不了'),
    });
  });
});
