// The standard sentences of a report's prose, written from its tables.
import { type DraftSentence, type DraftWording, draftSentences } from '../forms/draft-sentences.ts';
import type { Report } from '../report/report.ts';
import { areaAt } from './areas.ts';
import { valueIn } from './mention.ts';
import { formula } from './quantity-formulas.ts';
import { sectionAt } from './section-at.ts';
import { fact, type Subject } from './subject.ts';

/** Where a text belongs: a section, and an area of it or null where it has none. */
export type DraftPlace = Pick<DraftSentence, 'section' | 'area'>;

export interface Draft {
  readonly sentence: DraftSentence;
  /** Its wordings that are true of the tables, the usual one first; none is given twice. What no table tells is `unknown`. */
  readonly texts: readonly string[];
}

/** Stands in a drafted text for what no table tells. */
export const unknown = '\ufffc';

/** Every sentence that the tables can tell; one that needs a cell which is absent, blank or no number is left out. */
export const drafts = fact(({ report }): readonly Draft[] => {
  const year = report.year?.value;
  if (year === undefined) return [];
  return draftSentences.flatMap((sentence) => {
    const texts = sentence.wordings.flatMap((wording) => written(report, year, wording) ?? []);
    return texts.length > 0 ? [{ sentence, texts: [...new Set(texts)] }] : [];
  });
});

/** The sentences of an area, or of a whole section where no area is named, in the order in which they follow one another. */
export function draft(subject: Subject, { section, area }: DraftPlace): readonly Draft[] {
  return drafts(subject).filter(
    ({ sentence }) => sentence.section === section && (area === null || sentence.area === area),
  );
}

/** The paragraphs that answer what a place asks for, one for each wording of their first sentence; none that lacks anything. */
export function draftParagraphs(subject: Subject, place: DraftPlace): readonly string[] {
  const [first, ...others] = draft(subject, place).filter(
    ({ sentence }) => sentence.answers && sentence.area === place.area,
  );
  const rest = others.map(({ texts }) => texts[0] ?? '').join('');
  return (first?.texts ?? []).map((text) => text + rest).filter((text) => !text.includes(unknown));
}

/** Where a text at an offset belongs; null outside the sections of the form. */
export function draftPlaceAt(report: Report, offset: number): DraftPlace | null {
  const section = sectionAt(report, offset)?.definition;
  return section ? { section: section.id, area: areaAt(report, offset)?.id ?? null } : null;
}

/** Null where it isn't true, or a value isn't known. */
function written(report: Report, year: number, { none = [], some = [], text }: DraftWording): string | null {
  const amount = (formulas: string): number | null => value(report, formulas);
  if (!none.every((each) => amount(each) === 0) || !some.every((each) => (amount(each) ?? 0) > 0)) return null;
  let complete = true;
  const filled = (part: string): string =>
    part.replace(/\{([^}]*)\}/g, (_, name: string) => {
      if (name === 'year') return String(year);
      if (name === '?') return unknown;
      const number = amount(name);
      complete &&= number !== null;
      return String(number);
    });
  const whole = text.replace(/\[([^\]]*\{([^}]*)\}[^\]]*)\]/g, (_, part: string, name: string) =>
    amount(name) === 0 ? '' : part,
  );
  const result = filled(whole);
  return complete ? result : null;
}

/** Of several formulas the first that the form has all cells of. */
function value(report: Report, formulas: string): number | null {
  const [first] = formulas.split('|').flatMap((text) => formula(report.edition, text) ?? []);
  return first ? valueIn(report, first) : null;
}
