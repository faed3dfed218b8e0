import { describe, expect, test } from 'vitest';
import { indexed, indexedValue } from '../../server/src/analysis/indexed-report.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { maxFileSize } from '../../server/src/text/limits.ts';
import { neighbourSearch } from '../../server/src/workspace/neighbours.ts';
import { reportFolder } from '../../server/src/workspace/report-folder.ts';
import { reportIndex } from '../../server/src/workspace/report-index.ts';
import { type MemoryWorkspace, memoryWorkspace } from '../support/memory-workspace.ts';

function report(year: number, { front = '', carried = 0 }: { front?: string; carried?: number } = {}): string {
  return `---
机关: 青禾镇人民政府
${front}---
# 青禾镇人民政府${year}年政府信息公开工作年度报告

三、收到和处理政府信息公开申请情况

| 表三 | 自然人 | 企业 | 科研 | 公益 | 法律服务 | 其他 | 总计 |
| 四、结转下年度继续办理 | ${carried} | / | 0 | 0 | 0 | 0 | ${carried} |
| 一、本年新收政府信息公开申请数量 | 1 | 2 |
`;
}

const [last, own] = ['/r/2022.nianbao', '/r/2023.nianbao'] as const;
const named = report(2023, { front: '上年: 2022.nianbao\n' });

describe('what an index keeps of a report', () => {
  test('body, year, edition, and values with their places', () => {
    const { report: kept } = indexed(readReport(report(2022, { carried: 12 })), last);
    expect(kept).toMatchObject({ source: last, body: '青禾镇人民政府', year: 2022, edition: '2021' });
    expect(indexedValue(kept, 'requests', 'carried-forward', 'person')).toEqual({
      value: 12,
      place: { line: 8, start: 16, end: 18 },
    });
    expect(indexedValue(kept, 'requests', 'carried-forward', 'company')?.value).toBeNull();
  });

  test('nothing for a row that is absent or has another count of values', () => {
    const { report: kept } = indexed(readReport(report(2022)), last);
    for (const row of ['received', 'carried-over', 'nothing'])
      expect(indexedValue(kept, 'requests', row, 'person')).toBeNull();
    expect(indexedValue(kept, 'disputes', 'reconsideration', 'total')).toBeNull();
  });

  test('a mark that follows figures, places and identity, not the text', () => {
    const mark = (text: string) => indexed(readReport(text), last).mark;
    const text = report(2022, { carried: 1 });
    expect(mark(`${text}\n五、存在的主要问题及改进情况\n`)).toBe(mark(text));
    const others = [report(2022), report(2021, { carried: 1 }), text.replace('\n三、', '\n\n三、')];
    expect(new Set([text, ...others].map(mark)).size).toBe(4);
  });
});

describe('the neighbours of a report', () => {
  const of = async (files: MemoryWorkspace, text: string, source: string = own) =>
    neighbourSearch(reportIndex(files)).of(readReport(text), source);

  test('last year’s and those below, whatever their order in the front matter', async () => {
    const files = memoryWorkspace({
      [last]: report(2022),
      '/r/各村/东河村.nianbao': report(2023),
      '/r/各村/西河村.nianbao': report(2023),
      '/r/各村/x/北河村.nianbao': report(2023),
    });
    const text = report(2023, { front: '下级: 各村/*.nianbao\n上年: 2022.nianbao\n下级: 各村/东河村.nianbao\n' });
    const { previous, children, missing } = await of(files, text);
    expect(previous?.source).toBe(last);
    expect(children.map(({ source }) => source)).toEqual(['/r/各村/东河村.nianbao', '/r/各村/西河村.nianbao']);
    expect(missing).toEqual([]);
  });

  test('what is named and absent', async () => {
    const files = memoryWorkspace({ [own]: named, '/r/large.nianbao': '一'.repeat(maxFileSize + 1) });
    const front = '上年: 2021.nianbao\n下级: 各村/*.nianbao\n下级: large.nianbao\n下级: *.nianbao\n';
    const { previous, children, missing } = await of(files, report(2023, { front }));
    expect([previous, children]).toEqual([null, []]);
    expect(missing.map(({ key, named: { text } }) => `${key} ${text}`)).toEqual([
      'previous 2021.nianbao',
      'children 各村/*.nianbao',
      'children large.nianbao',
      'children *.nianbao',
    ]);
  });

  test('no more than 500 of one entry', async () => {
    const many = Array.from({ length: 510 }, (_, i) => [`/r/${1000 + i}.nianbao`, report(2023)] as const);
    const { children } = await of(memoryWorkspace(Object.fromEntries(many)), report(2023, { front: '下级: *\n' }));
    expect(children).toHaveLength(500);
  });

  test('at once and without a read where nothing is named, or the text has no file', () => {
    const files = memoryWorkspace({});
    const search = neighbourSearch(reportIndex(files));
    expect(search.of(readReport(report(2023)), own)).toMatchObject({ previous: null, mark: '' });
    expect(search.of(readReport(named), 'untitled:Untitled-1')).toMatchObject({ missing: [], mark: '' });
    expect(files.reads).toEqual([]);
  });

  test('each file is read once, and what is known is there at once and the same', async () => {
    const files = memoryWorkspace({ [last]: report(2022) });
    const search = neighbourSearch(reportIndex(files));
    const [one, other] = [readReport(named), readReport(named)];
    const first = await search.of(one, own);
    expect(search.of(one, own)).toBe(first);
    expect(search.of(other, own)).toMatchObject({ previous: first.previous, mark: first.mark });
    expect(files.reads).toEqual([last]);
  });

  test('an index with a bound forgets the report that was read first', async () => {
    const files = memoryWorkspace({ '/r/1.nianbao': report(2022), '/r/2.nianbao': report(2022) });
    const index = reportIndex(files, { most: 1 });
    for (const n of [1, 2, 2, 1]) await index.entry(`/r/${n}.nianbao`);
    expect(files.reads).toEqual(['/r/1.nianbao', '/r/2.nianbao', '/r/1.nianbao']);
  });
});

