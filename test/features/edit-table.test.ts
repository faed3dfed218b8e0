import { describe, expect, test } from 'vitest';
import { copyCells } from '../../server/src/features/copy-cells.ts';
import { type EditTableOptions, editTable } from '../../server/src/features/edit-table.ts';
import { pasteCells } from '../../server/src/features/paste-block.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { applied, uri } from './support.ts';

const disputes = `四、政府信息公开行政复议、行政诉讼情况

|                  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议         |        1 |        2 |        3 |        4 |   10 |
| 未经复议直接起诉 |        5 |          |        0 |          |      |
| 复议后起诉       |          |          |          |          |      |
`;

/** A text whose selection is the stretch between two `$`, or the cursor at one, and its range. */
function selected(marked: string) {
  const [before = '', ...rest] = marked.split('$');
  const [inside, after] = rest.length > 1 ? [rest[0] ?? '', rest[1] ?? ''] : ['', rest[0] ?? ''];
  const snapshot = createSnapshot(uri, 1, before + inside + after);
  const range = {
    start: snapshot.lines.positionAt(before.length),
    end: snapshot.lines.positionAt(before.length + inside.length),
  };
  return { snapshot, range };
}

function edit(marked: string, action: EditTableOptions['action'], scope: EditTableOptions['scope'] = 'table') {
  const { snapshot, range } = selected(marked);
  const result = editTable(snapshot, { range, action, scope, language: 'zh', settings: { rules: {} } });
  return { text: applied(snapshot, result?.edits ?? []), message: result?.message ?? null };
}

function paste(marked: string, clipboard: { readonly text?: string; readonly html?: string }) {
  const { snapshot, range } = selected(marked);
  const { text = null, html = null } = clipboard;
  const result = pasteCells(snapshot, { range, html, text, language: 'zh', labels: 'short' });
  if (!result) return null;
  return { text: applied(snapshot, [{ range, newText: result.insertText }, ...result.edits]), note: result.note };
}

/** The text with one row changed. */
function changed(row: string, text = disputes): string {
  const [label = ''] = row.slice(2).split(' ');
  return text.replace(new RegExp(`\\n\\| ${label} .*`), `\n${row}`);
}

describe('filling blanks with 0', () => {
  test('fills addends, and totals with their sum', () => {
    const { text, message } = edit(disputes.replace('| 复议后', '| $复议后'), 'fillBlanks');
    expect(text).toBe(
      changed(
        '| 复议后起诉       |        0 |        0 |        0 |        0 |    0 |',
        changed('| 未经复议直接起诉 |        5 |        0 |        0 |        0 |    5 |'),
      ),
    );
    expect(message).toBe('已填 6 个 0、2 个合计');
  });

  test('only in the block that is selected', () => {
    const { text } = edit(
      disputes.replace('5 |          |', '5 |      $    |').replace('0 |          |      |', '0 |       $   |      |'),
      'fillBlanks',
    );
    expect(text).toBe(changed('| 未经复议直接起诉 |        5 |        0 |        0 |        0 |      |'));
  });

  test('from outside of tables in all of them', () => {
    const { text, message } = edit(`$${disputes}`, 'fillBlanks');
    expect(text).not.toMatch(/\| +(?=\|\n)/);
    expect(message).toBe('已填 6 个 0、2 个合计');
    expect(edit(`$${disputes}`, 'clearValues')).toEqual({ text: disputes, message: null });
  });

  test('a total whose addends are no numbers stays blank', () => {
    const { text, message } = edit(disputes.replace('5 |          |', '甲 |$          |'), 'fillBlanks');
    expect(text).toContain('甲 |        0 |        0 |        0 |      |');
    expect(message).toContain('1 个合计算不出，仍空着');
  });
});

describe('recomputing totals', () => {
  const wrong = disputes
    .replace('   10 |', '   11 |')
    .replace('|          |        0 |          |      |', '|        0 |        0 |        0 |    7 |');

  test('of the table: those that can be told', () => {
    const { text, message } = edit(wrong.replace('| 行政', '| $行政'), 'recomputeTotals');
    expect(text).toContain('4 |   10 |');
    expect(text).toContain('0 |    5 |');
    expect(text).toContain('| 复议后起诉       |          |          |          |          |      |');
    expect(message).toBe('已重算 2 个合计');
  });

  test('of the row alone, and of the report wherever the cursor is', () => {
    const row = edit(wrong.replace('| 行政', '| $行政'), 'recomputeTotals', 'row').text;
    expect(row).toContain('4 |   10 |');
    expect(row).toContain('0 |    7 |');
    expect(edit(`$${wrong}`, 'recomputeTotals', 'report').message).toBe('已重算 2 个合计');
    expect(edit(`$${wrong}`, 'recomputeTotals').message).toBeNull();
  });

  test('sums of sums, from the bottom up', () => {
    const { text } = edit(
      `三、收到和处理政府信息公开申请情况

| 表三 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| （一）予以公开$ | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
| （二）部分公开 | 1 | 1 | 0 | 0 | 0 | 0 | 9 |
`,
      'recomputeTotals',
    );
    expect(text).toContain('| 1 | 1 | 0 | 0 | 0 | 0 | 2 |');
  });

  test('says where nothing was wrong', () => {
    expect(edit(disputes.replace('| 行政', '| $行政'), 'recomputeTotals').message).toBe('合计都对，没有改动');
  });
});

describe('clearing values', () => {
  test('leaves labels and bars', () => {
    const { text, message } = edit(disputes.replace('| 行政', '| $行政').replace('5 |', '5 $|'), 'clearValues');
    expect(text).toBe(
      changed(
        '| 未经复议直接起诉 |          |          |        0 |          |      |',
        changed('| 行政复议         |          |        2 |        3 |        4 |   10 |'),
      ),
    );
    expect(message).toBe('已清除 2 个数');
  });
});

