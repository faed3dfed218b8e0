import { expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { documentLinks } from '../../server/src/features/document-links.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { noNeighbours } from '../../server/src/workspace/neighbours.ts';
import { uri } from './support.ts';

const text = `---
上年: ../2022/青禾镇.nianbao
下级: 没有.nianbao
下级: 下级/*.nianbao
---
# 青禾镇2023年政府信息公开工作年度报告

联系方式见 https://www.example.gov.cn/a?b=1。另见 www.example.gov.cn.
`;

test('named reports that are there, and addresses', () => {
  const plain = createSnapshot(uri, 1, text);
  const missing = plain.report.frontMatter.flatMap(({ entry: { value } }) =>
    value?.text === '没有.nianbao' ? [{ key: 'children' as const, named: value }] : [],
  );
  const snapshot = plain.among({ ...noNeighbours, missing });
  const found = documentLinks(snapshot, { settings: defaultSettings }).map(({ range, target }) => [
    text.slice(snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end)),
    target,
  ]);
  expect(found).toEqual([
    ['../2022/青禾镇.nianbao', `file:///2022/${encodeURIComponent('青禾镇')}.nianbao`],
    ['https://www.example.gov.cn/a?b=1', 'https://www.example.gov.cn/a?b=1'],
    ['www.example.gov.cn', 'http://www.example.gov.cn'],
  ]);
});

test('a text that lies in no folder has no links to reports', () => {
  expect(documentLinks(createSnapshot('untitled:a', 1, text), { settings: defaultSettings })).toHaveLength(2);
});
