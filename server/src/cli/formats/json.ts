import { render } from '../../rules/engine/render.ts';
import type { OutputFormat } from './format.ts';

export const json: OutputFormat = {
  id: 'json',
  description: { zh: 'JSON 数组，每处问题一个对象', en: 'a JSON array with an object for each finding' },
  open: ({ language }) => {
    let written = 0;
    return {
      start: () => '[',
      file: ({ file, lines, findings }) =>
        findings
          .map((finding) => JSON.stringify({ file, ...render(finding, lines, language) }))
          .map((record) => `${written++ > 0 ? ',' : ''}\n${record}`)
          .join(''),
      unreadable: () => '',
      end: () => '\n]\n',
    };
  },
};
