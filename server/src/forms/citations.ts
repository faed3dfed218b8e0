import type { Localized } from '../text/language.ts';
import { notice2019, notice2021, regulation } from './legal.ts';

/** A citation that is wrong in the reports of some years. */
export interface StaleCitation {
  readonly id:
    | 'retired-notice-number'
    | 'retired-notice-title'
    | 'trial-form'
    | 'notice-issuer'
    | 'notice-number'
    | 'later-notice'
    | 'notice-form'
    | 'regulation-number'
    | 'other-article'
    | 'former-regulation'
    | 'former-article'
    | 'former-principle';
  /** What it cites: a title and its number cite one notice. */
  readonly cites: 'notice' | 'decree' | 'article' | 'wording';
  /** The reporting years that it is wrong in. */
  readonly years: { readonly first: number; readonly last: number | null };
  /** A text without it holds none. */
  readonly cue: string;
  /** Matches just the wrong words in the text as written. Global: use with `matchAll`. */
  readonly pattern: RegExp;
  /** What belongs in their place, as `String.replace` takes it (`$1`), or null where that is for the author to say. */
  readonly right: string | null;
  /** Whether the right words may be put without asking: not where the sentence may mean the old document all the same. */
  readonly certain: boolean;
  /** `hint` where the wording is out of date rather than wrong. */
  readonly weight: 'warning' | 'hint';
  /** What is wrong, to follow the words cited. */
  readonly message: Localized;
}

const OPEN = '[〔\\[［【（(]';
const CLOSE = '[〕\\]］】）)]';
const GAP = '\\s{0,3}';
/** A year and a serial, with brackets of any kind or none: 〔2021〕30号, (2021)第30号, 2021年30号. */
const numberWith = (year: string, serial: string): string =>
  `(?:${OPEN}${GAP})?${year}${GAP}(?:年${GAP})?(?:${CLOSE}${GAP})?(?:第${GAP})?${serial}${GAP}号`;
const numberIn = (year: number, serial: number): string => `${GAP}${numberWith(`${year}`, `${serial}`)}`;

/** The regulation as reports name it, but no province's of the same name. */
const REGULATION = '(?:共和国政府信息公开条例|《政府信息公开条例|《条例)';
/** The notice's own numbers, by year and serial. */
const NOTICES = `(?:${OPEN}?${GAP}2021${GAP}年?${GAP}${CLOSE}?${GAP}第?${GAP}30|${OPEN}?${GAP}2019${GAP}年?${GAP}${CLOSE}?${GAP}第?${GAP}60)${GAP}号`;
/** The notice's number with a digit wrong: one of its serials in another year, or any other number beside the form's title. */
const wrongNumber = (year: number, serial: number): RegExp =>
  new RegExp(
    `国办公开办函${GAP}(?:${numberWith(`(?!${year})20\\d\\d`, `${serial}`)}|(?<=年度报告[^。；;\\n《]{0,40}国办公开办函${GAP})(?!${NOTICES})${numberWith('20\\d\\d', '\\d{1,3}')})`,
    'gu',
  );

