import type { Subject } from '../analysis/subject.ts';
import {
  type FrontMatterKeyDefinition,
  frontMatterKeys,
  isReportingYear,
  reportingYears,
} from '../forms/front-matter.ts';
import { editionById, editions } from '../forms/index.ts';
import type { FrontMatterEntry, Report } from '../report/report.ts';
import { canonical } from '../text/canonical.ts';
import type { Localized } from '../text/language.ts';
import { nearestLabel } from '../text/nearest-label.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'front-matter';
const { first: FIRST_YEAR, last: LAST_YEAR } = reportingYears;

/** The front matter is unclosed, or has an unknown key or an impossible value. What `忽略` names is checked elsewhere. */
export const frontMatter: Rule = {
  code,
  group: 'structure',
  severity: 'warning',
  title: { zh: '文件头有误', en: 'The front matter is wrong' },
  explanation: {
    zh: `文件头是文件最前面「---」到「---」之间的几行，每行一个「键: 值」。没有结束、键不认识、值不可能，或者只能写一次的键写了不同的值时警告。

认识的键：${frontMatterKeys.map(({ spellings }) => spellings[0]).join('、')}。年度是${FIRST_YEAR}到${LAST_YEAR}的四位数字；格式是${editions.map(({ id }) => id).join('、')}之一。文件头不属于报告，发布时不出现；它写错了，年度、格式和上年报告就会认错。这是本工具的约定，格式文件没有规定。

做法：按提示改正；没有结束的，在最后一行「键: 值」下面补一行「---」。`,
    en: `Front matter is the lines between “---” and “---” at the top of the file, one “key: value” each. Fires when it isn’t closed, a key is unknown, a value is impossible, or a key that may stand once has different values.

Known keys: ${frontMatterKeys.map(({ spellings }) => spellings.join(' / ')).join(', ')}. The year has four digits, ${FIRST_YEAR} to ${LAST_YEAR}; the form is one of ${editions.map(({ id }) => id).join(', ')}. Front matter isn’t part of the report and isn’t published; if it is wrong, year, form and last year’s report are mistaken. It is a convention of this tool, not of the form.

What to do: correct it as the message says; close it with a line “---” below the last entry.`,
  },
  example: {
    wrong: '---\n机关: 青禾镇人民政府\n年度: {{front-matter:20223}}\n---\n',
    right: '---\n机关: 青禾镇人民政府\n年度: 2023\n---\n',
  },
  check,
};

function* check({ report }: Subject): Generator<Finding> {
  if (report.tree.unclosedFrontMatter) {
    yield finding(code, {
      span: report.tree.unclosedFrontMatter,
      message: () => ({
        zh: '文件头没有结束：在最后一行「键: 值」下面补一行「---」',
        en: 'The front matter is not closed: add a line “---” below its last entry',
      }),
    });
  }
  for (const entry of report.frontMatter) {
    const trouble = entry.key === null ? unknownKey(entry) : troubleOf(report, entry);
    if (trouble) yield trouble;
  }
}

function unknownKey({ entry }: FrontMatterEntry): Finding | null {
  const { text, span } = entry.key;
  if (text === '' || /^(?:\/\/|#)/.test(text)) return null;
  const near = nearestKey(text);
  return finding(code, {
    span,
    message: () => ({
      zh: `不认识的键「${text}」${near ? `；是不是「${near}」` : ''}`,
      en: `Unknown key “${text}”${near ? `; did you mean “${near}”?` : ''}`,
    }),
  });
}

/** A known key that shares a character of a short spelling, holds it or is a misspelling of it. */
function nearestKey(key: string): string | null {
  const text = canonical(key).toLowerCase();
  const spellings = frontMatterKeys.flatMap((definition) => definition.spellings);
  const near =
    nearestLabel(text, spellings) ??
    spellings.find((spelling) => text.includes(spelling) || (text.length > 1 && spelling.includes(text))) ??
    spellings.find((spelling) => text.length === 2 && spelling.length === 2 && sharesPlace(text, spelling));
  return near ?? null;
}

function sharesPlace(one: string, other: string): boolean {
  return one[0] === other[0] || one[1] === other[1];
}

function troubleOf(report: Report, entry: FrontMatterEntry): Finding | null {
  const definition = frontMatterKeys.find(({ key }) => key === entry.key);
  if (!definition || definition.key === 'ignore') return null;
  const { value } = entry.entry;
  if (!value || value.text === '') return blankValue(entry, definition);
  const impossible = impossibleValue(definition, value.text) ?? otherValue(report, entry, definition, value.text);
  return impossible && finding(code, { span: value.span, message: () => impossible });
}

function blankValue({ entry }: FrontMatterEntry, { example }: FrontMatterKeyDefinition): Finding {
  return finding(code, {
    span: entry.key.span,
    message: () => ({
      zh: `「${entry.key.text}」后面没有值，例如「${entry.key.text}: ${example}」`,
      en: `“${entry.key.text}” has no value; write for instance “${entry.key.text}: ${example}”`,
    }),
  });
}

function impossibleValue({ key }: FrontMatterKeyDefinition, text: string): Localized | null {
  const plain = text.normalize('NFKC');
  if (key === 'edition' && !editionById(plain)) {
    const ids = editions.map(({ id }) => id);
    return {
      zh: `没有「${text}」这种格式，只有${ids.join('、')}`,
      en: `There is no form “${text}”, only ${ids.join(', ')}`,
    };
  }
  if (key !== 'year') return null;
  const year = /^(\d{4})\s*年?$/.exec(plain)?.[1];
  if (year && isReportingYear(Number(year))) return null;
  return {
    zh: `年度「${text}」不对：写四位数字，${FIRST_YEAR}到${LAST_YEAR}`,
    en: `“${text}” is no reporting year: write four digits, ${FIRST_YEAR} to ${LAST_YEAR}`,
  };
}

function otherValue(
  report: Report,
  entry: FrontMatterEntry,
  { key, repeatable }: FrontMatterKeyDefinition,
  text: string,
): Localized | null {
  if (repeatable) return null;
  const first = report.frontMatter.find((other) => other.key === key);
  const earlier = first?.entry.value?.text;
  if (!earlier || first === entry || earlier === text) return null;
  const name = entry.entry.key.text;
  return {
    zh: `「${name}」写了两次，前面写的是「${earlier}」`,
    en: `“${name}” is given twice; the value above is “${earlier}”`,
  };
}
