import type { Language, Localized } from '../text/language.ts';
import type { Value, ValueChange } from './diff.ts';

/** What the differences of two reports are told with, on a terminal and on a page. */
export const diffWords = {
  title: { zh: '报告比较', en: 'Differences between reports' },
  nothing: { zh: '没有变化。', en: 'No difference.' },
  absent: { zh: '无此行', en: 'no row' },
  blank: { zh: '空', en: 'blank' },
  headings: { zh: '标题和报告信息', en: 'Headings and front matter' },
  preface: { zh: '各部分之前', en: 'Before the parts' },
  elsewhere: { zh: '表中已没有的行', en: 'Rows that are gone' },
  was: (text: string): Localized => ({ zh: `原 ${text}`, en: `was ${text}` }),
  counts: (values: number, texts: number, headings: number): Localized => ({
    zh: `数值 ${values} 处，文字 ${texts} 处，标题 ${headings} 处`,
    en: `values ${values}, texts ${texts}, headings ${headings}`,
  }),
} as const;

/** A value as it is told: as written, a blank and a missing row in words. */
export function shownValue(value: Value | null, language: Language): string {
  return value === null ? diffWords.absent[language] : value.text || diffWords.blank[language];
}

/** By how much a value changed, such as `+8 +200%`; empty where that can't be said. */
export function amountOf({ difference, percent }: Pick<ValueChange, 'difference' | 'percent'>): string {
  if (difference === null) return '';
  return percent === null ? signed(difference) : `${signed(difference)} ${percentText(percent)}`;
}

/** A percentage with its sign; of 100 and more without decimals. */
export function percentText(percent: number): string {
  return `${signed(Math.abs(percent) < 100 ? percent : Math.round(percent))}%`;
}

/** A number with its sign. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}
