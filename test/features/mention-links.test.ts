import { expect, test } from 'vitest';
import { definition } from '../../server/src/features/definition.ts';
import { documentHighlight } from '../../server/src/features/document-highlight.ts';
import { hover } from '../../server/src/features/hover.ts';
import { references } from '../../server/src/features/references.ts';
import { inCell, shown } from './linked.ts';
import { at, cleanReport, withLine } from './support.ts';

const settings = { rules: {} };
const told = withLine(
  '（二）',
  '（二）依申请公开。本年新收政府信息公开申请8件，不予公开1件；未发生行政复议、行政诉讼。',
);

/** The report with the cursor before the first place where `text` stands. */
function before(text: string, report = told): string {
  return report.replace(text, `$0${text}`);
}

function places(marked: string) {
  const { snapshot, offset } = at(marked);
  return {
    definition: shown(definition(snapshot, { offset, settings }), told),
    references: shown(references(snapshot, { offset, settings, includeDeclaration: false }), told),
    lit: documentHighlight(snapshot, { offset, settings })?.map(({ range }) =>
      snapshot.text.slice(snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end)),
    ),
  };
}

test('from a number to the cell that it means', () => {
  expect(places(before('8件，不予'))).toEqual({
    definition: ['一、本年新 8'],
    references: ['一、本年新 8'],
    lit: ['8', '8'],
  });
});

test('from a number to all that it sums up, and from a denial', () => {
  expect(places(before('1件；未')).definition).toHaveLength(8);
  expect(places(before('未发生行')).definition).toEqual(['行政复议 1', '未经复议直 0', '复议后起诉 0']);
});

test('from a cell to the numbers that may mean it', () => {
  const cell = places(inCell('| 一、本年新收', 7, told));
  expect(cell.references?.filter((place) => place.startsWith('（二）'))).toEqual(['（二）依申 8']);
  expect(cell.lit?.[0]).toBe('8');
  expect(places(inCell('| 一、本年新收', 2, told)).references?.filter((place) => place.startsWith('（二）'))).toEqual(
    [],
  );
});

async function hovered(marked: string, language: 'zh' | 'en' = 'zh') {
  const { snapshot, offset } = at(marked);
  const found = await hover(snapshot, { offset, settings, language, markdown: false, commandLinks: false });
  return (found?.contents as { value: string } | undefined)?.value;
}

test('hover of a number: the cell, its value, whether both agree', async () => {
  expect(await hovered(before('8件，不予'))).toBe('- 表三 本年新收政府信息公开申请数量：8\n\n与表格一致');
  expect(await hovered(before('未发生行'))).toContain('与表格不一致');
  expect(await hovered(before('8件，不予'), 'en')).toContain('The tables agree');
});

test('hover of a cell: the sentence that tells it', async () => {
  expect(await hovered(inCell('| 一、本年新收', 7, told))).toContain('正文里写到：\n\n- ');
  expect(await hovered(inCell('| 一、本年新收', 2, told))).not.toContain('正文里写到');
});

test('a number that means no cell leads nowhere', () => {
  const report = withLine('（四）', '（四）政府信息公开平台建设。全年更新信息120条。', cleanReport);
  const { snapshot, offset } = at(before('120条', report));
  expect(definition(snapshot, { offset, settings })).toBeNull();
});
