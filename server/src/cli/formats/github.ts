import type { Severity } from '../../rules/engine/rule.ts';
import type { OutputFormat } from './format.ts';

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

function slashed(file: string): string {
  return process.platform === 'win32' ? file.replaceAll('\\', '/') : file;
}
