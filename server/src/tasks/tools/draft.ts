import { drafts, unknown } from '../../analysis/draft.ts';
import { subjectOf } from '../../analysis/subject.ts';
import { readReport } from '../../report/bind.ts';
import { languageIn, languageParameter, reportText, textOf, textParameters } from './arguments.ts';
import type { Tool } from './tool.ts';

/** Stands for a number that no table tells, as the form's own prompts do: the rules report it until it is filled in. */
const UNFILLED = '××';

export const draftTool: Tool = {
  name: 'draft',
  title: { zh: '按表格写句子', en: 'Sentences from the tables' },
  description: {
    zh: '按报告自己的表格写出各部分的常用句，数字都取自表格；表格里没有的数写作××，请用户填。写报告文字时用这些句子，不要自己编数字。',
    en: 'The usual sentences of each part, with the numbers of the report’s own tables; what no table tells stands as ×× for the user to fill in. Use these when you write prose, and never make up a number.',
  },
  parameters: {
    ...textParameters,
    section: { type: 'string', description: 'The id of a section (such as `overview`) to have its sentences alone.' },
    language: languageParameter,
  },
  required: [],
  async run(given, around) {
    const section = textOf(given, 'section');
    const language = languageIn(given, around);
    const found = drafts(subjectOf(readReport(await reportText(given, around))));
    return {
      sentences: found
        .filter(({ sentence }) => section === null || sentence.section === section)
        .map(({ sentence, texts }) => ({
          section: sentence.section,
          area: sentence.area,
          about: sentence.name[language],
          wordings: texts.map((text) => text.replaceAll(unknown, UNFILLED)),
        })),
    };
  },
};
