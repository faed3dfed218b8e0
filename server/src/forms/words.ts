/** Units and counters that a number in a table may carry: 12件, 0.5万元. */
export const cellUnits: readonly string[] = ['万元', '件', '条', '项', '元', '个', '份', '起', '宗', '次'];

/** Counters that follow numbers in prose: 12件, 300余条, 4人次. */
export const counters: readonly string[] = [
  '件次',
  '人次',
  '件',
  '条',
  '份',
  '篇',
  '期',
  '次',
  '个',
  '项',
  '起',
  '宗',
  '场',
  '部',
];

/** Units of money, larger first. */
export const moneyUnits: readonly string[] = ['万元', '元'];

/** Any one of the words as a part of a regular expression, without a group of its own kept: longer words first. */
export function oneOf(words: readonly string[]): string {
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return `(?:${escaped.join('|')})`;
}
