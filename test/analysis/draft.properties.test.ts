import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drafts } from '../../server/src/analysis/draft.ts';
import { type Mention, valueIn } from '../../server/src/analysis/mention.ts';
import { linkedMentions } from '../../server/src/analysis/mention-links.ts';
import { mentions } from '../../server/src/analysis/mentions.ts';
import { type Subject, subjectOf } from '../../server/src/analysis/subject.ts';
import { unitSizes } from '../../server/src/forms/quantities.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { draftedProse, reportWith, type Tables, tables } from '../support/drafted.ts';

/** How many reports are generated; `REPORTS=2000` for more. */
const numRuns = Number(process.env.REPORTS ?? 200);

function subjectFor(text: string): Subject {
  return subjectOf(readReport(text));
}

function drafted(figures: Tables, choose: (count: number) => number): string {
  return reportWith(figures, draftedProse(drafts(subjectFor(reportWith(figures, {}))), choose));
}

/** Numbers by a seed, one after the other. */
function chooser(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * count);
  };
}

function said({ value, unit }: Mention): number {
  return (value ?? 0) / (unitSizes.get(unit ?? '') ?? 1);
}

/** What every reading gives where it isn't what is said. */
function disagreements({ report }: Subject, mention: Mention): readonly string[] {
  return mention.readings.flatMap((formula) => {
    const value = valueIn(report, formula);
    const agrees = formula.equals ? value === 1 : value !== null && Math.abs(value - said(mention)) < 1e-9;
    return agrees ? [] : [`${formula.text} = ${value}, said ${said(mention)}`];
  });
}

const seed = fc.nat(1_000_000);

describe('sentences drafted from right tables', () => {
  test('every wording is read back, and every reading agrees', () => {
    fc.assert(
      fc.property(tables, (figures) => {
        const told = drafts(subjectFor(reportWith(figures, {}))).filter(({ sentence }) => sentence.area !== null);
        for (const { sentence, texts } of told) {
          for (const text of texts) {
            const subject = subjectFor(reportWith(figures, { [sentence.area ?? '']: text }));
            const found = mentions(subject);
            const numbers = [...text.matchAll(/\d+(?:\.\d+)?(?![\d年])/g)].map(([number]) => number);
            const linked = found.filter(({ readings, weak, approx }) => readings.length > 0 && !weak && !approx);
            expect(
              linked.flatMap((mention) => disagreements(subject, mention)),
              text,
            ).toEqual([]);
            const written = linked
              .filter(({ says }) => says === 'number')
              .map(({ span }) => subject.report.tree.text.slice(span.start, span.end));
            expect(written, text).toEqual(numbers);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('whole reports are silent', () => {
    fc.assert(
      fc.property(tables, seed, (figures, choice) => {
        const text = drafted(figures, chooser(choice));
        expect(
          check(subjectFor(text)).findings.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
          text,
        ).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('one number of the text changed is one finding, there', () => {
    fc.assert(
      fc.property(tables, seed, (figures, choice) => {
        const choose = chooser(choice);
        const text = drafted(figures, choose);
        const numbers = mentions(subjectFor(text)).filter(isPlainNumber);
        const mention = numbers[choose(numbers.length)];
        fc.pre(mention !== undefined);
        const { start, end } = mention.span;
        const changed = changedNumber(text.slice(start, end), choose);
        const other = text.slice(0, start) + changed + text.slice(end);
        const found = check(subjectFor(other)).findings.map(({ code, span }) => ({ code, ...span }));
        expect(
          found.map(({ code, ...span }) => span),
          other,
        ).toEqual([{ start, end: start + changed.length }]);
        expect(['text-table', 'text-denies']).toContain(found[0]?.code);
      }),
      { numRuns },
    );
  });

  test('one number of the tables changed is one finding, there or where the text tells it', () => {
    fc.assert(
      fc.property(tables, seed, (figures, choice) => {
        const choose = chooser(choice);
        const text = drafted(figures, choose);
        const told = linkedMentions(subjectFor(text)).filter(
          ({ mention, cells }) => isPlainNumber(mention) && cells.size === 1,
        );
        const link = told[choose(told.length)];
        const [cell] = link?.cells.keys() ?? [];
        fc.pre(link !== undefined && cell !== undefined);
        const { start, end } = cell.span;
        const changed = changedNumber(text.slice(start, end), choose);
        const other = text.slice(0, start) + changed + text.slice(end);
        const moved = (at: number): number => (at < start ? at : at + changed.length - (end - start));
        const findings = check(subjectFor(other)).findings;
        const places = findings.flatMap(({ span, related }) => [
          span,
          ...related().flatMap((each) => ('span' in each ? [each.span] : [])),
        ]);
        expect(
          findings.map(({ code }) => code),
          other,
        ).toHaveLength(1);
        expect(
          places.map((place) => place.start),
          other,
        ).toContain(start);
        expect(
          places.map((place) => place.start),
          other,
        ).toContain(moved(link.mention.span.start));
      }),
      { numRuns },
    );
  });
});

function isPlainNumber({ says, readings, weak, approx }: Mention): boolean {
  return says === 'number' && readings.length > 0 && !weak && !approx;
}

/** Another number, as a slip of the hand makes it: one more, or a digit more. */
function changedNumber(written: string, choose: (count: number) => number): string {
  const [more, longer] = [String(Number((Number(written) + 1).toFixed(4))), `${written}${1 + choose(9)}`];
  return choose(2) === 0 ? more : longer.replace(/^0(?=\d)/, '');
}
