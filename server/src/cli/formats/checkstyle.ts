import type { Severity } from '../../rules/engine/rule.ts';
import type { OutputFormat } from './format.ts';
import { attributes } from './xml.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

export const checkstyle: OutputFormat = {
  id: 'checkstyle',
  description: { zh: 'Checkstyle XML，供 Jenkins 等平台使用', en: 'Checkstyle XML, for Jenkins and others' },
  open: ({ language }) => ({
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
    file: ({ file, lines, findings }) =>
      fileElement(
        file,
        findings.map(({ code, severity, span, message }) => {
          const { line, character } = lines.positionAt(span.start);
          const place = { line: line + 1, column: character + 1 };
          return { ...place, severity: severities[severity], message: message()[language], source: `nianbao.${code}` };
        }),
      ),
    between: '',
    unreadable: (file, message) =>
      fileElement(file, [{ line: 1, severity: 'error', message, source: 'nianbao.unreadable' }]),
    end: () => '</checkstyle>\n',
  }),
};

function fileElement(name: string, errors: readonly Readonly<Record<string, string | number>>[]): string {
  const elements = errors.map((error) => `<error${attributes(error)}/>\n`).join('');
  return `<file${attributes({ name })}>\n${elements}</file>\n`;
}
