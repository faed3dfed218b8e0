import { yearTrouble } from '../../report/skeleton.ts';
import { newReport } from '../library.ts';
import { reportText, textOf } from './arguments.ts';
import { type Tool, ToolFailure } from './tool.ts';

export const newReportTool: Tool = {
  name: 'new_report',
  title: { zh: '新建年度报告', en: 'Begin a new report' },
  description: {
    zh: '写出某机关某年度报告的格式：标题、各部分和空表，要写的地方标着【待填写：…】。有上年报告的，沿用标题写法并带入结转数。',
    en: 'The form of a body’s report of a year: headings and blank tables, with what is to be written marked 【待填写：…】. From last year’s report its wording of headings and the figures carried forward are taken over.',
  },
  parameters: {
    body: { type: 'string', description: 'The full Chinese name of the body.' },
    year: { type: 'integer', description: 'The reporting year, such as 2025.' },
    previousFile: { type: 'string', description: 'The path of last year’s report (markup), if there is one.' },
    previousText: { type: 'string', description: 'The text of last year’s report, if it is no file.' },
  },
  required: ['body', 'year'],
  async run(given, around) {
    const trouble = yearTrouble(String(given.year), new Date().getFullYear());
    if (trouble) throw new ToolFailure(trouble);
    const hasPrevious = given.previousFile !== undefined || given.previousText !== undefined;
    const previous = hasPrevious ? await reportText(given, around, 'previousText', 'previousFile') : null;
    const name = textOf(given, 'previousFile') ?? '';
    return {
      text: newReport({
        body: textOf(given, 'body') ?? '',
        year: Number(given.year),
        ...(previous === null ? {} : { previous: { name, text: previous } }),
      }),
    };
  },
};
