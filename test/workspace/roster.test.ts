import { describe, expect, test } from 'vitest';
import { bodyKey, isSameKey } from '../../server/src/forms/body-keys.ts';
import { readSettings } from '../../server/src/workspace/read-settings.ts';
import type { ReportHead, Roster } from '../../server/src/workspace/roster.ts';
import { rosterBody, rosterChildren, submissions } from '../../server/src/workspace/roster.ts';

function rosterOf(list: unknown): Roster {
  const { roster } = readSettings(JSON.stringify({ roster: list }));
  return { source: '/county/nianbao.json', bodies: roster ?? [] };
}

const county = rosterOf([
  { name: '云岭县人民政府', children: '*', file: '县政府/*.nianbao', deadline: '03-31' },
  { name: '云岭县财政局', level: '部门', deadline: '1月31日' },
  '青禾镇人民政府',
  { name: '河湾街道办事处', level: 'sub-district' },
]);

function head(source: string, body: string | null, year = 2024): ReportHead {
  return { source: `/county/${source}`, body, year };
}

describe('a roster', () => {
  test('gives each body with its level, told by its name where none is given, and its deadline', () => {
    expect(county.bodies.map(({ name, level, deadline }) => [name, level, deadline])).toEqual([
      ['云岭县人民政府', 'government', { month: 3, day: 31 }],
      ['云岭县财政局', 'department', { month: 1, day: 31 }],
      ['青禾镇人民政府', 'town', null],
      ['河湾街道办事处', 'sub-district', null],
    ]);
  });

  test('finds a body by what its report calls it, and its children by names or patterns', () => {
    const [top, finance, town] = county.bodies;
    expect(rosterBody(county, '青禾镇')).toBe(town);
    expect(rosterBody(county, '云岭县青禾镇人民政府')).toBe(town);
    expect(rosterBody(county, '财政局')).toBe(finance);
    expect(rosterBody(county, '东山镇')).toBeNull();
    expect(top && rosterChildren(county, top)).toEqual(county.bodies.slice(1));
    const some = rosterOf([
      { name: '云岭县人民政府', children: ['云岭县*局', '青禾镇'] },
      '云岭县财政局',
      '青禾镇人民政府',
      '东山镇',
    ]);
    expect(some.bodies[0] && rosterChildren(some, some.bodies[0]).map(({ name }) => name)).toEqual([
      '云岭县财政局',
      '青禾镇人民政府',
    ]);
  });

  test('says who has submitted: by the body that a report names, or by its file', () => {
    const heads = [
      head('县政府/2024.nianbao', null),
      head('各镇/a.nianbao', '云岭县青禾镇人民政府'),
      head('各镇/b.nianbao', '青禾镇'),
      head('财政局-2023.nianbao', '云岭县财政局', 2023),
    ];
    expect(
      submissions(county, heads, 2024).map(({ body, reports }) => [body.name, reports.map(({ source }) => source)]),
    ).toEqual([
      ['云岭县人民政府', ['/county/县政府/2024.nianbao']],
      ['云岭县财政局', []],
      ['青禾镇人民政府', ['/county/各镇/b.nianbao']],
      ['河湾街道办事处', []],
    ]);
  });
});

test.each([
  ['青禾镇人民政府', '青禾镇', true],
  ['河湾街道办事处', '河湾街道', true],
  ['云岭县青禾镇', '青禾镇人民政府', true],
  ['江南市云岭县财政局', '云岭县财政局', true],
  ['财政局', '云岭县财政局', true],
  ['云岭县人民政府', '云岭县人民政府办公室', false],
  ['云岭县政府办', '云岭县人民政府办公室', true],
  ['东山县财政局', '云岭县财政局', false],
  ['云岭县', '江南市云岭县人民政府', true],
  ['云岭县', '云岭县财政局', false],
  ['江南市', '江南市云岭县', false],
  ['禾镇', '青禾镇', false],
  ['红旗镇', '小红旗镇', false],
])('%s and %s: one body? %s', (one, other, same) => {
  expect(isSameKey(bodyKey(one), bodyKey(other))).toBe(same);
});

test.each([
  ['{"roster": {}}', '[{}] 「roster」应为单位名单：[{"name": "青禾镇人民政府"}]'],
  [
    '{"roster": [1, {}]}',
    '[1] 名单里的一个单位要写名称：{"name": "青禾镇人民政府"}|[{}] 名单里的一个单位要写名称：{"name": "青禾镇人民政府"}',
  ],
  ['{"roster": ["青禾镇", "青禾镇人民政府"]}', '["青禾镇人民政府"] 「青禾镇人民政府」在名单里重复了'],
  [
    '{"roster": [{"name": "青禾镇", "nmae": 1}]}',
    '["nmae"] 名单里没有「nmae」这一项，只有 name、level、file、children、deadline',
  ],
  [
    '{"roster": [{"name": "青禾镇", "level": "村"}]}',
    '["村"] 没有「村」这一层级，只有 政府（government）、政府办公室（government-office）、部门（department）、乡镇（town）、街道（sub-district）',
  ],
  [
    '{"roster": [{"name": "青禾镇", "file": "/a.nianbao"}]}',
    '["/a.nianbao"] 文件写相对于 nianbao.json 的路径，不能是「/a.nianbao」',
  ],
  [
    '{"roster": [{"name": "青禾镇", "deadline": "02-30"}]}',
    '["02-30"] 报送期限写月和日：「01-31」，指报告年度的下一年',
  ],
  ['{"roster": [{"name": "云岭县", "children": ["东山镇"]}]}', '["东山镇"] 所属单位「东山镇」不在名单里'],
  [
    '{"roster": [{"name": "云岭县", "children": [3]}]}',
    '[3] 「children」应为所属单位的名称，可以用 *：["青禾镇人民政府", "云岭县*局"]',
  ],
])('what is wrong in %s', (text, expected) => {
  const { problems } = readSettings(text);
  expect(problems.map(({ span, message }) => `[${text.slice(span.start, span.end)}] ${message.zh}`).join('|')).toBe(
    expected,
  );
});