describe('inserting a row', () => {
  test('puts in the next row of the form that is missing', () => {
    const short = disputes.replace(/\| 未经.*\n/, '');
    const { text, message } = edit(short.replace('| 行政', '| $行政'), 'insertRow');
    expect(text.split('\n')[4]).toMatch(/^\| 未经复议直接起诉 \|( +\|){5}$/);
    expect(message).toBe('已插入「未经复议直接起诉」一行');
  });

  test('puts in a blank one where none is missing', () => {
    const { text } = edit(disputes.replace('| 行政', '| $行政'), 'insertRow');
    expect(text.split('\n')[4]).toBe('|                  |          |          |          |          |      |');
  });
});

describe('copying cells', () => {
  test('copies the block that the selection touches', () => {
    const { snapshot, range } = selected(
      disputes.replace('|        1 |        2', '|    $    1 |        2').replace('5 |          |', '5 |     $     |'),
    );
    expect(copyCells(snapshot, range)).toBe('1\t2\n5\t\n');
  });

  test('copies labels where it begins in them', () => {
    const { snapshot, range } = selected(
      disputes.replace('行政复议  ', '行$政复议  ').replace('        2 |', '       $2 |'),
    );
    expect(copyCells(snapshot, range)).toBe('行政复议\t1\t2\n');
  });

  test('copies nothing outside tables', () => {
    const { snapshot, range } = selected(`$${disputes}`);
    expect(copyCells(snapshot, range)).toBeNull();
  });
});

describe('pasting a block', () => {
  const inBlank = disputes.replace('| 复议后起诉       |          |', '| 复议后起诉       |       $   |');

  test('fills the rectangle from the cell at the cursor', () => {
    const result = paste(disputes.replace('5 |          |', '5 |     $     |'), { text: '7\t8\r\n9\t10\r\n' });
    expect(result?.text).toBe(
      changed(
        '| 复议后起诉       |          |        9 |       10 |          |      |',
        changed('| 未经复议直接起诉 |        5 |        7 |        8 |          |      |'),
      ),
    );
    expect(result?.note).toBeNull();
  });

  test('takes the place of a selected value', () => {
    const result = paste(disputes.replace('   10 |', '   $10$ |'), { text: '"1,234"\t5\n' });
    expect(result?.text).toBe(disputes.replace('   10 |', ' 1234 |'));
    expect(result?.note).toBe('1 格没有填入（超出表格，或者不是数）：5');
  });

  test('takes the place of a selection over several cells', () => {
    const marked = disputes.replace('|        1 |        2', '|        $1 |        2').replace('5 |  ', '5 | $ ');
    const result = paste(marked, { text: '7\t8\n9\t6\n' });
    expect(result?.text).toBe(
      changed(
        '| 未经复议直接起诉 |        9 |        6 |        0 |          |      |',
        changed('| 行政复议         |        7 |        8 |        3 |        4 |   10 |'),
      ),
    );
  });

  test('says what did not fit: words, and what is below the last row', () => {
    const result = paste(inBlank, { text: '3\t无法统计\n4\t5\n' });
    expect(result?.text).toBe(changed('| 复议后起诉       |        3 |          |          |          |      |'));
    expect(result?.note).toBe('3 格没有填入（超出表格，或者不是数）：无法统计、4、5');
  });

  test('blank cells and blank rows change nothing and keep their place', () => {
    const result = paste(disputes.replace('|        1 |', '|      $  1 |'), { text: '\t7\n\t\n8\t\n' });
    expect(result?.text).toBe(
      changed(
        '| 复议后起诉       |        8 |          |          |          |      |',
        changed('| 行政复议         |        1 |        7 |        3 |        4 |   10 |'),
      ),
    );
  });

  test('of a spreadsheet’s or Word’s page', () => {
    const html = '<table><tr><td>７</td><td>8</td></tr></table>';
    expect(paste(inBlank, { html, text: '７ 8' })?.text).toBe(
      changed('| 复议后起诉       |        7 |        8 |          |          |      |'),
    );
  });

  test('a column of numbers as plain lines', () => {
    const result = paste(disputes.replace('|        1 |', '|      $  1 |'), { text: '7\r\n8\r\n' });
    expect(result?.text).toContain('| 行政复议         |        7 |');
    expect(result?.text).toContain('| 未经复议直接起诉 |        8 |');
  });

  test('rows as wide as the table’s go in from the first column', () => {
    expect(paste(inBlank.replace('|       $   |', '|          |   $'), { text: '1\t2\t3\t4\t10' })?.text).toBe(
      changed('| 复议后起诉       |        1 |        2 |        3 |        4 |   10 |'),
    );
  });

  test('a table with the form’s labels goes to its rows, though a value is selected', () => {
    const result = paste(disputes.replace('   10 |', '   $10$ |'), { text: '行政复议\t9\t8\t7\t6\t30\n' });
    expect(result?.text).toBe(changed('| 行政复议         |        9 |        8 |        7 |        6 |   30 |'));
  });

  test('a longer number takes more room in its row alone', () => {
    const result = paste(disputes.replace('   10 |', '   $10$ |'), { text: '123456\n7\n' });
    expect(result?.text).toBe(
      disputes.replace('   10 |', ' 123456 |').replace('0 |          |      |', '0 |          |    7 |'),
    );
  });

  test('a single number or words without cells are pasted as they are', () => {
    expect(paste(inBlank, { text: '12' })).toBeNull();
    expect(paste(inBlank, { text: '没有\n发生' })).toBeNull();
  });
});
