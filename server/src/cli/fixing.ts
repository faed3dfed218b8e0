import { subjectOf } from '../analysis/subject.ts';
import { NotWritten } from '../exporters/not-written.ts';
import { readReport } from '../report/bind.ts';
import { fixAll } from '../rules/engine/fix-all.ts';
import type { Localized } from '../text/language.ts';
import { isTooLarge } from '../text/limits.ts';
import type { InForce } from '../workspace/settings.ts';
import { type Arguments, type Option, UsageError } from './command.ts';
import { complain } from './complain.ts';
import { formatMessages } from './format-messages.ts';
import type { Context } from './io.ts';
import { messages } from './messages.ts';
import type { ReadText } from './read-reports.ts';
import { writeReport } from './write-report.ts';

/**
 * Options that ask for fixes which aren't certain, and the rules whose fixes they are, in the order in which they are
 * made: what a conversion leaves blank is for the author to fill.
 */
const askedFor: ReadonlyMap<string, string> = new Map([
  ['fill-blanks', 'blank-cell'],
  ['convert-tables', 'edition-mismatch'],
]);

export const fixOptions: readonly Option[] = [
  {
    name: 'fix',
    description: { zh: '改正确定无疑的问题，写回文件', en: 'mend what is certain, in the files themselves' },
  },
  {
    name: 'fill-blanks',
    description: {
      zh: '和 --fix 一起用：空着的格子填 0，按勾稽关系不是 0 的除外',
      en: 'with --fix: write 0 into blank cells, but where the relations ask for another value',
    },
  },
  {
    name: 'convert-tables',
    description: {
      zh: '和 --fix 一起用：别的年度格式的表换成本年度的，带不过来的数写成注释',
      en: 'with --fix: replace tables of another edition; values without a place are named in comments',
    },
  },
];

/** What `--fix` and its companions ask for; null without `--fix`. Throws `UsageError` where they can't be followed. */
export function fixingOf({ flags, operands }: Arguments): Fixing | null {
  const also = [...askedFor].filter(([option]) => flags.has(option));
  if (!flags.has('fix')) {
    const [[option] = []] = also;
    if (option !== undefined) throw new UsageError(formatMessages.onlyWithFix(`--${option}`));
    return null;
  }
  if (operands.length === 0) throw new UsageError(messages.missingFile());
  if (operands.includes('-')) throw new UsageError(formatMessages.fixNeedsFile());
  return new Fixing(also.map(([, code]) => code));
}

/** Fixes report after report and counts. */
export class Fixing {
  readonly #also: readonly string[];
  readonly #remarks: { readonly name: string; readonly message: Localized }[] = [];
  #findings = 0;
  #files = 0;

  constructor(also: readonly string[]) {
    this.#also = also;
  }

  /** The report's text with its fixes, which its file then holds. Throws `NotWritten`. */
  fix(read: ReadText, { settings, forms }: InForce): string {
    if (isTooLarge(read.text)) return read.text;
    const onFailure = (code: string, error: unknown): void => {
      this.#remarks.push({ name: read.name, message: formatMessages.fixFailed(code, String(error)) });
    };
    let { text } = read;
    let findings = 0;
    for (const also of this.#also.length > 0 ? this.#also : [null]) {
      const done = fixAll(text, (each) => subjectOf(readReport(each, forms), { settings }), { also, onFailure });
      text = done.text;
      findings += done.fixed;
    }
    if (text === read.text) return text;
    const { trouble, remark } = writeReport(read, text);
    if (trouble) throw new NotWritten(trouble);
    if (remark) this.#remarks.push({ name: read.name, message: remark });
    this.#findings += findings;
    this.#files++;
    return text;
  }

  /** Says on standard error what was done. */
  async tell({ io, language }: Context): Promise<void> {
    for (const { name, message } of this.#remarks) await complain(io, message[language], name);
    await io.stderr.write(`${formatMessages.fixed(this.#findings, this.#files)[language]}\n`);
  }
}
