import { anyOf } from '../text/any-of.ts';
import { canonical } from '../text/canonical.ts';
import { cellUnits } from '../text/cell-value.ts';
import { type Holder, holder } from './held.ts';
import { bodyLabels, buttons, chromeLabels, footers, registrations, visitLabels } from './page-chrome.ts';

/** After a Chinese numeral these make a quantity, as headings of last year hold one: 三件, 十二年. */
export const quantityCounters: readonly string[] = ['年', '件', '条', '次', '份'];

/** What the title of a report ends in. */
const titleEndings: readonly string[] = ['年度报告'];

/** What titles in other words end in, after what the report is about: …公开工作报告, …公开工作情况的报告, …公开年报. */
const titleVariants: readonly string[] = ['报告', '年报', '总结'];

/** What a sentence about the report begins with, and no title. */
const titleNegatives: readonly string[] = ['现将', '现就', '根据', '按照', '特编制', '编制', '特向'];

/** What a report is about, as titles name it after the body and the year. */
const titleTopics: readonly string[] = ['政府信息公开', '信息公开', '政务公开'];

/** What may stand before the body's name in a title, or between it and the year. */
const titlePrefixes: readonly string[] = ['关于'];

/** What may stand between what a report is about and the end of its title. */
const titleLinks: readonly string[] = ['工作'];

/** Words and marks that titles of sections differ in without meaning another. */
const connectives: readonly string[] = ['及', '和', '与', '的', '、', ','];

/** What a title of a part may end in behind the words that titles end in: …公开情况统计表. */
const tableNames: readonly string[] = ['统计表', '一览表'];

/** How annexes begin, which belong to the report whatever a page calls them. */
const annexLabels: readonly string[] = ['附件'];

/** What labels of counted things end in: 发布总数量. */
const amountEndings: readonly string[] = ['数', '量', '额'];

/** What follows the year of a report in a sentence: 2023年政府信息公开…, 2023年工作年度报告. */
const reportNames: readonly string[] = [
  '政府信息公开',
  '政务信息公开',
  '政府公开',
  '政务公开',
  '信息公开',
  '公开',
  '工作年度报告',
  '年度报告',
];

/** What the names of bodies end in. */
const bodyEndings: readonly string[] = [
  ...['政府', '委员会', '办公室', '街道', '中心', '公司', '大学', '学校', '医院', '学院', '开发区', '管委会'],
  ...'镇乡局厅委办县区市旗院部所站署社会处队团',
];

/** What a row of remarks in a table begins with: it belongs to no column and is none of the form's. */
const remarks: readonly string[] = ['注', '备注', '说明', '填表说明', '单位', '填报单位', '填表人', '制表'];

const lists = {
  cellUnits,
  titleEndings,
  titleVariants,
  titleTopics,
  titlePrefixes,
  titleLinks,
  connectives,
  tableNames,
  annexLabels,
  amountEndings,
  reportNames,
  bodyEndings,
  remarks,
  bodyLabels,
  pageLabels: chromeLabels,
  visitLabels,
  buttons,
  footers,
  registrations,
};

export type WordList = keyof typeof lists;

/** The names of the lists that a pack may add to. */
export const wordLists: readonly WordList[] = Object.keys(lists).filter((name): name is WordList => name in lists);

/** The word lists, with what is asked of them. */
export interface Words extends Readonly<Record<WordList, readonly string[]>>, Holder<Words> {
  /** Whether a canonical text ends as titles do. */
  readonly endsAsTitle: (canonicalText: string) => boolean;
  /** Whether a canonical text ends as titles in other words do, and is about what reports are about. */
  readonly endsAsTitleVariant: (canonicalText: string) => boolean;
  /** Whether a text begins as sentences about the report do, and no title. */
  readonly beginsAsSentence: (text: string) => boolean;
  /** Whether a canonical title names its year with 度 and ends in 年度报告 all the same: 2023年度…年度报告. */
  readonly saysYearTwice: (canonicalText: string) => boolean;
  /** Where a text first names what a report is about; -1 where it doesn’t. */
  readonly topicIn: (text: string) => number;
  /** What stands before a title's year, with as many spaces in place of words around the body's name. */
  readonly withoutPrefix: (title: string) => string;
  /** Where the last words of a title begin: what the report is about, and that it is a report; its length where it has none. */
  readonly titleEndIn: (title: string) => number;
  /** A section's title without the words that make no difference. */
  readonly withoutConnectives: (title: string) => string;
  readonly isAnnex: (text: string) => boolean;
  /** Whether a canonical text ends as the names of bodies do. */
  readonly endsAsBody: (canonicalText: string) => boolean;
  /** Whether a canonical label of a row begins a row of remarks. */
  readonly isRemark: (canonicalText: string) => boolean;
  /** Whether a canonical text is a label of a page’s metadata, or another word of the page. */
  readonly isPageLabel: (canonicalText: string) => boolean;
  /** Whether a canonical text is a label of metadata that names the body. */
  readonly labelsBody: (canonicalText: string) => boolean;
  /** Whether a line of text is metadata of a page: 发布日期：…, 浏览次数：… */
  readonly isPageLine: (text: string) => boolean;
  /** Whether a word stands on a button of a page. */
  readonly isButton: (word: string) => boolean;
  /** Whether a text begins as what portals print below a text. */
  readonly isFooter: (text: string) => boolean;
}

