import { cellPlaces } from '../../server/src/features/cell-places.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import type { Cells } from '../../server/src/lsp/protocol.ts';

/** The places that the server tells of a text. */
export function cellsOf(text: string): Cells {
  return cellPlaces(createSnapshot('file:///reports/a.nianbao', 1, text));
}

export const disputes = `四、政府信息公开行政复议、行政诉讼情况

|                  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议         |        1 |        2 |        3 |        4 |   10 |
| 未经复议直接起诉 |        5 |          |        0 |          |      |
| 复议后起诉       |          |          |          |          |      |
`;