/** In the order in which they hold: of two that match the same words the first is meant. */
export const staleCitations: readonly StaleCitation[] = [
  {
    id: 'retired-notice-number',
    cue: '国办',
    cites: 'notice',
    years: { first: 2021, last: null },
    pattern: new RegExp(`国办(?:公开办函|公开办|公开函|函|发)${numberIn(2019, 60)}`, 'gu'),
    right: notice2021.number,
    certain: false,
    weight: 'warning',
    message: {
      zh: `这个文件已被替代：${notice2019.number}只适用于2019、2020年度，2021年度起的格式见${notice2021.number}`,
      en: `this notice has been replaced: ${notice2019.number} is for the reports of 2019 and 2020; since 2021 the form is that of ${notice2021.number}`,
    },
  },
  {
    id: 'retired-notice-title',
    cue: '有关事项的通知',
    cites: 'notice',
    years: { first: 2021, last: null },
    pattern: /(?<=《|政府信息与政务公开办公室|国务院办公厅|国办公开办)关于政府信息公开工作年度报告有关事项的通知/gu,
    right: '关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知',
    certain: false,
    weight: 'warning',
    message: {
      zh: `这个通知已被替代，只适用于2019、2020年度；2021年度起的格式见${notice2021.number}`,
      en: `this notice has been replaced: it is for the reports of 2019 and 2020; since 2021 the form is that of ${notice2021.number}`,
    },
  },
  {
    id: 'trial-form',
    cue: '试行',
    cites: 'notice',
    years: { first: 2021, last: null },
    pattern: /(?<=政府信息公开工作年度报告格式)\s*[（(]\s*试行\s*[）)]/gu,
    right: '',
    certain: false,
    weight: 'warning',
    message: {
      zh: '试行格式只用于2019、2020年度；2021年度起的格式名称里没有「（试行）」',
      en: 'the trial form （试行） was for 2019 and 2020; since 2021 the form is no longer on trial',
    },
  },
  {
    id: 'notice-issuer',
    cue: '国办',
    cites: 'notice',
    years: { first: 2021, last: null },
    // The number alone may be another document's: 国办发〔2021〕30号 is about auditing. So the form or the report has to be named.
    pattern: new RegExp(
      `国办(?!公开办函)[\\u4e00-\\u9fff]{1,6}${numberIn(2021, 30)}(?:(?<=年度报告[^。；;\\n]{0,80})|(?<![》〉][（(]?国办[^号]{0,24}号)(?=[^。；;\\n]{0,40}(?:编制|年度报告|年报|本报告)))`,
      'gu',
    ),
    right: notice2021.number,
    certain: false,
    weight: 'warning',
    message: {
      zh: `文号不对，年度报告格式的文号是${notice2021.number}`,
      en: `the wrong document number; that of the form is ${notice2021.number}`,
    },
  },
  {
    id: 'notice-number',
    cue: '国办公开办函',
    cites: 'notice',
    years: { first: 2021, last: null },
    pattern: wrongNumber(2021, 30),
    right: notice2021.number,
    certain: false,
    weight: 'warning',
    message: {
      zh: `文号不对，年度报告格式的文号是${notice2021.number}`,
      en: `the wrong document number; that of the form is ${notice2021.number}`,
    },
  },
  {
    id: 'later-notice',
    cue: '国办公开办函',
    cites: 'notice',
    years: { first: 2019, last: 2020 },
    pattern: new RegExp(`国办公开办函${numberIn(2021, 30)}`, 'gu'),
    right: notice2019.number,
    certain: false,
    weight: 'warning',
    message: {
      zh: `这个文件2021年9月才印发；2019、2020年度的格式见${notice2019.number}`,
      en: `this notice was issued in September 2021; the form for 2019 and 2020 is that of ${notice2019.number}`,
    },
  },
  {
    id: 'later-notice',
    cue: '国办公开办函',
    cites: 'notice',
    years: { first: 2008, last: 2018 },
    pattern: new RegExp(`国办公开办函(?:${numberIn(2021, 30)}|${numberIn(2019, 60)})`, 'gu'),
    right: null,
    certain: false,
    weight: 'warning',
    message: {
      zh: '这个文件当时还没有印发；2018年度以前没有统一格式',
      en: 'this notice did not exist then; there was no set form before the reports for 2019',
    },
  },
  {
    id: 'notice-number',
    cue: '国办公开办函',
    cites: 'notice',
    years: { first: 2019, last: 2020 },
    pattern: wrongNumber(2019, 60),
    right: notice2019.number,
    certain: false,
    weight: 'warning',
    message: {
      zh: `文号不对，年度报告格式（试行）的文号是${notice2019.number}`,
      en: `the wrong document number; that of the trial form is ${notice2019.number}`,
    },
  },
  {
    id: 'notice-form',
    cue: '国办公开办函',
    cites: 'notice',
    years: { first: 2019, last: null },
    // Without 〔〕 (2021年30号, [2021]30号), or with 第 before the serial.
    pattern: new RegExp(
      `国办公开办函${GAP}(?!〔${GAP}20\\d\\d${GAP}〕${GAP}\\d)${numberWith('(20\\d\\d)', '(\\d{1,3})')}`,
      'gu',
    ),
    right: '国办公开办函〔$1〕$2号',
    certain: true,
    weight: 'warning',
    message: {
      zh: '文号的年份要放在六角括号〔〕里，序号前不加「第」',
      en: 'in a document number the year stands in the brackets 〔〕, and no 第 before the serial',
    },
  },
  {
    id: 'former-regulation',
    cue: '国务院',
    cites: 'decree',
    years: { first: 2019, last: null },
    // The legislative history names both: 国务院令第492号公布，……第711号修订.
    pattern:
      /(?<!原)(?:中华人民共和国)?国务院(?:令\s*[（(]?\s*第?\s*492\s*号|\s*第\s*492\s*号令)(?![^。；;\n]{0,60}(?:711|修订|修改))/gu,
    right: `${regulation.number}`,
    certain: false,
    weight: 'warning',
    message: {
      zh: `这是修订前的《条例》；现行《条例》是${regulation.number}，2019年5月15日起施行`,
      en: `this is the former Regulation; the one in force since 15 May 2019 is ${regulation.number}`,
    },
  },
  {
    id: 'regulation-number',
    cue: '令',
    cites: 'decree',
    years: { first: 2019, last: null },
    pattern: new RegExp(
      `国(?:务院)?(?<=${REGULATION}[》〉]?[^。；;，,\\n《]{0,12})(?:令${GAP}[（(]?${GAP}第?${GAP}(?!711|492)\\d{2,4}${GAP}号|${GAP}第${GAP}(?!711|492)\\d{2,4}${GAP}号令)`,
      'gu',
    ),
    right: regulation.number,
    certain: false,
    weight: 'warning',
    message: {
      zh: `令号不对，现行《条例》是${regulation.number}`,
      en: `the wrong number of the decree; the Regulation in force is ${regulation.number}`,
    },
  },
  {
    id: 'former-article',
    cue: '条例',
    cites: 'article',
    years: { first: 2019, last: null },
    // 《条例》第三十一条、第三十二条……编制……年度报告: today these articles are about other matters.
    pattern:
      /(?<=条例[^。；;，,\n]{0,30})第三十[一二]条?(?:[、和及]第?三十[一二])?条(?=[^。；;\n]{0,80}(?:编制|年度报告|年报))/gu,
    right: '第五十条',
    certain: false,
    weight: 'warning',
    message: {
      zh: '这是修订前《条例》的条文；年度报告的内容现在由第五十条规定，报送和公布时间由第四十九条规定',
      en: 'articles of the former Regulation; article 50 now says what the report contains, article 49 when it is due',
    },
  },
  {
    id: 'other-article',
    cue: '条例',
    cites: 'article',
    years: { first: 2019, last: null },
    // 《条例》第四十八条编制: of what a report is to hold only article 50 speaks, of when it is due article 49.
    pattern: new RegExp(
      `第(?<=${REGULATION}[》〉]?[^。；;，,、\\n《]{0,30})(?!四十九条|五十条|49条|50条)[一二三四五六七八九十\\d]{1,4}条(?=的?之?(?:规定|要求)?[，,]?(?:的?要求)?[，,]?(?:现|特|组织)?(?:编制|起草|撰写)(?:本|了|[^。；;，,\\n]{0,30}报告|。|$))`,
      'gu',
    ),
    right: '第五十条',
    certain: false,
    weight: 'warning',
    message: {
      zh: '条文不对：年度报告的内容由第五十条规定，报送和公布时间由第四十九条规定',
      en: 'the wrong article: article 50 says what the report contains, article 49 when it is due',
    },
  },
  {
    id: 'former-principle',
    cue: '公开为原则',
    cites: 'wording',
    years: { first: 2020, last: null },
    pattern: /以?公开为原则[、，,]?\s*以?不公开(?:是|为)例外/gu,
    right: '以公开为常态、不公开为例外',
    certain: false,
    weight: 'hint',
    message: {
      zh: '这是旧的提法；现行《条例》第五条的提法是「以公开为常态、不公开为例外」',
      en: 'the old wording; article 5 of the Regulation in force says 以公开为常态、不公开为例外',
    },
  },
];
