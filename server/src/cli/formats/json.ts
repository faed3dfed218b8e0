import type { CheckedFinding } from '../../rules/engine/check.ts';
import type { Language } from '../../text/language.ts';
import type { CheckedFile, OutputFormat } from './format.ts';
import { rangeOf } from './range.ts';

export const json: OutputFormat = {
  id: 'json',
  description: { zh: 'JSON 数组，每处问题一个对象', en: 'a JSON array with an object for each finding' },
  open: ({ language }) => {
    let written = 0;
    return {
      start: () => '[',
      file: (checked) =>
        checked.findings
          .map((finding) => `${written++ > 0 ? ',' : ''}\n${JSON.stringify(record(checked, finding, language))}`)
          .join(''),
      unreadable: () => '',
      end: () => '\n]\n',
    };
  },
};

function record({ file, lines }: CheckedFile, finding: CheckedFinding, language: Language) {
  const { code, severity, message, span, related, data } = finding;
  return {
    file,
    code,
    severity,
    message: message()[language],
    range: rangeOf(lines, span),
    related: related.map((each) => ({ message: each.message()[language], range: rangeOf(lines, each.span) })),
    data,
  };
}
