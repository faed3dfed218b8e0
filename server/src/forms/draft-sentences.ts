// The standard sentences of a report's prose, to be written from its tables.
import type { Localized } from '../text/language.ts';
import type { AreaId, SectionId } from './edition.ts';

/** What is usually said of one matter, in several wordings. */
export interface DraftSentence {
  /** The section, and the area of it, that it belongs to. */
  readonly section: SectionId;
  readonly area: AreaId | null;
  readonly name: Localized;
  /** Initials of its name, by which it can be typed. */
  readonly shortForm: string;
  /** Whether it answers what the area asks for, so that it may take the place of its prompt. */
  readonly answers: boolean;
  /** The usual one first. */
  readonly wordings: readonly DraftWording[];
}

export interface DraftWording {
  /** Formulas over cells that all have to be 0, or more than 0, for it to be true. */
  readonly none?: readonly string[];
  readonly some?: readonly string[];
  /**
   * `{year}` is the year, `{?}` what no table tells, any other brace the value of a formula (`formulaOf`).
   * What stands between square brackets is written only where its value isn't 0.
   */
  readonly text: string;
}

const RECEIVED = 'requests.received.total';
const OVER = 'requests.carried-over.total';
const CLOSED = 'requests.total.total';
const FORWARD = 'requests.carried-forward.total';
const ORGANIZATIONS = ['company', 'research', 'nonprofit', 'legal-service', 'other-organization']
  .map((column) => `requests.received.${column}`)
  .join('+');

/** The answers, in the form's order; those of the last group are a row of its own in a form that has no group. */
const OUTCOMES: readonly (readonly [words: string, formula: string])[] = [
  ['予以公开', 'requests.granted.total'],
  ['部分公开', 'requests.partly-granted.total'],
  ['不予公开', 'sum(requests.refused.*.total)'],
  ['无法提供', 'sum(requests.unavailable.*.total)'],
  ['不予处理', 'sum(requests.declined.*.total)'],
  ['其他处理', 'sum(requests.other.*.total)|requests.other.total'],
];
const EVERY_OUTCOME = OUTCOMES.map(([words, formula]) => `${words}{${formula}}件`).join('，');
const SOME_OUTCOMES = OUTCOMES.map(([words, formula]) => `[，${words}{${formula}}件]`).join('');

const NEW = `{year}年新收政府信息公开申请{${RECEIVED}}件`;
const BY_APPLICANT = `其中自然人{requests.received.person}件，法人或者其他组织{${ORGANIZATIONS}}件`;

const RECONSIDERED = 'disputes.reconsideration.total';
const SUED = 'disputes.litigation-direct.total+disputes.litigation-after-reconsideration.total';
const RESULTS: readonly (readonly [words: string, column: string])[] = [
  ['结果维持', 'upheld'],
  ['结果纠正', 'corrected'],
  ['其他结果', 'other'],
  ['尚未审结', 'pending'],
];
const RECONSIDERATION_RESULTS = RESULTS.map(([words, column]) => `${words}{disputes.reconsideration.${column}}件`).join(
  '，',
);
const SUIT_RESULTS = RESULTS.map(
  ([words, column]) =>
    `${words}{disputes.litigation-direct.${column}+disputes.litigation-after-reconsideration.${column}}件`,
).join('，');

const DOCUMENTS =
  '制发行政规范性文件{disclosure.normative-documents.made}件，废止{disclosure.normative-documents.repealed}件，现行有效{disclosure.normative-documents.in-force}件。';
const RULES =
  '制发规章{disclosure.regulations.made}件，废止{disclosure.regulations.repealed}件，现行有效{disclosure.regulations.in-force}件；';

