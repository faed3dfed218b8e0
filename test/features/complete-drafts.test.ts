import { expect, test } from 'vitest';
import { completion } from '../../server/src/features/completion.ts';
import { applied, at, withLine } from './support.ts';

const options = { language: 'zh', settings: { rules: {} }, snippets: false } as const;

function items(marked: string, snippets = false) {
  const { snapshot, offset } = at(marked);
  const found = completion(snapshot, { ...options, offset, snippets }).filter(({ detail }) => detail !== undefined);
  return { snapshot, found };
}

const empty = withLine('（二）', '（二）依申请公开。$0');

test('requests and disputes as the tables have them, in several wordings', () => {
  const { snapshot, found } = items(empty);
  expect(found.map(({ detail, documentation }) => `${detail} ${documentation}`)).toMatchInlineSnapshot(`
    [
      "收到和处理申请 2023年新收政府信息公开申请8件，上年结转1件；予以公开4件，部分公开1件，不予公开1件，无法提供2件，不予处理0件，其他处理0件，结转下年度继续办理1件。",
      "收到和处理申请 2023年新收政府信息公开申请8件，上年结转1件，予以公开4件，部分公开1件，不予公开1件，无法提供2件，结转下年度继续办理1件。",
      "收到和处理申请 2023年新收政府信息公开申请8件，其中自然人6件，法人或者其他组织2件；上年结转1件。本年办结8件，其中予以公开4件，部分公开1件，不予公开1件，无法提供2件，不予处理0件，其他处理0件；结转下年度继续办理1件。",
      "行政复议、行政诉讼 因政府信息公开被申请行政复议1件，未发生因政府信息公开引发的行政诉讼。",
    ]
  `);
  const edit = found[0]?.textEdit;
  if (!edit || !('range' in edit)) throw new Error('no edit');
  expect(applied(snapshot, [edit])).toContain('\n（二）依申请公开。2023年新收政府信息公开申请8件，');
});

test('narrowed by what is typed behind the last full stop: words, initials, the matter', () => {
  const typed = (text: string) => items(empty.replace('$0', `${text}$0`)).found.map(({ detail }) => detail);
  expect(new Set(typed('行政复议'))).toEqual(new Set(['行政复议、行政诉讼']));
  expect(new Set(typed('fyss'))).toEqual(new Set(['行政复议、行政诉讼']));
  expect(new Set(typed('有关情况如下。共收到'))).toEqual(new Set([]));
  expect(new Set(typed('有关情况如下。新收'))).toEqual(new Set(['收到和处理申请']));
});

test('not before other words', () => {
  expect(items(empty.replace('$0', '$0本年办理情况良好。')).found).toEqual([]);
});

test('the amount that no table tells is a gap, or a placeholder that is found', () => {
  const cursor = withLine('六、', '六、其他需要报告的事项\n\n$0');
  const written = (snippets: boolean) =>
    items(cursor, snippets)
      .found.filter(({ detail }) => detail === '信息处理费')
      .map(({ textEdit }) => textEdit?.newText);
  expect(written(true)).toEqual(['2023年，本机关依据《政府信息公开信息处理费管理办法》收取信息处理费$1元。']);
  expect(written(false)).toEqual(['2023年，本机关依据《政府信息公开信息处理费管理办法》收取信息处理费××元。']);
});

test('nothing of cells that are blank', () => {
  const blank = empty.replace(/(\| 四、结转下年度继续办理 .*\|)\s*1 \|/, '$1  |');
  expect(new Set(items(blank).found.map(({ detail }) => detail))).toEqual(new Set(['行政复议、行政诉讼']));
});
