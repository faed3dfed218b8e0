import { describe, expect, test } from 'vitest';
import type { Form } from '../../server/src/forms/form.ts';
import { fixesOf } from '../../server/src/rules/engine/fix-all.ts';
import { type Finding, ownEdits, type Related } from '../../server/src/rules/engine/rule.ts';
import { arithmeticFindings } from '../support/arithmetic.ts';
import { type Figures, individuals, reportOf } from '../support/figures.ts';
import { editionById } from '../support/forms.ts';

const form = editionById('2021') as Form;
const trialForm = editionById('2019') as Form;

function findingsOf(text: string): readonly Finding[] {
  return arithmeticFindings(text);
}

function requests(figures: Figures): readonly Finding[] {
  return findingsOf(reportOf(form, 'requests', figures));
}

function spanned(text: string, place: Related): string {
  return 'span' in place ? text.slice(place.span.start, place.span.end) : place.file;
}

/** What a finding says, with the cell it stands at and what it is related to. */
function said(text: string): readonly string[] {
  return findingsOf(text).flatMap(({ code, data, message, related }) => [
    `${code} ${data.table}.${data.row}.${data.column} ${data.expected}/${data.found} ${data.difference} ${data.cause ?? '-'}`,
    message().zh,
    message().en,
    ...related().map((place) => `  ${spanned(text, place)} ${place.message().zh}`),
  ]);
}

/** The fixes of the only finding: their titles and the text that each leaves behind in the rows it changes. */
function fixTitles(text: string): readonly string[] {
  const [finding, ...others] = findingsOf(text);
  expect(others).toEqual([]);
  return finding ? fixesOf(finding).map((fix) => `${fix.title.zh} ${fix.certain}`) : [];
}

const city: Figures = {
  received: [3402, 99, 0, 4, 5, 1, 3511],
  'carried-over': [91, 3, 0, 0, 2, 0, 96],
  granted: [1175, 12, 0, 3, 1, 0, 1191],
  'partly-granted': [319, 7, 0, 0, 2, 0, 328],
  'refused.forbidden-by-law': individuals(27),
  'refused.stability': individuals(6),
  'refused.third-party': individuals(38),
  'refused.internal-affairs': individuals(20),
  'refused.deliberative': individuals(9),
  'refused.enforcement-file': individuals(21),
  'refused.administrative-query': [20, 1, 0, 0, 0, 0, 21],
  'unavailable.not-held': [968, 74, 0, 1, 3, 1, 1047],
  'unavailable.not-existing': [26, 2, 0, 0, 0, 0, 28],
  'unavailable.unclear': individuals(3),
  'declined.petition': individuals(305),
  'declined.repeated': individuals(39),
  'declined.excessive': individuals(58),
  'declined.confirmation': individuals(4),
  'other.not-corrected': individuals(40),
  'other.fee-unpaid': individuals(10),
  'other.other': [287, 3, 0, 0, 1, 0, 291],
  total: [3375, 99, 0, 4, 7, 1, 3486],
  'carried-forward': [118, 3, 0, 0, 0, 0, 121],
};

const yearAfter: Figures = {
  received: [3440, 75, 0, 1, 6, 3, 3525],
  'carried-over': [118, 3, 0, 0, 0, 0, 121],
  granted: [1408, 21, 0, 0, 2, 0, 1431],
  'partly-granted': [462, 9, 0, 0, 0, 0, 471],
  'refused.state-secret': individuals(2),
  'refused.forbidden-by-law': individuals(1),
  'refused.stability': individuals(4),
  'refused.third-party': [16, 1, 0, 0, 0, 0, 17],
  'refused.internal-affairs': individuals(21),
  'refused.deliberative': [10, 1, 0, 0, 0, 0, 11],
  'refused.enforcement-file': [21, 2, 0, 0, 0, 0, 23],
  'refused.administrative-query': individuals(13),
  'unavailable.not-held': [859, 33, 0, 0, 3, 2, 897],
  'unavailable.not-existing': [35, 1, 0, 0, 0, 0, 36],
  'unavailable.unclear': individuals(8),
  'declined.petition': [86, 1, 0, 0, 0, 0, 87],
  'declined.repeated': [26, 1, 0, 0, 0, 0, 27],
  'declined.excessive': individuals(3),
  'other.not-corrected': [75, 1, 0, 1, 0, 0, 77],
  'other.fee-unpaid': individuals(38),
  'other.other': [352, 2, 0, 0, 0, 0, 354],
  total: [3440, 73, 0, 1, 5, 2, 3521],
  'carried-forward': [118, 5, 0, 0, 1, 1, 125],
};

