import { render } from '../../rules/engine/render.ts';
import type { OutputFormat } from './format.ts';

export const jsonl: OutputFormat = {
  id: 'jsonl',
  description: { zh: '每份报告一行 JSON', en: 'JSON Lines, an object for each report' },
  open: ({ language }) => ({
    start: () => '',
    file: ({ file, lines, findings }) =>
      `${JSON.stringify({ file, findings: findings.map((finding) => render(finding, lines, language)) })}\n`,
    between: '',
    unreadable: (file, error) => `${JSON.stringify({ file, error })}\n`,
    end: () => '',
  }),
};
