// The words by which the prose names documents, decisions and fees, each beside the cells that it means.
import { listed } from '../text/any-of.ts';
import type { Quantity, QuantityWords } from './quantities.ts';

const disclosed = (row: string, column: string): Quantity => ({
  table: 'disclosure',
  readings: [[row]],
  columns: [column],
});

export const documentWords: readonly QuantityWords[] = [
  {
    words: ['行政规范性文件', '规范性文件', '政府规范性文件', '部门规范性文件'],
    quantity: disclosed('normative-documents', 'made'),
  },
  { words: ['规章', '政府规章', '市政府规章', '省政府规章', '部门规章'], quantity: disclosed('regulations', 'made') },
];

/** What is done with documents: the column that it counts in. */
export const documentColumns: readonly {
  readonly words: readonly string[];
  readonly columns: readonly string[];
}[] = [
  {
    words: listed(`
      制发 制定 出台 新制定 制定出台 新制发 制定发布 制定印发 制定并发布 本年制发 本年度制发 新出台 制定、发布
      制订 新制订 颁布 制定下发 制定实施 新增制发 制发出台 本年新制发 当年制发 新发布 制定、印发 制发、制定
    `),
    columns: ['made'],
  },
  {
    words: ['废止', '宣布废止', '本年废止', '本年度废止'],
    columns: ['repealed'],
  },
  {
    words: listed(`
      现行有效 继续有效 确定继续有效 确认继续有效 保留有效 目前有效 现存有效 现有有效 保持有效 目前现行有效 现行
      保留继续有效 有效的
    `),
    columns: ['in-force'],
  },
];

/** That documents were published: what was made may be another number. */
export const publishVerbs: readonly string[] = ['公开', '发布', '公布', '印发', '公示', '转发'];

export const decisionWords: readonly QuantityWords[] = [
  {
    words: ['行政处罚', '行政处罚决定', '行政处罚处理决定', '行政处罚案件'],
    quantity: disclosed('penalties', 'decisions'),
  },
  { words: ['行政许可', '行政许可决定', '行政许可处理决定'], quantity: disclosed('licensing', 'decisions') },
  {
    words: ['行政强制', '行政强制决定', '行政强制处理决定', '行政强制措施'],
    quantity: disclosed('coercion', 'decisions'),
  },
];

/** Named so, decisions are those of the year without a verb. */
export const surelyDecisions = '处理决定';

/** What makes a decision one of the year’s; without these a text speaks of what was published. */
export const decisionVerbs: readonly string[] = listed('作出 做出 出具 实施 下达 作出的 办理 处理 作出了 做出了 下发');

export const feeWords: readonly QuantityWords[] = [
  { words: ['行政事业性收费'], quantity: disclosed('fees', 'amount') },
];

/** Beside what was made or repealed, that other documents count in the same cell: revised ones, expired ones. */
export const revisedWords: readonly string[] = ['修订', '修改', '重新'];
export const expiredWords: readonly string[] = ['失效'];