/** Four requests, five outcomes: the printed relation holds all the same. */
const oneTooMany: Figures = {
  received: individuals(4),
  granted: individuals(3),
  'partly-granted': individuals(1),
  'unavailable.not-held': individuals(1),
  total: individuals(4),
};

describe('tables that add up', () => {
  test('a city’s real figures', () => {
    expect(requests(city)).toEqual([]);
    expect(requests(yearAfter)).toEqual([]);
  });

  test('nothing but zeros, in either form', () => {
    for (const edition of [form, trialForm]) {
      for (const id of ['requests', 'disputes', 'disclosure'] as const) {
        expect(findingsOf(reportOf(edition, id, {}))).toEqual([]);
      }
    }
  });
});

describe('one cause, one finding', () => {
  test('a total beside the outcomes: reported for the applicants, 总计 is related', () => {
    expect(said(reportOf(form, 'requests', oneTooMany))).toMatchInlineSnapshot(`
      [
        "outcome-total requests.total.person 5/4 -1 -",
        "表三（七）总计 · 自然人：各项合计为 5（予以公开 3 + 部分公开 1 + 本机关不掌握相关政府信息 1），表中填 4，少 1",
        "Table 3 (requests), （七）总计 · 自然人: the entries add up to 5 (予以公开 3 + 部分公开 1 + 本机关不掌握相关政府信息 1), the cell says 4, 1 too few",
        "  3 予以公开 3",
        "  1 部分公开 1",
        "  1 本机关不掌握相关政府信息 1",
        "  4 表三（七）总计 · 总计：各项合计为 5（予以公开 3 + 部分公开 1 + 本机关不掌握相关政府信息 1），表中填 4，少 1",
      ]
    `);
  });

  test('a total of a row that is wrong in its column too: one cell is the cause', () => {
    const figures = { ...city, 'refused.third-party': individuals(38, 83) };
    expect(said(reportOf(form, 'requests', figures))).toMatchInlineSnapshot(`
      [
        "applicant-total requests.refused.third-party.total 38/83 45 digits-swapped",
        "表三（三）不予公开 4.保护第三方合法权益 · 总计：各项合计为 38（自然人 38），表中填 83，多 45，疑为相邻两位数字写颠倒（38 写成 83）",
        "Table 3 (requests), （三）不予公开 4.保护第三方合法权益 · 总计: the entries add up to 38 (自然人 38), the cell says 83, 45 too many; two digits seem to be swapped (83 for 38)",
        "  38 自然人 38",
        "  3486 表三（七）总计 · 总计：各项合计为 3531（予以公开 1191 + 部分公开 328 + 其他法律行政法规禁止公开 27 + 危及“三安全一稳定” 6 + 保护第三方合法权益 83 + 属于三类内部事务信息 20 + 属于四类过程性信息 9 + 属于行政执法案卷 21 等 19 项），表中填 3486，少 45",
      ]
    `);
  });

  test('a cell that is no total', () => {
    const figures = { ...oneTooMany, 'unavailable.not-held': individuals(0), received: individuals(5, 4) };
    expect(said(reportOf(form, 'requests', figures))).toMatchInlineSnapshot(`
      [
        "applicant-total requests.received.person 4/5 1 -",
        "表三 一、本年新收政府信息公开申请数量 · 自然人：表中填 5，改为 4 才与其他各数相符（多 1）：本行各项合计为 5，总计填 4，少 1；本栏一（5）+ 二（0）= 5，三（七）（4）+ 四（0）= 4，相差 1",
        "Table 3 (requests), 一、本年新收政府信息公开申请数量 · 自然人: the cell says 5, but only 4 agrees with the other figures (1 too many): in the row the entries add up to 5, 总计 says 4, 1 too few; in the column 一（5）+ 二（0）= 5; 三（七）（4）+ 四（0）= 4; they differ by 1",
        "  4 总计 4",
        "  4 表三 自然人：一（5）+ 二（0）= 5，三（七）（4）+ 四（0）= 4，相差 1",
      ]
    `);
  });

  test('totals of disputes left at 0: each kind for itself', () => {
    const text = reportOf(form, 'disputes', {
      reconsideration: [10, 1, 0, 0, 0],
      'litigation-after-reconsideration': [5, 0, 0, 0, 0],
    });
    expect(said(text)).toMatchInlineSnapshot(`
      [
        "dispute-total disputes.reconsideration.total 11/0 -11 -",
        "表四 行政复议 · 总计：各项合计为 11（结果维持 10 + 结果纠正 1），表中填 0，少 11",
        "Table 4 (disputes), 行政复议 · 总计: the entries add up to 11 (结果维持 10 + 结果纠正 1), the cell says 0, 11 too few",
        "  10 结果维持 10",
        "  1 结果纠正 1",
        "dispute-total disputes.litigation-after-reconsideration.total 5/0 -5 -",
        "表四 复议后起诉 · 总计：各项合计为 5（结果维持 5），表中填 0，少 5",
        "Table 4 (disputes), 复议后起诉 · 总计: the entries add up to 5 (结果维持 5), the cell says 0, 5 too few",
        "  5 结果维持 5",
      ]
    `);
  });

  test('the balance of a column and of 总计', () => {
    const figures = { received: individuals(4), granted: individuals(5), total: individuals(5) };
    expect(said(reportOf(form, 'requests', figures))).toMatchInlineSnapshot(`
      [
        "request-balance requests.total.person 4/5 1 -",
        "表三 自然人：一（4）+ 二（0）= 4，三（七）（5）+ 四（0）= 5，相差 1",
        "Table 3 (requests), 自然人: 一（4）+ 二（0）= 4; 三（七）（5）+ 四（0）= 5; they differ by 1",
        "  4 本年新收政府信息公开申请数量 4",
        "  0 上年结转政府信息公开申请数量 0",
        "  5 总计 5",
        "  0 结转下年度继续办理 0",
        "  5 表三 总计：一（4）+ 二（0）= 4，三（七）（5）+ 四（0）= 5，相差 1",
      ]
    `);
  });

  test('two independent causes in one table', () => {
    const figures = { ...city, granted: [1157, 12, 0, 3, 1, 0, 1191], 'carried-over': [91, 3, 0, 0, 2, 0, 69] };
    expect(requests(figures).map(({ data }) => `${data.row}.${data.column} ${data.expected} ${data.cause}`)).toEqual([
      'carried-over.total 96 digits-swapped',
      'granted.person 1175 digits-swapped',
    ]);
  });

  test('two rows whose 总计 is off: the column 总计 only follows', () => {
    const figures = {
      ...oneTooMany,
      granted: individuals(2),
      received: individuals(4, 6),
      'carried-over': individuals(0, 1),
    };
    const found = requests(figures);
    expect(found.map(({ code, data }) => `${code} ${data.row}.${data.column}`)).toEqual([
      'applicant-total received.total',
      'applicant-total carried-over.total',
    ]);
    expect(found.every(({ related }) => related().some((place) => place.message().zh.startsWith('表三 总计：')))).toBe(
      true,
    );
  });
});