/** The sentences, those of one area in the order in which they follow one another. */
export const draftSentences: readonly DraftSentence[] = [
  {
    section: 'overview',
    area: 'proactive',
    name: { zh: '行政许可、行政处罚、行政强制', en: 'Licences, penalties, coercive measures' },
    shortForm: 'xzcl',
    answers: false,
    wordings: [
      {
        text: '{year}年作出行政许可决定{disclosure.licensing.decisions}件，行政处罚决定{disclosure.penalties.decisions}件，行政强制决定{disclosure.coercion.decisions}件。',
      },
    ],
  },
  {
    section: 'overview',
    area: 'proactive',
    name: { zh: '行政事业性收费', en: 'Administrative fees' },
    shortForm: 'sf',
    answers: false,
    wordings: [{ text: '{year}年收取行政事业性收费{disclosure.fees.amount}万元。' }],
  },
  {
    section: 'overview',
    area: 'on-request',
    name: { zh: '收到和处理申请', en: 'Requests' },
    shortForm: 'sq',
    answers: true,
    wordings: [
      { none: [RECEIVED, OVER], text: '{year}年未收到政府信息公开申请。' },
      {
        none: [RECEIVED],
        some: [OVER],
        text: `{year}年未收到政府信息公开申请，上年结转{${OVER}}件；办结{${CLOSED}}件，其中${EVERY_OUTCOME}；结转下年度继续办理{${FORWARD}}件。`,
      },
      {
        some: [RECEIVED],
        text: `${NEW}，上年结转{${OVER}}件；${EVERY_OUTCOME}，结转下年度继续办理{${FORWARD}}件。`,
      },
      {
        some: [RECEIVED],
        text: `${NEW}[，上年结转{${OVER}}件]${SOME_OUTCOMES}[，结转下年度继续办理{${FORWARD}}件]。`,
      },
      {
        some: [RECEIVED],
        text: `${NEW}，${BY_APPLICANT}；上年结转{${OVER}}件。本年办结{${CLOSED}}件，其中${EVERY_OUTCOME}；结转下年度继续办理{${FORWARD}}件。`,
      },
      {
        none: [OVER, FORWARD],
        some: [RECEIVED],
        text: `{year}年共收到政府信息公开申请{${RECEIVED}}件，已全部办结。`,
      },
    ],
  },
  {
    section: 'overview',
    area: 'on-request',
    name: { zh: '行政复议、行政诉讼', en: 'Reconsiderations and court cases' },
    shortForm: 'fyss',
    answers: true,
    wordings: [
      { none: [RECONSIDERED, SUED], text: '未发生因政府信息公开引发的行政复议、行政诉讼。' },
      {
        some: [RECONSIDERED],
        none: [SUED],
        text: `因政府信息公开被申请行政复议{${RECONSIDERED}}件，未发生因政府信息公开引发的行政诉讼。`,
      },
      {
        some: [SUED],
        none: [RECONSIDERED],
        text: `未发生因政府信息公开引发的行政复议，因政府信息公开被提起行政诉讼{${SUED}}件。`,
      },
      {
        some: [RECONSIDERED, SUED],
        text: `因政府信息公开被申请行政复议{${RECONSIDERED}}件，被提起行政诉讼{${SUED}}件。`,
      },
      {
        some: [RECONSIDERED, SUED],
        text: `因政府信息公开被申请行政复议{${RECONSIDERED}}件，其中${RECONSIDERATION_RESULTS}；被提起行政诉讼{${SUED}}件，其中${SUIT_RESULTS}。`,
      },
    ],
  },
  {
    section: 'overview',
    area: 'management',
    name: { zh: '规章和规范性文件', en: 'Rules and normative documents' },
    shortForm: 'gfxwj',
    answers: true,
    wordings: [
      { some: ['disclosure.regulations.in-force'], text: `本年${RULES}${DOCUMENTS}` },
      { text: `本年${DOCUMENTS}` },
    ],
  },
  {
    section: 'other',
    area: null,
    name: { zh: '信息处理费', en: 'Information processing fee' },
    shortForm: 'clf',
    answers: true,
    wordings: [
      { none: [RECEIVED, OVER], text: '{year}年未收取信息处理费。' },
      { text: '{year}年，本机关依据《政府信息公开信息处理费管理办法》收取信息处理费{?}元。' },
    ],
  },
];
