import { type ProseLine, reportProse, textAroundTables } from '../analysis/prose.ts';
import type { Subject } from '../analysis/subject.ts';
import { notPhones, officePhones } from '../forms/content-words.ts';
import { surnames } from '../forms/placeholder-words.ts';
import { anyOf } from '../text/any-of.ts';
import { isIdNumber } from '../text/id-number.ts';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'private-data';

/** Identity-card numbers and mobile numbers of persons. */
export const privateData: Rule = {
  code,
  group: 'text',
  severity: 'warning',
  title: { zh: '疑似含个人信息（身份证号、手机号）', en: 'Personal data: an identity-card or mobile number' },
  explanation: {
    zh: `正文里有校验位正确的18位身份证号，或者11位手机号时警告。写作办公电话、咨询电话、热线等单位电话的，邮箱、网址里的数字、金额和编号不提示，已经用 * 遮去几位的也不提示。

年度报告向社会公开，身份证号和个人手机号属于个人信息，公开后收不回来。

做法：删去，或者遮去中间几位；需要留联系方式的，写办公电话。

依据：《条例》第十五条；《中华人民共和国个人信息保护法》。`,
    en: `Fires on an identity-card number with a right check digit and on a mobile number of eleven digits. Numbers given as an office’s telephone or hotline, digits in addresses of mail and pages, amounts and serial numbers are left alone, and so is what is masked with * already.

The report is published; identity-card and mobile numbers are personal data and can’t be taken back.

What to do: delete them or mask the middle; give an office line where people are to call.

Source: article 15 of the Regulation; the Personal Information Protection Law.`,
  },
  example: {
    wrong: `# 青禾镇2023年政府信息公开工作年度报告

联系人手机：{{private-data:13800001111}}，办公电话：0439-3700000。
`,
    right: `# 青禾镇2023年政府信息公开工作年度报告

办公电话：0439-3700000。
`,
  },
  check,
};

const AROUND = 'A-Za-z\\d@/_=#*×';
const NUMBER = new RegExp(
  `(?<![${AROUND}.-])(?:[1-9]\\d{16}[\\dXx]|1[3-9]\\d{9}|1[3-9]\\d[ -]\\d{4}[ -]\\d{4})(?![${AROUND}]|[.-]\\d)`,
  'g',
);
const PHONE_BEFORE = new RegExp(`${anyOf(notPhones.phones)}[:：为是]?\\s*$`);
const NO_PHONE_BEFORE = new RegExp(`${anyOf(notPhones.before)}[:：为是]?\\s*[(（]?$`, 'i');
const COUNTED = new RegExp(`^\\s*(?:余|多)?${anyOf(notPhones.after)}`);
const MOBILE = '1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}';
/** 咨询电话（党政办）：, with numbers of the same list. */
const OFFICE_BEFORE = new RegExp(
  `${anyOf(officePhones.of)}(?:${anyOf(officePhones.names)})+${anyOf(officePhones.end)}?\\s?(?:[（(][^（()）]{0,16}[）)])?\\s?[:：为是]?\\s?` +
    `(?:${MOBILE}\\s?[、,，/或及和]\\s?)*[(（]?$`,
);
const PERSON = new RegExp(anyOf(officePhones.persons));
/** （李某） behind a number. */
const NAME_AFTER = new RegExp(`^\\s?[（(][${surnames}][\\u4e00-\\u9fff]{1,2}[）)]`);
/** 李某 before its telephone. */
const NAME_BEFORE = new RegExp(`(?:^|[：:，,、（(\\s])[${surnames}][\\u4e00-\\u9fff]{1,2}[，,、：:\\s]\\s?$`);
/** So much of a sentence before a number tells whose telephone it is, in UTF-16 units. */
const SENTENCE = 60;
/** So much before and after a number tells what it is, in UTF-16 units. */
const NEAR = 12;
const LONG_DIGITS = /[1-9１-９][\d０-９][\d０-９ -]{9}/;

function* check(subject: Subject): Generator<Finding> {
  if (!LONG_DIGITS.test(textAroundTables(subject))) return;
  for (const line of reportProse(subject)) {
    for (const { span, kind, text } of numbersIn(line)) {
      yield finding(code, {
        span,
        data: { kind },
        fixes: () => [
          {
            title: { zh: '用 * 遮去中间几位', en: 'Mask the middle with *' },
            edits: [{ span, text: masked(text) }],
            certain: false,
          },
        ],
        message: () => messages[kind],
      });
    }
  }
}

type Kind = 'id-number' | 'mobile';

const messages: Readonly<Record<Kind, Localized>> = {
  'id-number': {
    zh: '疑似身份证号；报告要公开，请删去或遮去几位',
    en: 'looks like an identity-card number; the report is published: delete or mask it',
  },
  mobile: {
    zh: '疑似个人手机号；报告要公开，请删去或改写办公电话',
    en: 'looks like a personal mobile number; the report is published: delete it or give an office line',
  },
};

interface Found {
  readonly kind: Kind;
  readonly span: Span;
  readonly text: string;
}

function numbersIn({ start, text }: ProseLine): readonly Found[] {
  if (!LONG_DIGITS.test(text)) return [];
  return [...text.matchAll(NUMBER)].flatMap(({ 0: number, index }): readonly Found[] => {
    const span = { start: start + index, end: start + index + number.length };
    if (number.length === 18) return isIdNumber(number) ? [{ kind: 'id-number', span, text: number }] : [];
    const after = text.slice(index + number.length, index + number.length + NEAR);
    return isPhone(text.slice(Math.max(0, index - NEAR), index), after) &&
      !isOfOffice(text.slice(Math.max(0, index - SENTENCE), index), after)
      ? [{ kind: 'mobile', span, text: number }]
      : [];
  });
}

function isPhone(before: string, after: string): boolean {
  return !COUNTED.test(after) && (!NO_PHONE_BEFORE.test(before) || PHONE_BEFORE.test(before));
}

/** Whether the number is given as the telephone of an office, and of no person in it. */
function isOfOffice(text: string, after: string): boolean {
  const before = text.slice(text.search(/[^。；;！!？?]*$/));
  const label = OFFICE_BEFORE.exec(before);
  if (!label || NAME_AFTER.test(after)) return false;
  const lead = before.slice(0, label.index);
  return !PERSON.test(before) && !NAME_BEFORE.test(lead);
}

/** 138****1111, 220581********0012 */
function masked(number: string): string {
  const [head, tail] = number.length === 18 ? [6, 14] : [3, number.length - 4];
  return number.slice(0, head) + '*'.repeat(number.length === 18 ? 8 : 4) + number.slice(tail);
}