describe('what cannot be evaluated stays silent', () => {
  test.each(['', '/', '无', '若干', '-4', '4.5'])('a cell with %j', (value) => {
    expect(requests({ ...city, granted: [value, 12, 0, 3, 1, 0, 1191] })).toEqual([]);
  });

  test('a row with too few cells', () => {
    const text = reportOf(form, 'requests', oneTooMany).replace(/(（一）予以公开.*?\|.*?)\|[^|]*\|\n/, '$1|\n');
    expect(findingsOf(text)).toEqual([]);
  });

  test('a row that is absent', () => {
    const text = reportOf(form, 'requests', oneTooMany).replace(/.*（一）予以公开.*\n/, '');
    expect(findingsOf(text)).toEqual([]);
  });

  test('what can be is reported beside it', () => {
    const found = requests({ ...oneTooMany, granted: [3, '', 0, 0, 0, 0, 3] });
    expect(found.map(({ code, data }) => `${code} ${data.row}.${data.column}`)).toEqual(['outcome-total total.person']);
  });
});

describe('suspected causes', () => {
  const cause = (figures: Figures) => requests(figures).map(({ data }) => data.cause ?? null);
  const plain: Figures = {
    received: individuals(12),
    granted: individuals(5),
    'declined.petition': individuals(7),
    total: individuals(12),
  };

  test('an addend left out of the total, or counted twice', () => {
    expect(
      findingsOf(reportOf(form, 'disputes', { reconsideration: [10, 3, 0, 0, 10] })).map(({ data }) => data.cause),
    ).toEqual(['left-out']);
    expect(
      findingsOf(reportOf(form, 'disputes', { reconsideration: [10, 3, 0, 0, 16] })).map(({ data }) => data.cause),
    ).toEqual(['counted-twice']);
  });

  test('two digits swapped', () => {
    expect(cause({ ...plain, received: individuals(12, 21) })).toEqual(['digits-swapped']);
  });

  test('a value one column beside its own', () => {
    expect(cause({ ...plain, 'declined.petition': [0, 7, 0, 0, 0, 0, 7] })).toEqual(['neighbouring-column']);
  });

  test('a number split in two', () => {
    const figures = { received: individuals(20), granted: [2, 0, 0, 0, 0, 0, 20], total: individuals(20) };
    expect(cause(figures)).toEqual(['split-number']);
  });

  test('none where several would do', () => {
    expect(cause(oneTooMany)).toEqual([null]);
  });
});

