// 问题清单 as a workbook: the findings, and the bodies with their states.
import writeXlsx, { type CellObject, type SheetData } from 'write-excel-file/universal';
import type { Language } from '../text/language.ts';
import { type Desk, stateNames } from './desk.ts';
import { openIn, openParts } from './desk-counts.ts';
import { deskTexts } from './desk-texts.ts';
import { problemColumns, problemRows } from './problem-list.ts';

const HEAD_COLOR = '#EAF0F8';
const LINE = { borderColor: '#808080', borderStyle: 'thin' } as const;
const TEXT_LENGTH = 32_767;
const NAME_WIDTH = 30;
const COUNT_WIDTH = 10;

/** The bytes of the workbook. Numbers are numbers; whatever looks like a formula is text. */
export async function problemWorkbook(desk: Desk, language: Language): Promise<Uint8Array> {
  const list = [problemColumns.map(({ head }) => headCell(head[language])), ...problemRows(desk, language).map(cells)];
  const sheets = [
    {
      sheet: deskTexts.problemList[language],
      data: list,
      columns: problemColumns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    },
    bodiesSheet(desk, language),
  ];
  const blob = await writeXlsx(sheets, { fontFamily: 'SimSun', fontSize: 11 }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function bodiesSheet(desk: Desk, language: Language) {
  const parts = openParts(desk);
  const heads = [
    deskTexts.body,
    deskTexts.state,
    deskTexts.errors,
    deskTexts.warnings,
    ...parts.map(({ heading }) => ({ zh: heading, en: heading })),
    deskTexts.noPart,
  ];
  const rows = desk.entries.map((entry) => [
    entry.body,
    stateNames[entry.state][language],
    ...(['error', 'warning'] as const).map(
      (severity) => entry.open.filter((each) => each.severity === severity).length,
    ),
    ...[...parts, null].map((part) => openIn(entry, part).length),
  ]);
  return {
    sheet: deskTexts.bodiesSheet[language],
    data: [heads.map((head) => headCell(head[language])), ...rows.map(cells)],
    columns: heads.map((_, i) => ({ width: i === 0 ? NAME_WIDTH : COUNT_WIDTH })),
    stickyRowsCount: 1,
  };
}

function headCell(text: string): CellObject {
  return { ...textCell(text), fontWeight: 'bold', backgroundColor: HEAD_COLOR };
}

function cells(row: readonly (string | number | null)[]): SheetData[number] {
  return row.map((field) => {
    if (field === null || field === '') return { ...LINE };
    return typeof field === 'number' ? { type: Number, value: field, ...LINE, alignVertical: 'top' } : textCell(field);
  });
}

function textCell(text: string): CellObject {
  return { type: String, value: text.slice(0, TEXT_LENGTH), ...LINE, wrap: true, alignVertical: 'top' };
}