describe('a folder of reports', () => {
  const start = (files: Readonly<Record<string, string>>) => {
    const workspace = memoryWorkspace(files);
    const open = new Map<string, string>();
    const outdated: (readonly string[] | null)[] = [];
    const folder = reportFolder(workspace, {
      open: (source) => {
        const text = open.get(source);
        return text === undefined ? null : indexed(readReport(text), source);
      },
      onOutdated: (sources) => void outdated.push(sources),
    });
    const carried = async (text = named) => {
      const { previous } = await folder.neighbours(readReport(text), own);
      return previous && indexedValue(previous, 'requests', 'carried-forward', 'person')?.value;
    };
    return { workspace, open, outdated, folder, carried };
  };

  test('a change of last year’s file makes this year’s findings out of date', async () => {
    const { workspace, outdated, carried } = start({ [last]: report(2022, { carried: 1 }) });
    expect(await carried()).toBe(1);
    workspace.write(last, report(2022, { carried: 2 }));
    expect(await carried()).toBe(2);
    workspace.write(last, null);
    expect(await carried()).toBeNull();
    workspace.write(last, report(2022, { carried: 3 }));
    expect(await carried()).toBe(3);
    workspace.write('/r/other.nianbao', report(2022));
    expect(outdated).toEqual([[own], [own], [own], []]);
  });

  test('a file that appears where a pattern looks for it', async () => {
    const { workspace, outdated, folder } = start({});
    const parent = readReport(report(2023, { front: '下级: 各村/**/*.nianbao\n' }));
    expect((await folder.neighbours(parent, own)).children).toEqual([]);
    workspace.write('/r/各村/x/东河村.nianbao', report(2023));
    workspace.write('/r/别处/东河村.nianbao', report(2023));
    expect(outdated).toEqual([[own], []]);
    expect((await folder.neighbours(parent, own)).children).toHaveLength(1);
  });

  test('an open text counts more than its file, until it is closed', async () => {
    const { open, outdated, workspace, folder, carried } = start({ [last]: report(2022, { carried: 1 }) });
    open.set(last, report(2022, { carried: 5 }));
    expect(await carried()).toBe(5);
    workspace.write(last, report(2022, { carried: 2 }));
    expect(outdated).toEqual([]);
    open.delete(last);
    folder.closed(last);
    expect(await carried()).toBe(2);
  });

  test('what is typed makes others out of date only where it changes what they know of it', async () => {
    const { open, folder, carried } = start({});
    open.set(last, report(2022, { carried: 5 }));
    await carried();
    expect(folder.outdatedBy(last)).toEqual([]);
    open.set(last, `${report(2022, { carried: 5 })}五、存在的主要问题及改进情况\n`);
    expect(folder.outdatedBy(last)).toEqual([]);
    open.set(last, report(2022, { carried: 6 }));
    expect(folder.outdatedBy(last)).toEqual([own]);
    expect(folder.outdatedBy(own)).toEqual([]);
  });

  test('who names nothing any more depends on nobody', async () => {
    const { folder, carried } = start({ [last]: report(2022) });
    await carried();
    expect(folder.isNeeded(last)).toBe(true);
    await carried(report(2020));
    expect(folder.isNeeded(last)).toBe(false);
  });
});
