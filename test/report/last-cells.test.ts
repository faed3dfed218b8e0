import { describe, expect, test } from 'vitest';
import { withLastCells } from '../../server/src/report/last-cells.ts';
import { parse } from '../../server/src/syntax/parse.ts';

function cellsIn(text: string): readonly string[] {
  return withLastCells(parse(text)).lines.map((line) =>
    line.kind === 'row' ? line.cells.map((cell) => cell.text).join('·') : line.kind,
  );
}

describe('a bar at the end of a row', () => {
  test('parts a blank cell where the rows around have no outer bars', () => {
    expect(cellsIn('甲 | 1 | 2\n乙 | 3 |\n丙 | 5 | 6')).toEqual(['甲·1·2', '乙·3·', '丙·5·6']);
    expect(cellsIn('甲 | 1 | 2\n\n乙 | 3 | | \n// 注\n丙 | 5 | 6')).toEqual([
      '甲·1·2',
      'blank',
      '乙·3··',
      'comment',
      '丙·5·6',
    ]);
  });
  test('closes the row where most rows end so, or one has bars around it', () => {
    expect(cellsIn('甲 | 1 |\n乙 | 3 |\n丙 | 5 | 6')).toEqual(['甲·1', '乙·3', '丙·5·6']);
    expect(cellsIn('| 甲 | 1 | 2 |\n乙 | 3 |\n丙 | 5 | 6')).toEqual(['甲·1·2', '乙·3', '丙·5·6']);
    expect(cellsIn('甲 | 1 |')).toEqual(['甲·1']);
  });
  test('is judged by the rows of one part', () => {
    expect(cellsIn('甲 | 1 |\n乙 | 1 |\n二、主动公开\n丙 | 5 | 6\n丁\n丁 | 5 | 6\n戊 | 1 |')).toEqual([
      '甲·1',
      '乙·1',
      'section',
      '丙·5·6',
      'text',
      '丁·5·6',
      '戊·1·',
    ]);
  });
});
