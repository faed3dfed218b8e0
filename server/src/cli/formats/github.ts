import type { Severity } from '../../rules/engine/rule.ts';
import type { Language, Localized } from '../../text/language.ts';
import type { FormatWriter, OutputFormat } from './format.ts';
import { slashed } from './slashed.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export const github: OutputFormat = {
  id: 'github',
  description: { zh: 'GitHub Actions 的标注', en: 'annotations of GitHub Actions' },
  open: ({ language }) => ({
    ...overflow(language),
    start: () => '',
    file: ({ file, lines, findings }) =>
      findings
        .map(({ code, severity, span, message }) => {
          const { start, end } = lines.rangeOf(span);
          const place: Record<string, string | number> = {
            file: slashed(file),
            line: start.line + 1,
            col: start.character + 1,
          };
          if (end.line === start.line) place.endColumn = Math.max(end.character, start.character + 1);
          else place.endLine = end.line + 1;
          return command(levels[severity], { ...place, title: code }, message()[language]);
        })
        .join(''),
    between: '',
    unreadable: (file, message) => command('error', { file: slashed(file) }, message),
    end: () => '',
  }),
};

/** GitHub shows so many annotations of each kind. */
const SHOWN = 10;
/** A summary is bounded: of more only the count is told. */
const MOST_TOLD = 2000;
const VARIABLE = 'GITHUB_STEP_SUMMARY';

/** Puts together what GitHub doesn't show beside the lines, for the summary of the step. */
function overflow(language: Language): Required<Pick<FormatWriter, 'heard' | 'appendix'>> {
  const counts = new Map<string, number>();
  const rows: string[] = [];
  let left = 0;
  return {
    heard: (text) => {
      for (const [, kind = '', properties = '', message = ''] of text.matchAll(/^::(\w+) (.*?)::(.*)$/gm)) {
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        if (count <= SHOWN) continue;
        left++;
        if (left <= MOST_TOLD) rows.push(summaryRow(kind, properties, message));
      }
    },
    appendix: () =>
      left === 0 ? null : { variable: VARIABLE, text: [...summaryHead(left, language), ...rows, '', ''].join('\n') },
  };
}

function summaryHead(count: number, language: Language): readonly string[] {
  const title: Localized = { zh: `另有 ${count} 处问题`, en: `${count} more findings` };
  const columns: Localized = { zh: '| 级别 | 位置 | 规则 | 问题 |', en: '| kind | place | rule | finding |' };
  const note: Localized = { zh: `只列 ${MOST_TOLD} 处。`, en: `The first ${MOST_TOLD} are listed.` };
  return [
    `### ${title[language]}`,
    '',
    ...(count > MOST_TOLD ? [note[language], ''] : []),
    columns[language],
    '|---|---|---|---|',
  ];
}

function summaryRow(kind: string, properties: string, message: string): string {
  const of = new Map(
    properties.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const cells = [kind, `${of.get('file')}:${of.get('line') ?? ''}`, of.get('title') ?? '', message];
  return `| ${cells.map((cell) => markdownCell(unescaped(cell))).join(' | ')} |`;
}

/** Text as a cell of a table in Markdown: none of it is Markdown or HTML. */
function markdownCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function unescaped(text: string): string {
  return text.replace(/%(3A|2C|0D|0A|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
