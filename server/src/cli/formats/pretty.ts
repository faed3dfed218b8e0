import type { CheckedFinding } from '../../rules/engine/check.ts';
import { filePlace } from '../../rules/engine/render.ts';
import { severityNames } from '../../rules/engine/rule-page.ts';
import { joinedLines } from '../../text/joined-lines.ts';
import type { Localized } from '../../text/language.ts';
import type { Position } from '../../text/line-index.ts';
import { padEnd } from '../columns.ts';
import { markLine } from '../marked-line.ts';
import { messages } from '../messages.ts';
import { printable } from '../printable.ts';
import type { CheckedFile, FormatOptions, OutputFormat } from './format.ts';
import { type Paint, painter } from './paint.ts';
import { summary } from './summary.ts';

const GUTTER = 10;

export const pretty: OutputFormat = {
  id: 'pretty',
  description: { zh: '给人看的清单，附原文', en: 'a list for people, with the lines' },
  open: (options) => {
    const paint = painter(options.color);
    return {
      start: () => '',
      file: (checked) => (checked.findings.length > 0 ? listing(checked, options, paint) : ''),
      between: '',
      unreadable: () => '',
      end: (totals) => summary(totals, options.language, paint),
    };
  },
};

function listing(checked: CheckedFile, options: FormatOptions, paint: Paint): string {
  const name = checked.file === '-' ? messages.standardInput()[options.language] : printable(checked.file);
  const blocks = checked.findings.map((finding) => block(checked, finding, options, paint));
  return `${paint('strong', name)}\n${blocks.join('')}\n`;
}

/** The finding in one line, its place in the text, and what it hangs together with. */
function block({ text, lines }: CheckedFile, finding: CheckedFinding, options: FormatOptions, paint: Paint): string {
  const { language, columns } = options;
  const { code, severity, span, message, related } = finding;
  const { start, end } = lines.rangeOf(span);
  const line = text.slice(lines.lineStart(start.line), lines.lineEnd(start.line));
  const lastCharacter = end.line === start.line ? end.character : line.length;
  const { shown, mark } = markLine(line, start.character, lastCharacter, columns - GUTTER);
  const to = end.line > start.line ? ` ${untilLine(end)[language]}` : '';
  const bar = paint('faint', '│');
  return [
    `  ${padEnd(placeName(start), 8)}${paint(severity, severityNames[severity][language])}  ${said(message()[language])}  ${paint('faint', code)}`,
    ...(shown === '' ? [] : [`        ${bar} ${shown}`, `        ${bar} ${paint(severity, mark + to)}`]),
    ...related().map((each) => {
      const { file, range } = filePlace(each, lines);
      const place = file === undefined ? placeName(range.start) : `${printable(file)}:${placeName(range.start)}`;
      return `          ${paint('faint', padEnd(place, 8))}${said(each.message()[language])}`;
    }),
    '',
  ].join('\n');
}

function placeName({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}

function untilLine({ line, character }: Position): Localized {
  const last = character === 0 ? line : line + 1;
  return { zh: `到第 ${last} 行`, en: `to line ${last}` };
}

function said(message: string): string {
  return printable(joinedLines(message, ' '));
}