describe('fixes', () => {
  test('are alternatives that say what they break', () => {
    expect(fixTitles(reportOf(form, 'requests', oneTooMany))).toMatchInlineSnapshot(`
      [
        "（一）予以公开 · 自然人 3→2，总计 3→2；改后勾稽关系全部相符 false",
        "（二）部分公开 · 自然人 1→0，总计 1→0；改后勾稽关系全部相符 false",
        "（四）无法提供 1.本机关不掌握相关政府信息 · 自然人 1→0，总计 1→0；改后勾稽关系全部相符 false",
        "（七）总计 · 自然人 4→5，总计 4→5；改后「自然人」各项合计 = 总计、「总计」各项合计 = 总计相符，「自然人」一+二=三（七）+四、「总计」一+二=三（七）+四变为不符 false",
      ]
    `);
  });

  test('of one cell: its value', () => {
    const figures = { ...city, 'refused.third-party': individuals(38, 83) };
    expect(fixTitles(reportOf(form, 'requests', figures))).toMatchInlineSnapshot(`
      [
        "改为 38；改后勾稽关系全部相符 false",
      ]
    `);
  });

  test('leave no finding where they say that all holds', () => {
    const text = reportOf(form, 'requests', oneTooMany);
    const [finding] = findingsOf(text);
    const fixes = finding ? fixesOf(finding) : [];
    const holding = fixes.filter(({ title }) => title.zh.includes('全部相符'));
    expect(holding.length).toBeGreaterThan(0);
    for (const fix of holding) {
      const fixed = [...ownEdits(fix)]
        .sort((a, b) => b.span.start - a.span.start)
        .reduce((left, edit) => left.slice(0, edit.span.start) + edit.text + left.slice(edit.span.end), text);
      expect(findingsOf(fixed)).toEqual([]);
    }
  });
});
