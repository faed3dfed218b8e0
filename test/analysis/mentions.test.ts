import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mentions } from '../../server/src/analysis/mentions.ts';
import { readParagraph } from '../../server/src/analysis/paragraph-mentions.ts';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { standardForms } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { type GoldParagraph, resultOf, valuesBy, warnedOf } from '../support/mention-gold.ts';
import { scoreOf } from '../support/mention-score.ts';

const forms = standardForms();

/** The mentions of a paragraph that have a reading: `12 received | received+carried-over`. */
function read(text: string, year = 2023): readonly string[] {
  const { mentions: said } = readParagraph(text, { form: forms.newest, words: forms.words, year });
  return said
    .filter(({ readings }) => readings.length > 0)
    .map(({ span, readings, weak, approx }) => {
      const cells = readings.map((formula) => formula.text.replace(/requests\.|disclosure\.|disputes\.|\.total/g, ''));
      return `${text.slice(span.start, span.end)}${weak ? '?' : ''}${approx ? '~' : ''} ${cells.join(' | ')}`;
    });
}

/** All columns of organizations in these rows. */
function organizations(...rows: readonly string[]): string {
  const columns = ['company', 'research', 'nonprofit', 'legal-service', 'other-organization'];
  return rows.flatMap((row) => columns.map((column) => `${row}.${column}`)).join('+');
}

