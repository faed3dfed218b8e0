import { render } from '../../rules/engine/render.ts';
import type { OutputFormat } from './format.ts';

export const json: OutputFormat = {
  id: 'json',
  description: { zh: 'JSON 数组，每处问题一个对象', en: 'a JSON array with an object for each finding' },
  open: ({ language }) => ({
    start: () => '[',
    file: ({ file, lines, findings }) =>
      findings.map((finding) => `\n${JSON.stringify({ file, ...render(finding, lines, language) })}`).join(','),
    between: ',',
    unreadable: () => '',
    end: () => '\n]\n',
  }),
};
