import type { Severity } from '../../rules/engine/rule.ts';
import { joinedLines } from '../../text/joined-lines.ts';
import { printable } from '../printable.ts';
import type { OutputFormat } from './format.ts';
import { painter } from './paint.ts';
import { slashed } from './slashed.ts';
import { outcome } from './summary.ts';

/** The words of compilers, in every language: editors tell severities by them. */
const words: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'note',
};

/** A finding a line in the form of compilers, which editors and their problem matchers read, and what the run came to. */
export const gcc: OutputFormat = {
  id: 'gcc',
  description: { zh: '每处一行，如同编译器，供编辑器识别', en: 'a line each as compilers write it, for editors' },
  open: ({ language }) => ({
    start: () => '',
    file: ({ file, lines, findings }) =>
      findings
        .map(({ code, severity, span, message }) => {
          const { line, character } = lines.rangeOf(span).start;
          const place = `${printable(slashed(file))}:${line + 1}:${character + 1}`;
          return `${place}: ${words[severity]}: ${printable(joinedLines(message()[language], ' '))} [${code}]\n`;
        })
        .join(''),
    between: '',
    unreadable: () => '',
    end: (totals) => `${outcome(totals, language, painter(false))}\n`,
  }),
};