/** The word lists with additions, made ready to be asked. */
export function compileWords(additions: Partial<Readonly<Record<WordList, readonly string[]>>> = {}): Words {
  const list = (name: WordList): readonly string[] => [...new Set([...lists[name], ...(additions[name] ?? [])])];
  const all = Object.fromEntries(wordLists.map((name) => [name, list(name)])) as Record<WordList, readonly string[]>;
  const title = new RegExp(`${anyOf(all.titleEndings)}$`, 'u');
  const topic = new RegExp(anyOf(all.titleTopics), 'u');
  const variant = new RegExp(`${anyOf(all.titleTopics)}.{0,6}?${anyOf(all.titleVariants)}$`, 'u');
  const twice = new RegExp(`\\d年度.*${anyOf(all.titleEndings)}$`, 'u');
  const noTitle = new RegExp(`^${anyOf(titleNegatives)}`, 'u');
  const prefix = new RegExp(`^${anyOf(all.titlePrefixes)}|${anyOf(all.titlePrefixes)}\\s*$`, 'gu');
  const titleEnd = new RegExp(`${anyOf(all.titleTopics)}?${anyOf(all.titleLinks)}?${anyOf(all.titleEndings)}$`, 'u');
  const connective = new RegExp(anyOf(all.connectives), 'gu');
  const annex = new RegExp(`^\\s*${anyOf(all.annexLabels)}`, 'u');
  const body = new RegExp(`${anyOf(all.bodyEndings)}$`, 'u');
  const remark = new RegExp(`^${anyOf(all.remarks)}[:：（(\\d]?`, 'u');
  const visits = new RegExp(`${anyOf(all.visitLabels)}(?:次数|量|人数)?[:：]`, 'u');
  const footer = new RegExp(
    `^(?:${anyOf(all.footers)}|[^\\s]{0,3}${anyOf(all.registrations)}|地址[:：].{0,60}邮编)`,
    'iu',
  );
  const pageLabels = new Set(all.pageLabels.map(canonical));
  const bodyLabels = new Set(all.bodyLabels.map(canonical));
  const buttons = new Set(all.buttons);
  const words: Words = {
    ...all,
    endsAsTitle: (text) => title.test(text),
    endsAsTitleVariant: (text) => variant.test(text) && !title.test(text) && !noTitle.test(text),
    beginsAsSentence: (text) => noTitle.test(text),
    saysYearTwice: (text) => twice.test(text),
    topicIn: (text) => text.search(topic),
    withoutPrefix: (text) => text.replace(prefix, (word) => ' '.repeat(word.length)),
    titleEndIn: (text) => titleEnd.exec(text)?.index ?? text.length,
    withoutConnectives: (text) => text.replace(connective, ''),
    isAnnex: (text) => annex.test(text),
    endsAsBody: (text) => body.test(text),
    isRemark: (text) => remark.test(text),
    isPageLabel: (text) => pageLabels.has(text),
    labelsBody: (text) => bodyLabels.has(text),
    isPageLine: (text) => {
      const label = LABEL.exec(text)?.[1];
      return (label !== undefined && pageLabels.has(canonical(label))) || visits.test(text);
    },
    isButton: (word) => buttons.has(word),
    isFooter: (text) => footer.test(text),
    derived: holder(() => words),
  };
  return words;
}

/** The label of a line `label: …`. */
const LABEL = /^[•·*\s]*([^:：]{1,12})[:：]/;
