// Hover on a value that begins with one of last year's report: that one.
import type { ValueElement } from '../analysis/element.ts';
import { type FileEnd, linksOf } from '../analysis/links.ts';
import type { Subject } from '../analysis/subject.ts';
import { rowLabel, shortLabel } from '../forms/names.ts';
import type { Language } from '../text/language.ts';
import type { Block } from './hover-text.ts';

/** Last year's value, with the year where it is known; none where no report of last year has it. */
export function carriedBlocks(subject: Subject, element: ValueElement, language: Language): readonly Block[] {
  return linksOf(subject, element).flatMap(({ kind, to }): readonly Block[] =>
    kind === 'carried' && to.kind === 'file' && to.value && to.value.value !== null
      ? [{ kind: 'text', text: carriedText(element, to, to.value.value, language) }]
      : [],
  );
}

function carriedText({ table, cell }: ValueElement, { report, address }: FileEnd, value: number, language: Language) {
  const { year } = report;
  const row = table.definition.line(address?.row ?? '')?.line ?? cell.row;
  const place = `${rowLabel(table.definition, row)} · ${shortLabel(cell.column.label)}`;
  return {
    zh: `${year === null ? '上年' : `${year}年`}报告「${place}」：${value}`,
    en: `${year === null ? 'Last year’s report' : `The report of ${year}`}, “${place}”: ${value}`,
  }[language];
}
