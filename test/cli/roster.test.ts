import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/universal';
import { inFolder, nianbao, sampleReport } from './support.ts';

const settings = `{
  // 本县的设置
  "rules": { "title-wording": "off" },
  "roster": [
    { "name": "青禾镇人民政府", "deadline": "01-20" } // 已报
  ],
}
`;

test('bodies of reports are added to the roster; what is there stays, comments too', async () => {
  const files = {
    'nianbao.json': settings,
    '青禾镇-2023.nianbao': sampleReport(),
    '2022/河湾镇.nianbao': sampleReport().replaceAll('青禾镇', '河湾镇').replaceAll('2023', '2022'),
    '2023/河湾镇.nianbao': sampleReport().replaceAll('青禾镇', '河湾镇'),
  };
  await inFolder(files, async (cwd) => {
    const { code, err } = await nianbao(['roster', '.'], { cwd });
    expect([code, err]).toEqual([0, 'nianbao.json：名单共 2 个单位，新增 1 个\n']);
    const text = readFileSync(join(cwd, 'nianbao.json'), 'utf8');
    expect(text).toContain('// 本县的设置');
    expect(text).toContain('"deadline": "01-20"');
    expect(text).toContain('"name": "河湾镇人民政府"');
    const again = await nianbao(['roster', '.'], { cwd });
    expect(again.err).toMatch(/新增 0 个/);
    expect(readFileSync(join(cwd, 'nianbao.json'), 'utf8')).toBe(text);
    expect((await nianbao(['desk'], { cwd })).out).toMatch(/^2023年度.*2 个单位/);
  });
});

test('names in a workbook', async () => {
  const cell = (value: string) => ({ type: String, value });
  const rows = [
    [cell('序号'), cell('单位名称'), cell('联系人')],
    [cell('1'), cell('青禾镇人民政府'), cell('某某')],
    [cell('2'), cell('云岭县财政局'), cell('某某')],
  ];
  const bytes = new Uint8Array(await (await writeXlsx(rows).toBlob()).arrayBuffer());
  await inFolder({ '名单.xlsx': bytes }, async (cwd) => {
    const { code } = await nianbao(['roster', '名单.xlsx'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, 'nianbao.json'), 'utf8'))).toEqual({
      roster: [{ name: '青禾镇人民政府' }, { name: '云岭县财政局' }],
    });
  });
});

test('what holds no names, and settings that are no JSON, are told', async () => {
  await inFolder({ 'a.xlsx': 'x', 'b/青禾镇.nianbao': sampleReport(), 'b/nianbao.json': '[' }, async (cwd) => {
    expect((await nianbao(['roster', 'a.xlsx'], { cwd })).err).toMatch(/没有找到单位名称/);
    expect((await nianbao(['roster', 'b'], { cwd })).err).toMatch(/不是 JSON 对象/);
  });
});
