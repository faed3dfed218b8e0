import { importsBy } from '../library-import.ts';
import { languageIn, languageParameter, textOf } from './arguments.ts';
import { type Tool, ToolFailure } from './tool.ts';

export const importTool: Tool = {
  name: 'import',
  title: { zh: '导入 Word、PDF、网页或文本', en: 'Import Word, PDF, a web page or text' },
  description: {
    zh: '把 Word（docx）、PDF、网页或文本里的年度报告变成可以核对的标准文本，并说明哪些是推断的、哪些没有放进表格。标着「待核」的数不要猜，请用户对照原件填写。',
    en: 'Turns a report in Word (docx), PDF, a web page or text into markup that can be checked, and says what was inferred or has no place in a table. Don’t guess values that are marked 待核: ask the user to look at the original.',
  },
  parameters: {
    file: { type: 'string', description: 'The path of the file. Either this or `content`.' },
    content: { type: 'string', description: 'The text itself, where it is no file.' },
    language: languageParameter,
  },
  required: [],
  async run(given, around) {
    const [file, content] = [textOf(given, 'file'), textOf(given, 'content')];
    if (file === null && content === null) {
      throw new ToolFailure({ zh: '要给出 file 或 content。', en: 'give file or content.' });
    }
    const bytes = content ?? (await around.readFile(file ?? ''));
    const imported = await importsBy(around.runImport)(bytes, file ? { name: file } : {});
    if ('failure' in imported) throw new ToolFailure(imported.failure);
    const language = languageIn(given, around);
    return {
      text: imported.markup,
      notes: imported.notes.map(({ kind, message }) => ({ kind, message: message[language] })),
    };
  },
};
