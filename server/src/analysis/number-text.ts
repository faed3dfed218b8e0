// Values of the tables as the text counts them.
import type { Formula } from '../forms/formula.ts';
import { multiples, unitSizes } from '../forms/quantities.ts';
import type { Report } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import { agrees } from './contradictions.ts';
import { type Mention, valueIn } from './mention.ts';
import { mentions } from './mentions.ts';
import { fact } from './subject.ts';

/** What a formula gives, as it takes the place of a mention’s number: in its unit, in digits. */
export function numberText(
  { tree }: Report,
  { span, unit }: Mention,
  { formula, value }: { readonly formula: Formula; readonly value: number },
): string {
  if (formula.of)
    return /[%％]$/.test(tree.text.slice(span.start, span.end))
      ? `${rounded(value, formula)}%`
      : rounded(value, formula);
  const times = multiples.get(tree.text[span.end] ?? '') ?? 1;
  return decimal((value * (unitSizes.get(unit ?? '') ?? 1)) / times);
}

/** A value as it is shown: a percentage with two decimals at most. */
export function rounded(value: number, { of }: Formula): string {
  return of ? String(Math.round(value * 100) / 100) : decimal(value);
}

/** Without what binary fractions add. */
function decimal(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** A number of the text that isn't the tables’, and what they say. */
export interface NumberUpdate {
  readonly mention: Mention;
  readonly formula: Formula;
  readonly edit: Edit;
}

/** Of every linked number of the text what makes it the tables’: only where all its readings give one value. */
export const numberUpdates = fact((subject): readonly NumberUpdate[] => {
  const { report } = subject;
  return mentions(subject).flatMap((mention) => {
    const [formula] = mention.readings;
    if (!formula || mention.says !== 'number' || mention.approx || mention.weak) return [];
    if (mention.readings.some(({ equals }) => equals)) return [];
    const texts = new Set(
      mention.readings.map((each) => {
        const value = valueIn(report, each);
        return value === null ? null : numberText(report, mention, { formula: each, value });
      }),
    );
    const [text] = texts;
    if (texts.size > 1 || text === null || text === undefined || agrees(report, mention)) return [];
    return [{ mention, formula, edit: { span: mention.span, text } }];
  });
});
