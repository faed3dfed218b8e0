import { dirname, join, resolve } from 'node:path';
import { standardForms } from '../../forms/index.ts';
import { maxImportSize } from '../../importers/index.ts';
import { xlsxRows } from '../../importers/xlsx-rows.ts';
import { deskFiles } from '../../node/desk-files.ts';
import { codeOf } from '../../node/error-code.ts';
import { readBytesNow } from '../../node/read-file.ts';
import { writeFile } from '../../node/write-file.ts';
import { readReport } from '../../report/bind.ts';
import { distinct, namesInRows, withRoster } from '../../tasks/roster.ts';
import type { Localized } from '../../text/language.ts';
import { settingsFileName } from '../../workspace/settings.ts';
import { type Command, UsageError } from '../command.ts';
import { importAll } from '../desk-imports.ts';
import { isFolder } from '../find-reports.ts';
import { type Context, exitCodes } from '../io.ts';
import { messages } from '../messages.ts';
import { nameIn } from '../neighbours.ts';
import { printable } from '../printable.ts';
import { readFile } from '../read-reports.ts';
import { readText, reasonOf, Unreadable } from '../read-text.ts';
import { namedTrouble } from '../write-messages.ts';

export const roster: Command = {
  name: 'roster',
  operands: { zh: '[选项] <文件夹|名单.xlsx>', en: '[options] <folder|workbook.xlsx>' },
  options: [
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      description: {
        zh: `写入哪个 ${settingsFileName}；不写时是文件夹里、名单旁边的那个`,
        en: `the ${settingsFileName} to write; by default that in the folder, or beside the workbook`,
      },
    },
  ],
  notes: {
    zh: `名单写在 nianbao.json 的 roster 里：已有的单位、设置和注释不动，只补没有的。
文件夹里的报告可以是年报标记，也可以是 Word、PDF、网页或文本；Excel 名单取第一张表里单位名称最多的一列。
层级、期限、所属单位（level、deadline、children）请在 nianbao.json 里补写。`,
    en: `The list stands under roster in nianbao.json: bodies, settings and comments that are there stay, what is missing is added.
Reports may be in the markup, Word, PDF, HTML or text; of a workbook the column of its first sheet with most names is taken.
Levels, deadlines and children are for you to add.`,
  },
  run: async (context, given) => {
    const [operand, surplus] = given.operands;
    if (operand === undefined) throw new UsageError(messages.missingFile());
    if (surplus !== undefined) throw new UsageError(messages.surplusOperand(surplus));
    const { io, language } = context;
    const path = resolve(io.cwd, operand);
    const names = isFolder(path) ? await namesInFolder(path, context) : namesInWorkbook(path, operand);
    if (names.length === 0) throw new UsageError(noNames(operand));
    const target = given.values.get('output');
    const place =
      target === undefined ? join(isFolder(path) ? path : dirname(path), settingsFileName) : resolve(io.cwd, target);
    const shown = target ?? nameIn(io.cwd)(place);
    const written = withRoster(textAt(place, shown), names);
    if (!written) throw new UsageError(notJson(shown));
    try {
      if (written.added.length > 0) writeFile(place, written.text, { isNew: false, isFound: target === undefined });
    } catch (error) {
      throw new UsageError(namedTrouble(shown, error));
    }
    await io.stderr.write(`${printable(told(shown, written.added.length, written.count)[language])}\n`);
    return exitCodes.clean;
  },
};

async function namesInFolder(path: string, context: Context): Promise<readonly string[]> {
  const nameOf = nameIn(context.io.cwd);
  const files = deskFiles(path);
  const imports = await importAll(files.others, context, nameOf);
  const texts = [
    ...files.markup.flatMap((source) => {
      const read = readFile({ name: nameOf(source), path: source });
      return read.kind === 'text' ? [read.text] : [];
    }),
    ...[...imports.reports.values()].map(({ markup }) => markup),
  ];
  return distinct(texts.flatMap((text) => readReport(text, standardForms()).body?.text ?? []));
}

function namesInWorkbook(path: string, shown: string): readonly string[] {
  try {
    return namesInRows(xlsxRows(readBytesNow(path, maxImportSize)) ?? []);
  } catch (error) {
    const { zh, en } = reasonOf(error);
    throw new UsageError({ zh: `${shown}：${zh}`, en: `${shown}: ${en}` });
  }
}

/** The text of the settings file; '' where there is none. */
function textAt(place: string, shown: string): string {
  try {
    readBytesNow(place, 1);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
  }
  try {
    return readText(place);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new UsageError({ zh: `${shown}：${error.localized.zh}`, en: `${shown}: ${error.localized.en}` });
  }
}

function noNames(shown: string): Localized {
  return {
    zh: `${shown}：没有找到单位名称。请写放报告的文件夹，或者有单位名称的 Excel 文件（.xlsx）。`,
    en: `${shown}: no names of bodies. Name a folder of reports, or a workbook (.xlsx) with names.`,
  };
}

function notJson(shown: string): Localized {
  return { zh: `${shown}：不是 JSON 对象，没有写。`, en: `${shown}: no JSON object; nothing was written.` };
}

function told(file: string, added: number, count: number): Localized {
  return {
    zh: `${file}：名单共 ${count} 个单位，新增 ${added} 个`,
    en: `${file}: ${count} bodies, ${added} of them new`,
  };
}
