// Hover on a value of a report that sums up others: what each of them contributes.
import { sharesOf } from '../analysis/children-sums.ts';
import type { ValueElement } from '../analysis/element.ts';
import type { Subject } from '../analysis/subject.ts';
import { exactSum } from '../figures/decimal.ts';
import type { Language } from '../text/language.ts';
import type { Block } from './hover-text.ts';

const MOST_SHOWN = 12;

/** The sum, the largest shares and who has no number there; none where the report sums up no others. */
export function childrenBlocks(subject: Subject, { table, cell }: ValueElement, language: Language): readonly Block[] {
  const { children } = subject;
  if (children.length === 0) return [];
  const shares = sharesOf(subject, table, cell);
  const known = shares.filter((share) => share !== null);
  const lacking = children.filter((_, i) => shares[i] === null).map(({ body, source }) => body ?? source);
  const counted = known.filter(({ value }) => value !== 0).toSorted((a, b) => b.value - a.value);
  const shown = counted.slice(0, MOST_SHOWN).map(({ report, value }) => `${report.body ?? report.source} ${value}`);
  const more = counted.length - shown.length;
  const sum = exactSum(known.map(({ value }) => value));
  const list = { zh: shown.join('、'), en: shown.join(', ') };
  const rest = more > 0 ? { zh: `等 ${counted.length} 个单位`, en: ` and ${more} more` } : { zh: '', en: '' };
  const none =
    lacking.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `；没有数：${lacking.slice(0, MOST_SHOWN).join('、')}`,
          en: `; no number: ${lacking.slice(0, MOST_SHOWN).join(', ')}`,
        };
  const text = {
    zh: `下级合计 ${sum}${list.zh === '' ? '' : `：${list.zh}${rest.zh}`}${none.zh}`,
    en: `Sum of the reports below: ${sum}${list.en === '' ? '' : ` (${list.en}${rest.en})`}${none.en}`,
  };
  return [{ kind: 'text', text: text[language] }];
}
