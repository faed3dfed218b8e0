import { compare } from '../library.ts';
import { reportText, textOf } from './arguments.ts';
import type { Tool } from './tool.ts';

export const diffTool: Tool = {
  name: 'diff',
  title: { zh: '对照两份报告', en: 'Compare two reports' },
  description: {
    zh: '逐格对照两份报告的表格，逐句对照文字；年度不同的给出每个数的增减和百分比。只调整了排版的没有变化。',
    en: 'Compares two reports cell by cell and sentence by sentence; of two years each figure with its change, in percent too. Formatting alone makes no difference.',
  },
  parameters: {
    beforeText: { type: 'string', description: 'The text of the earlier report. Either this or `beforeFile`.' },
    beforeFile: { type: 'string', description: 'The path of the earlier report.' },
    afterText: { type: 'string', description: 'The text of the later report. Either this or `afterFile`.' },
    afterFile: { type: 'string', description: 'The path of the later report.' },
  },
  required: [],
  async run(given, around) {
    const [before, after] = await Promise.all([
      reportText(given, around, 'beforeText', 'beforeFile'),
      reportText(given, around, 'afterText', 'afterFile'),
    ]);
    return compare(
      { name: textOf(given, 'beforeFile') ?? 'before', text: before },
      { name: textOf(given, 'afterFile') ?? 'after', text: after },
    );
  },
};