describe('a number in the text means', () => {
  test.each([
    ['全年共收到政府信息公开申请12件。', ['12 received | received+carried-over']],
    ['本年新收政府信息公开申请十二件。', ['十二 received']],
    ['本年度新收到政府信息公开申请12件，上年结转1件。', ['12 received', '1 carried-over']],
    ['新收政府信息公开申请12件，已全部办结12件。', ['12 received', '12 total']],
    ['答复政府信息公开申请12件，全部按规定办结。', ['12 total', '全部? carried-forward=0']],
    [
      '新收政府信息公开申请12件，本年度办理结果总计11件，结转下年度继续办理1件。',
      ['12 received', '11 total', '1 carried-forward'],
    ],
    [
      '受理的12件申请中，11件来自自然人。',
      ['12 received | received+carried-over', '11 received.person | received.person+carried-over.person'],
    ],
    ['收到政府信息公开申请12件，答复类型为予以公开12件。', ['12 received | received+carried-over', '12 granted']],
    [
      '被提起行政复议2件，结果为维持1件、纠正1件。',
      ['2 reconsideration', '1 reconsideration.upheld', '1 reconsideration.corrected'],
    ],
    [
      '共受理公民、法人和其他组织提出的政府信息公开申请 3 件，答复 2 件。',
      ['3 received | received+carried-over', '2 total'],
    ],
    ['收到申请6件（含上年结转1件）。', ['6 received | received+carried-over', '1 carried-over']],
    ['收到依申请公开事项110余件。', ['110~ received | received+carried-over']],
    ['因本机关不掌握等原因无法提供8件，予以公开及部分公开6件。', ['8 sum(unavailable.*)', '6 granted+partly-granted']],
    [
      '发生政府信息公开行政复议5起、行政诉讼2起。',
      ['5 reconsideration', '2 litigation-direct+litigation-after-reconsideration'],
    ],
    ['全年未收到政府信息公开申请。', ['未收到 received']],
    ['收到政府信息公开申请3件，全部按规定办结。', ['3 received | received+carried-over', '全部 carried-forward=0']],
    ['收到政府信息公开申请3件，均在法定期限内答复。', ['3 received | received+carried-over', '均? carried-forward=0']],
    ['收到政府信息公开申请3件，1件结转下年度。', ['3 received | received+carried-over', '1 carried-forward']],
    [
      '制发行政规范性文件4件，废止1件，现行有效9件。',
      ['4 normative-documents.made', '1 normative-documents.repealed', '9 normative-documents.in-force'],
    ],
    [
      '收到政府信息公开申请3件，申请人为自然人的2件，为法人或其他组织的1件。',
      [
        '3 received | received+carried-over',
        '2 received.person | received.person+carried-over.person',
        `1 ${organizations('received')} | ${organizations('received', 'carried-over')}`,
      ],
    ],
    [
      '共收到8件依申请公开申请，其中7件为自然人申请。',
      ['8 received | received+carried-over', '7 received.person | received.person+carried-over.person'],
    ],
    ['全年共登记办理依申请公开15件，按期答复14件。', ['15 received | received+carried-over | total', '14 total']],
    ['全年收到并答复政府信息公开申请8件。', ['8 received | received+carried-over | total']],
    [
      '收到政府信息公开申请12件，其中网络申请11件，申请办结数8件，结转下一年办理1件。',
      ['12 received | received+carried-over', '8 total', '1 carried-forward'],
    ],
    [
      '收到政府信息公开申请8件，办结7件，结转1件。',
      ['8 received | received+carried-over', '7 total', '1 carried-forward | carried-over'],
    ],
    ['尚有2件依申请公开件结转到下一年度答复。', ['2 carried-forward']],
    ['依申请公开办理情况：当面申请、网络申请、信函申请均无。', ['均无 received']],
    ['未收到申请，网络、信函等渠道均无。', ['未收到 received', '均无 received']],
    ['2023年度依申请公开零申请。', ['零 received']],
    ['本年度收到的政府信息公开申请数量为零。', ['收到 received']],
    [
      '收到政府信息公开申请3件。属于行政查询事项不予公开的2件。',
      ['3 received | received+carried-over', '2 refused.administrative-query | sum(refused.*)'],
    ],
    ['政府信息公开行政诉讼未经复议直接起诉2件。', ['2 litigation-direct']],
    [
      '收到企业提交的政府信息公开申请1件。',
      [
        `1? received | received+carried-over | received.company | received.company+carried-over.company | ${organizations('received')} | ${organizations('received', 'carried-over')}`,
      ],
    ],
    ['全镇制定并公开行政规范性文件4件。', ['4? normative-documents.made']],
    ['未制定、废止行政规范性文件。', ['未 normative-documents.made+normative-documents.repealed']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a number means no cell', () => {
  test.each([
    '2022年收到政府信息公开申请12件。',
    '上半年收到政府信息公开申请12件。',
    '全国收到政府信息公开申请12件。',
    '区政府办代表区政府受理政府信息公开申请12件。',
    '县长热线办理有序，办结12件。',
    '其中网络申请3件，信函申请2件。',
    '主动公开18件，不予公开112件。',
    '尚不知道怎样理解的政府信息公开申请12件。',
    '受理群众申请事项520件，办结515件。',
    '依申请办理事项3200件，办结3190件。',
    '受理案件35件，上年结转案件4件，办结36件，结转下年3件。',
    '县教育局收到政府信息公开申请4件，县财政局收到5件。',
    '部分乡镇未收到政府信息公开申请。',
    '受理行政复议申请35件，其中维持20件。',
    '全年办结新收申请36件。',
    '综合行政执法队作出行政处罚6件。',
    '乡镇收到政府信息公开申请6件，各部门收到12件。',
    '行政应诉案件12件，败诉0件。',
    '网络、信函等渠道均无投诉。',
    '其中网络申请无。',
    '依申请公开渠道畅通，零投诉。',
    '受理并办结行政许可申请316件。',
    '登记办理失业保险申请56件。',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test.each([
  ['收到政府信息公开申请12件。便民服务中心办理各类事项4210件，办结率100%。', ['12 received | received+carried-over']],
  ['收到政府信息公开申请12件。行政处罚复议5件，诉讼1件。', ['12 received | received+carried-over']],
  ['收到政府信息公开申请12件。受理案件35件，办结36件。', ['12 received | received+carried-over']],
  ['答复政府信息公开申请12件，其中3件被提起行政复议。', ['12 total']],
  ['上年结转政府信息公开申请5件，办结5件。', ['5 carried-over', '5? total']],
])('another matter after requests: %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('what a paragraph says is remembered by its text', () => {
  const text = '# 青禾镇2023年政府信息公开工作年度报告\n\n一、总体情况\n\n全年共收到政府信息公开申请12件。\n';
  const [before] = mentions(subjectOf(readReport(text)));
  const [after] = mentions(subjectOf(readReport(text.replace('一、', '\n一、'))));
  expect(after?.readings).toBe(before?.readings);
  expect(after?.span.start).toBe((before?.span.start ?? 0) + 1);
});

describe('prose that means no cell is silent', () => {
  const root = join(import.meta.dirname, '../fixtures/prose');
  const lines = readFileSync(join(root, 'without-cells.txt'), 'utf8').trim().split('\n');
  let next = 4000;
  const values = valuesBy(forms.newest, () => next++);

  test.each([
    '',
    '（二）依申请公开情况。',
    '全年共收到政府信息公开申请约4000件。',
    '全年共收到政府信息公开申请约4000件，办结约3000件；',
    '发生行政复议约100件，',
    '制发行政规范性文件约100件，',
    '其中，予以公开约3000件，',
  ])('after «%s»', (before) => {
    const warned = warnedOf(
      lines.map((line) => before + line),
      values,
    );
    expect(warned).toEqual([]);
  });
});

test('what no report is as long as is passed over, and what stands behind it is read', () => {
  const long = '收到申请5件，办结5件；'.repeat(20_000);
  const text = `# 青禾镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n${long}\n\n全年收到政府信息公开申请3件。\n`;
  expect(mentions(subjectOf(readReport(text))).map(({ value }) => value)).toEqual([3]);
});

const shared = join(import.meta.dirname, '../../../shared/reports/mentions.jsonl');

describe.skipIf(!existsSync(shared))('labelled prose of real reports', () => {
  const all = existsSync(shared) ? readFileSync(shared, 'utf8').trim().split('\n') : [];
  const gold = all.map((line) => JSON.parse(line) as GoldParagraph);

  test.each([
    ['real', gold.filter(({ source }) => source !== 'synthetic')],
    ['synthetic', gold.filter(({ source }) => source === 'synthetic')],
  ])('%s', (_, paragraphs) => {
    const score = scoreOf(paragraphs, resultOf);
    expect(score.falseAlarms).toEqual([]);
    expect(score.wrong).toEqual([]);
    expect(score.linked / score.asked).toBeGreaterThanOrEqual(0.85);
    expect(score.found / score.contradicted).toBeGreaterThanOrEqual(0.75);
  });
});
