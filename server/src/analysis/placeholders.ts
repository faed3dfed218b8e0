import {
  blankCounters,
  countedNext,
  countingWords,
  instructions,
  maskedClasses,
  maskedUnits,
  multiplied,
  placeholderPhrases,
  standIns,
  surnames,
} from '../forms/placeholder-words.ts';
import { placeholderStart } from '../forms/template.ts';
import { anyOf } from '../text/any-of.ts';
import { beginningWith } from '../text/first-units.ts';

const X = 'XxＸｘ×╳✕✖';
const BLANK = ' \\u00a0\\u3000';
const COUNTER = anyOf(blankCounters);
/** After a counter the sentence ends or names what is counted. */
const COUNTED = `(?=[，。；;,、：:（(）)\\s]|$|${anyOf(countedNext)})`;
const COUNTING = anyOf(countingWords);
const UNIT = anyOf(maskedUnits);
const DIGITS = '0-9０-９〇零一二三四五六七八九十百千';
const CIRCLE = `[${standIns.circles}]`;

/** Patterns that can only match where a text holds their sign. */
interface Signed {
  readonly sign: RegExp;
  readonly patterns: readonly RegExp[];
}

/** What a place that was left unfilled looks like. Every pattern is linear; lookbehinds keep runs from being tried twice. */
const kinds: readonly Signed[] = [
  {
    sign: new RegExp(`[${X}]`),
    patterns: [
      // XX镇, ×××条; not inside Latin words, addresses or numbers.
      new RegExp(`(?<![A-Za-z0-9@/_.+${X}])[${X}]{2,}(?![A-Za-z0-9@/_]|\\.[A-Za-z0-9])${UNIT}?`, 'g'),
      // 20XX年, 202X年
      new RegExp(`(?<!\\d)20\\d?[${X}]{1,2} ?年`, 'g'),
      // 2023-XX-XX, 0431-XXXXXXX
      new RegExp(`(?<!\\d)\\d{3,4}-[${X}]{2,}(?:-[${X}]{2,})?(?![A-Za-z0-9])`, 'g'),
      // X月X日, X件; not 3×5件, 1+X项
      new RegExp(`(?<![A-Za-z0-9${multiplied}+＋*.\\-${X}])[${X}] ?${UNIT}`, 'g'),
    ],
  },
  {
    sign: new RegExp(CIRCLE),
    // ○件, ○○镇; not a zero among other digits: 二○二三年
    patterns: [
      new RegExp(`(?<![${DIGITS}${standIns.circles}])${CIRCLE}{1,3}${COUNTER}${COUNTED}`, 'g'),
      new RegExp(`(?<![${DIGITS}${standIns.circles}])${CIRCLE}{2,}(?![${DIGITS}])`, 'g'),
    ],
  },
  {
    sign: new RegExp(`[${standIns.letters}]`),
    // N条; not 1+N项
    patterns: [new RegExp(`(?<![A-Za-z0-9+＋*×.\\-])[${standIns.letters}] ?${COUNTER}${COUNTED}`, 'g')],
  },
  {
    sign: new RegExp(`[${BLANK}]`),
    patterns: [
      // 公开信息  条; a single space is a gap only where the phrase ends after the counter (`isGap`)
      new RegExp(`(?<=${COUNTING})[${BLANK}]+${COUNTER}${COUNTED}`, 'g'),
      // 20  年, 2023年  月  日
      new RegExp(`(?<!\\d)20[${BLANK}]{2,}年`, 'g'),
      new RegExp(`年[${BLANK}]+月(?:[${BLANK}]*\\d*[${BLANK}]*日)?|(?<=年 ?\\d{1,2} ?月)[${BLANK}]{2,}日`, 'g'),
      // 第  号
      new RegExp(`第(?:[${BLANK}]{2,}|\\u3000)号`, 'g'),
    ],
  },
  {
    sign: /[（(【〔[［]/,
    patterns: [
      // （  ）件
      new RegExp(`[（(](?:[${BLANK}]*)[）)][${BLANK}]?${COUNTER}${COUNTED}`, 'g'),
      // 〔〕30号, 〔2021〕  号
      new RegExp(`[〔\\[［【][${BLANK}]*[〕\\]］】][${BLANK}]*第?\\d*号`, 'g'),
      new RegExp(`[〔\\[［]\\d{4}[〕\\]］]第?[${BLANK}]*号`, 'g'),
      // （待补充）, 【请填写单位名称】
      new RegExp(`[（(【〔\\[［]${anyOf(placeholderPhrases)}[）)】〕\\]］]`, 'g'),
      new RegExp(`[（(【〔\\[［]${anyOf(instructions)}[^）)】〕\\]］]{0,30}[）)】〕\\]］]`, 'g'),
      // 【待填写：…（…）…】
      new RegExp(`${placeholderStart}[^【】]{0,120}】`, 'g'),
    ],
  },
  // ____件; not a ruled line, not a name with underscores
  { sign: /[_＿]/, patterns: [/(?<![A-Za-z/_＿])[_＿]{2,}(?![A-Za-z0-9_＿])/g] },
  // **条
  { sign: /[*＊]/, patterns: [new RegExp(`(?<![*＊])[*＊]{2,}${COUNTER}${COUNTED}`, 'g')] },
  // {year}, ${1:机关}
  { sign: /\{/, patterns: [/\$?\{[^{}\n]{1,20}\}/g] },
];

const MASKED = new RegExp(`^[${X}${standIns.circles}]{1,3}$`);

/** A place of a text that was left unfilled: offsets in the text, half-open. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
}

const IN_BRACKETS = anyOf([...placeholderPhrases, ...instructions, placeholderStart.slice(1)]);
/** Most texts hold no sign of a place left unfilled; most brackets hold none of what stands in one. */
const mayHold = beginningWith(
  `${X}_＿*＊{\u3000${standIns.circles}${standIns.letters} \u00a0（(【〔[［`,
  `[${X}_＿*＊{\\u3000${standIns.circles}${standIns.letters}]|[ \\u00a0]{2}|(?<=年)[ \\u00a0]|[ \\u00a0]${COUNTER}|` +
    `[（(【〔[［](?:[${BLANK}）)】〕\\]］]|\\d{4}[〕\\]］]|${IN_BRACKETS})`,
);

/** The unfilled places in a text, in order; those next to each other (X月X日) are one. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  if (!mayHold(text)) return [];
  if (/^[\s_＿*＊\-—=]+$/.test(text)) return [];
  const found = kinds
    .filter(({ sign }) => sign.test(text))
    .flatMap(({ patterns }) => patterns.flatMap((pattern) => matches(text, pattern)))
    .filter((place) => !isMaskedName(text, place) && !isMaskedClass(text, place) && isGap(text, place))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Placeholder[] = [];
  for (const place of found) {
    const last = merged.at(-1);
    if (last && place.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
    else merged.push(place);
  }
  return merged.length === 0 ? merged : outside(merged, quotations(text));
}

/** As `matchAll`, which makes a copy of the pattern for every text. */
function matches(text: string, pattern: RegExp): readonly Placeholder[] {
  const found: Placeholder[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push({ start: match.index, end: pattern.lastIndex });
  }
  return found;
}

/**
 * A gap that begins with blanks has to be two wide: one space may be a matter of typesetting. Before a counter that ends a
 * phrase one is enough, unless the line is spaced out.
 */
function isGap(text: string, { start, end }: Placeholder): boolean {
  const first = text[start] ?? '';
  if (first.trim() !== '' || /^(?:\u3000|[ \u00a0]{2}|[ \u00a0]\u3000)/.test(text.slice(start, end))) return true;
  return (
    ENDING_COUNTER.test(text.slice(start, end)) &&
    ENDS.test(text.slice(end, end + 1)) &&
    !SPACED.test(text.slice(Math.max(0, start - NEAR), end + NEAR))
  );
}

const ENDING_COUNTER = new RegExp(`^[ \\u00a0]${COUNTER}$`);
const ENDS = /^(?:[，。；;,、]|$)/;
/** 公 开 信 息; so many UTF-16 units around a gap tell. */
const NEAR = 12;
const SPACED = /(?:[\u4e00-\u9fff][ \u00a0]){3}/;

/** The places in no quotation: a mark in quotation marks is an example of a mask, or what others wrote. Both in order. */
function outside(places: readonly Placeholder[], quoted: readonly Placeholder[]): readonly Placeholder[] {
  let next = 0;
  return places.filter(({ start, end }) => {
    while ((quoted[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const around = quoted[next];
    return !around || start <= around.start || around.end <= end;
  });
}

/** With marks of one side only (“××“) they are short. */
const QUOTATION =
  /“[^“”]{0,80}”|「[^「」]{0,80}」|『[^『』]{0,80}』|‘[^‘’]{0,80}’|["＂][^"＂]{0,80}["＂]|“[^“”]{1,12}“|”[^“”]{1,12}”|'[^']{1,12}'/g;

function quotations(text: string): readonly Placeholder[] {
  return [...text.matchAll(QUOTATION)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

const CLASS = new RegExp(`^(?:[”’」』"'])?${anyOf(maskedClasses)}`);

function isMaskedClass(text: string, { start, end }: Placeholder): boolean {
  return MASKED.test(text.slice(start, end)) && CLASS.test(text.slice(end, end + 3));
}

function isMaskedName(text: string, { start, end }: Placeholder): boolean {
  return surnames.includes(text[start - 1] ?? ' ') && MASKED.test(text.slice(start, end));
}
