// The desk over folders of reports: a made-up county, reports of other kinds, letters and lists.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { docx } from '../../server/src/exporters/docx.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { ruleByCode } from '../../server/src/rules/index.ts';
import { madeUpCounty, wholeCounty } from '../support/county/county.ts';
import { counted, filesOf } from '../support/county/on-disk.ts';
import { inFolder, nianbao, sampleReport, wrongReport } from './support.ts';

/** Some thirty bodies with two of every mistake. */
const county = madeUpCounty({
  ...wholeCounty,
  ...{ parents: 2, children: 3, departments: 30, others: 2, missing: 2, seed: 5 },
  mistakes: { 'carry-over': 3, 'copied-text': 2 },
});

interface Row {
  readonly body: string;
  readonly code: string;
  readonly state: string;
}

function rowsOf(out: string): readonly Row[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

test('every mistake planted in a county is found, and none else', async () => {
  await inFolder(filesOf(county), async (cwd) => {
    const { code, out } = await nianbao(['desk', '--format', 'jsonl'], { cwd });
    const rows = rowsOf(out);
    expect(code).toBe(1);
    const found = rows.filter((row) => row.code !== undefined);
    expect(counted(found)).toEqual(counted(county.planted.filter(({ code: each }) => ruleByCode(each) !== null)));
    const missing = rows.filter(({ state }) => state === 'missing').map(({ body }) => body);
    expect(missing.sort()).toEqual([...county.missing].sort());
  });
});

describe('a folder of several kinds', () => {
  let word: Uint8Array;
  beforeAll(async () => {
    word = await docx.write(readReport(wrongReport.replaceAll('青禾镇', '河湾镇')));
  });

  test('holds reports from before there was a form, too', async () => {
    const old =
      '石桥乡2016年政府信息公开工作年度报告\n\n一、概述\n\n全年主动公开信息12条。\n\n二、主动公开情况\n\n按规定公开。\n';
    await inFolder({ '石桥乡.txt': old }, async (cwd) => {
      const { out, err } = await nianbao(['desk', '--year', '2016'], { cwd });
      expect([out.split('\n')[0], err]).toEqual([
        expect.stringContaining('1 个单位'),
        expect.not.stringContaining('不是年度报告'),
      ]);
    });
  });

  test('is imported on the way; what is no report is passed over; of one report in two kinds one is taken', async () => {
    const files = {
      '青禾镇.nianbao': sampleReport(),
      '青禾镇.txt': '青禾镇的草稿',
      '河湾镇.docx': word,
      '通知.txt': '请各单位按时报送。',
    };
    await inFolder(files, async (cwd) => {
      const { code, out, err } = await nianbao(['desk'], { cwd });
      expect(code).toBe(1);
      expect(out).toMatch(/^2023年度.*2 个单位\n/);
      expect(out).toMatch(/需修改 1 · 核对通过 1/);
      expect(out).toMatch(/需修改 +河湾镇人民政府/);
      expect(out).toMatch(/applicant-total/);
      expect(err).toMatch(/青禾镇\.txt：旁边有同名的报告/);
      expect(err).toMatch(/通知\.txt：不是年度报告/);
      expect(Buffer.from(readFileSync(join(cwd, '河湾镇.docx'))).equals(Buffer.from(word))).toBe(true);
    });
  });

  test('misspelt names of rows and columns in a Word file are found, for its author to mend', async () => {
    const parts = unzipSync(await docx.write(readReport(sampleReport())));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
      .replace('>行政强制<', '>行政强置<')
      .replace('>行政复议<', '>行政复意<')
      .replace('>科研机构<', '>科研机沟<');
    const misspelt = zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
    await inFolder({ '青禾镇.docx': misspelt }, async (cwd) => {
      const { out } = await nianbao(['desk', '--format', 'jsonl'], { cwd });
      const messages = out.split('\n').flatMap((line) => /"message":"([^"]*)"/.exec(line)?.[1] ?? []);
      expect(messages).toEqual([
        expect.stringContaining('「行政强置」'),
        expect.stringContaining('科研机沟'),
        expect.stringContaining('「行政复意」'),
      ]);
    });
  });

  test('what can’t be read is to be handed in again, and ends in 2', async () => {
    await inFolder(
      { '青禾镇.nianbao': sampleReport(), '坏.docx': new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]) },
      async (cwd) => {
        const { code, out } = await nianbao(['desk'], { cwd });
        expect(code).toBe(2);
        expect(out).toMatch(/需修改 +坏\.docx .*读不了/);
      },
    );
  });
});

describe('-o', () => {
  test('writes overview, lists and letters, and takes back the letter of a body that has mended its report', async () => {
    await inFolder({ '河湾镇.nianbao': wrongReport.replaceAll('青禾镇', '河湾镇') }, async (cwd) => {
      await nianbao(['desk', '.', '-o', '结果'], { cwd });
      const folder = join(cwd, '结果');
      const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
      expect(names.sort()).toEqual(
        ['总览.html', '退回修改意见', '问题清单.csv', '问题清单.jsonl', '问题清单.xlsx'].sort(),
      );
      const letter = join(folder, '退回修改意见/河湾镇人民政府-2023');
      const page = readFileSync(`${letter}.html`, 'utf8');
      expect(page).toMatch(/你单位报送的《河湾镇人民政府2023年政府信息公开工作年度报告》收悉/);
      expect(page).toMatch(/第三部分（表三）/);
      expect(readFileSync(`${letter}.docx`).subarray(0, 2).toString()).toBe('PK');
      expect(readFileSync(join(folder, '总览.html'), 'utf8')).toContain(
        encodeURI('退回修改意见/河湾镇人民政府-2023.html'),
      );

      const again = await nianbao(['desk', '.', '-o', '结果', '--year', '2022'], { cwd });
      expect(again.out).toMatch(/0 个单位/);
      expect(existsSync(`${letter}.html`)).toBe(false);
    });
  });

  test('writes into no folder that holds something else', async () => {
    await inFolder({ 'a/青禾镇.nianbao': sampleReport(), 'b/存根.txt': '勿动' }, async (cwd) => {
      const { code, err } = await nianbao(['desk', 'a', '-o', 'b'], { cwd });
      expect(code).toBe(2);
      expect(err).toMatch(/有别的文件，没有写/);
      expect(readdirSync(join(cwd, 'b'))).toEqual(['存根.txt']);
    });
  });
});

test('a reviewer’s remark is carried into the letter, until it is answered', async () => {
  const remarked = sampleReport().replace('四、政府信息', '// 审核: 请附台账\n\n四、政府信息');
  await inFolder({ '青禾镇.nianbao': remarked }, async (cwd) => {
    const { out } = await nianbao(['desk', '-o', 'o'], { cwd });
    expect(out).toMatch(/待核实 1/);
    const letter = readFileSync(join(cwd, 'o/退回修改意见/青禾镇人民政府-2023.html'), 'utf8');
    expect(letter).toMatch(/审核人员意见/);
    expect(letter).toMatch(/请附台账/);
  });
  await inFolder({ '青禾镇.nianbao': remarked.replace('台账\n', '台账\n// 答复: 已附\n') }, async (cwd) => {
    expect((await nianbao(['desk'], { cwd })).out).toMatch(/核对通过 1/);
  });
});
