import type { Citation, Deadlines, Notice } from './edition.ts';

/** The regulation in force: 国务院令第711号, since 2019-05-15. */
export const regulation: Notice = { title: '中华人民共和国政府信息公开条例', number: '国务院令第711号' };

/** The regulation before: 国务院令第492号, 2008-05-01 to 2019-05-14. */
export const formerRegulation: Notice = { title: '中华人民共和国政府信息公开条例', number: '国务院令第492号' };

export const notice2021: Notice = {
  title: '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
  number: '国办公开办函〔2021〕30号',
};

export const notice2019: Notice = {
  title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
  number: '国办公开办函〔2019〕60号',
};

/** Articles of the regulation in force, such as `articles('第十四条', '第三十六条第（四）项')`. */
export function articles(...numbers: readonly string[]): readonly Citation[] {
  return numbers.map((article) => ({ work: `《${regulation.title}》`, article }));
}

/** Articles of the regulation of 2008–2019. */
export function formerArticles(...numbers: readonly string[]): readonly Citation[] {
  return numbers.map((article) => ({ work: `《${formerRegulation.title}》（${formerRegulation.number}）`, article }));
}

/** Article 49 of the regulation in force. */
export const deadlines: Deadlines = {
  department: { month: 1, day: 31 },
  government: { month: 3, day: 31 },
  legal: { work: `《${regulation.title}》`, article: '第四十九条' },
};

/** Article 31 of the regulation of 2008–2019: one day for all. */
export const formerDeadlines: Deadlines = {
  department: { month: 3, day: 31 },
  government: { month: 3, day: 31 },
  legal: { work: `《${formerRegulation.title}》（${formerRegulation.number}）`, article: '第三十一条' },
};
