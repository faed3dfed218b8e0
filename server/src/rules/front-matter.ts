import type { Subject } from '../analysis/subject.ts';
import type { Forms } from '../forms/form.ts';
import {
  type FrontMatterKeyDefinition,
  frontMatterKey,
  frontMatterKeys,
  isReportingYear,
  reportingYears,
} from '../forms/front-matter.ts';
import { standardForms } from '../forms/index.ts';
import type { FrontMatterEntry, Report } from '../report/report.ts';
import { canonical } from '../text/canonical.ts';
import type { Localized } from '../text/language.ts';
import { lineBreak } from '../text/line-breaks.ts';
import { labelSet, nearestLabel } from '../text/nearest-label.ts';
import type { Span } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import { deleteLine } from './engine/line-edits.ts';
import type { Finding, Fix, Rule } from './engine/rule.ts';

const spellings = frontMatterKeys.flatMap((definition) => definition.spellings);
const spellingSet = labelSet(spellings);
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

认识的键：${frontMatterKeys.map(({ spellings }) => spellings[0]).join('、')}。年度是${FIRST_YEAR}到${LAST_YEAR}的四位数字；格式是${formIds(standardForms()).join('、')}之一。文件头不属于报告，发布时不出现；它写错了，年度、格式和上年报告就会认错。这是本工具的约定，格式文件没有规定。

做法：按提示改正；没有结束的，在最后一行「键: 值」下面补一行「---」。`,
    en: `Front matter is the lines between “---” and “---” at the top of the file, one “key: value” each. Fires when it isn’t closed, a key is unknown, a value is impossible, or a key that may stand once has different values.

Known keys: ${frontMatterKeys.map(({ spellings }) => spellings.join(' / ')).join(', ')}. The year has four digits, ${FIRST_YEAR} to ${LAST_YEAR}; the form is one of ${formIds(standardForms()).join(', ')}. Front matter isn’t part of the report and isn’t published; if it is wrong, year, form and last year’s report are mistaken. It is a convention of this tool, not of the form.

What to do: correct it as the message says; close it with a line “---” below the last entry.`,
  },
  example: {
    wrong: '---\n机关: 青禾镇人民政府\n年度: {{front-matter:20223}}\n---\n',
    right: '---\n机关: 青禾镇人民政府\n年度: 2023\n---\n',
  },
  check,
};

function* check({ report }: Subject): Generator<Finding> {
  const { unclosedFrontMatter } = report.tree;
  if (unclosedFrontMatter) {
    yield finding(code, {
      span: unclosedFrontMatter,
      message: () => ({
        zh: '文件头没有结束：在最后一行「键: 值」下面补一行「---」',
        en: 'The front matter is not closed: add a line “---” below its last entry',
      }),
      fixes: () => [closing(report, unclosedFrontMatter)],
    });
  }
  for (const entry of report.frontMatter) {
    const trouble = entry.key === null ? unknownKey(entry) : troubleOf(report, entry);
    if (trouble) yield trouble;
  }
}

/** `---` below the entries right under the opening one. */
function closing({ tree }: Report, opening: Span): Fix {
  const { text } = tree;
  const below = tree.lines.filter(({ span }) => span.start >= opening.end);
  const end = below.findIndex((line) => !isEntry(text.slice(line.span.start, line.span.end)));
  const last = (end < 0 ? below.at(-1) : below[end - 1])?.span.end ?? opening.end;
  return {
    title: { zh: '补上结束文件头的「---」', en: 'Close the front matter with “---”' },
    edits: [{ span: { start: last, end: last }, text: `${lineBreak(text)}---` }],
    certain: false,
  };
}

function isEntry(line: string): boolean {
  const mark = line.search(/[:：]/);
  return mark > 0 && frontMatterKey(line.slice(0, mark)) !== null;
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
    fixes: () =>
      near === null || !entry.value
        ? []
        : [
            {
              title: { zh: `键改为「${near}」`, en: `Change the key to “${near}”` },
              edits: [{ span, text: near }],
              certain: false,
            },
          ],
  });
}

/** A known key that shares a character of a short spelling, holds it or is a misspelling of it. */
function nearestKey(key: string): string | null {
  const text = canonical(key).toLowerCase();
  const near =
    nearestLabel(text, spellingSet) ??
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
  const impossible = impossibleValue(definition, value.text, report.forms);
  if (impossible) return finding(code, { span: value.span, message: () => impossible });
  const other = otherValue(report, entry, definition, value.text);
  return other && finding(code, { span: value.span, message: () => other, fixes: () => [withoutEntry(report, entry)] });
}

function withoutEntry(report: Report, { entry }: FrontMatterEntry): Fix {
  const { text } = entry.value ?? entry.key;
  return {
    title: { zh: `删去后写的「${text}」这一行`, en: `Delete the later line, “${text}”` },
    edits: [deleteLine(report, entry)],
    certain: false,
  };
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

function formIds({ all }: Forms): readonly string[] {
  return all.map(({ id }) => id);
}

function impossibleValue({ key }: FrontMatterKeyDefinition, text: string, forms: Forms): Localized | null {
  const plain = text.normalize('NFKC');
  if (key === 'edition' && !forms.byId(plain)) {
    const ids = formIds(forms);
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
