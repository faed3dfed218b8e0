// The parts of a folder's reports, as one after the other changes.
import { expect, test } from 'vitest';
import type { PartCopies } from '../../server/src/analysis/part-copies.ts';
import { partSketches } from '../../server/src/analysis/sketch-parts.ts';
import { standardForms } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { folderCopies } from '../../server/src/workspace/folder-copies.ts';
import { FolderHeads } from '../../server/src/workspace/folder-heads.ts';

const libraries =
  '主要问题是村务公开栏更新不够及时，有的村半年才换一次，群众看到的是旧内容。改进情况是由驻村干部每月检查一次，公开栏和网站同步更新，年底逐村核对，查询机由专人管理。';
const answers =
  '主要问题是依申请公开的答复不够规范，有两件没有写明救济途径。改进情况是请县司法局培训了经办人员，答复书改用统一样式，发出以前由党政办复核，并登记在台账里备查。';

function report(body: string, problems: string): string {
  return `# ${body}2024年政府信息公开工作年度报告\n\n五、存在的主要问题及改进情况\n\n${problems}\n`;
}

function folder(texts: ReadonlyMap<string, string>) {
  const read = async (source: string): Promise<string | null> => texts.get(source) ?? null;
  const copies = folderCopies({ read }, standardForms);
  const headsNow = (): FolderHeads =>
    new FolderHeads([...texts.keys()].map((source) => ({ source, body: source.slice(3, 6), year: 2024 })));
  return { copies, headsNow };
}

/** Of which files the part is nearly the same. */
function sameAs(copies: PartCopies, problems: string): readonly string[] {
  const own = { source: '/r/上山镇.nianbao', body: '上山镇', year: 2024 };
  const [part] = partSketches(readReport(report('上山镇', problems)));
  return part ? copies.of(part, own).map(({ source }) => source) : [];
}

test('what has changed counts as it is now, whatever was asked before; what comes and goes, too', async () => {
  const texts = new Map([
    ['/r/青禾镇.nianbao', report('青禾镇', libraries)],
    ['/r/红旗镇.nianbao', report('红旗镇', answers)],
  ]);
  const { copies, headsNow } = folder(texts);
  const heads = headsNow();
  const before = await copies.of(heads);
  expect(sameAs(before, libraries)).toEqual(['/r/青禾镇.nianbao']);

  texts.set('/r/青禾镇.nianbao', report('青禾镇', answers));
  copies.forget('/r/青禾镇.nianbao');
  const changed = await copies.of(heads);
  expect(changed.mark).not.toBe(before.mark);
  expect(sameAs(changed, libraries)).toEqual([]);
  expect(sameAs(changed, answers)).toHaveLength(2);

  texts.set('/r/红旗镇.nianbao', report('红旗镇', libraries));
  copies.forget('/r/红旗镇.nianbao');
  const again = await copies.of(heads);
  expect(sameAs(again, libraries)).toEqual(['/r/红旗镇.nianbao']);
  expect(sameAs(again, answers)).toEqual(['/r/青禾镇.nianbao']);

  texts.set('/r/柳桥镇.nianbao', report('柳桥镇', libraries));
  texts.delete('/r/红旗镇.nianbao');
  for (const source of ['/r/柳桥镇.nianbao', '/r/红旗镇.nianbao']) copies.forget(source);
  expect(sameAs(await copies.of(headsNow()), libraries)).toEqual(['/r/柳桥镇.nianbao']);
});
