import { resolve } from 'node:path';
import { type Exporter, exportFormats, isPrinted, printedBy } from '../../exporters/index.ts';
import type { Language } from '../../text/language.ts';
import { type Arguments, type Command, UsageError } from '../command.ts';
import { exportMessages } from '../export-messages.ts';
import { defaultPattern, ExportNames, placeholders } from '../export-names.ts';
import { ExportRun, fileSink, folderSink, type Sink, textSink } from '../export-run.ts';
import { isFolder } from '../find-reports.ts';
import type { Context } from '../io.ts';
import { messages } from '../messages.ts';
import { browserPrinter } from '../pdf.ts';
import { byteOrderMark } from '../read-text.ts';
import { resultOutput, resultPath } from '../result-output.ts';

const ids = exportFormats.map(({ id }) => id);
const names = placeholders.map((name) => `{${name}}`);

export const exportCommand: Command = {
  name: 'export',
  operands: { zh: '--to 格式 [选项] <文件或文件夹…>', en: '--to FORMAT [options] <file or folder…>' },
  options: [
    {
      name: 'to',
      value: 'FORMAT',
      choices: ids,
      description: { zh: `导出格式：${ids.join('、')}`, en: `the format: ${ids.join(', ')}` },
    },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      description: { zh: '结果写入文件或文件夹', en: 'write the result to a file or a folder' },
    },
    {
      name: 'name',
      value: 'PATTERN',
      description: {
        zh: `结果在文件夹里的文件名，如 "{body}-{year}"；可用 ${names.join(' ')}`,
        en: `names of the files in the folder, such as "{body}-{year}"; of ${names.join(' ')}`,
      },
    },
    {
      name: 'browser',
      value: 'PATH',
      description: {
        zh: '打印 PDF 用的浏览器程序（Chrome、Edge、Chromium）',
        en: 'the browser that prints PDF (Chrome, Edge, Chromium)',
      },
    },
    {
      name: 'require-clean',
      description: {
        zh: '报告有错误的，不导出',
        en: 'write no report that has errors',
      },
    },
    {
      name: 'mark-draft',
      description: {
        zh: '报告有错误的，网页、Word、PDF 上标明「草稿」',
        en: 'mark reports that have errors as drafts on web pages, in Word files and PDF',
      },
    },
    {
      name: 'bom',
      description: {
        zh: '开头加字节序标记，用 Excel 直接打开 CSV 时需要',
        en: 'begin with a byte order mark, for CSV to open in Excel',
      },
    },
  ],
  notes: {
    zh: `${details('zh')}
-o 是文件夹的，每份报告一个文件；没有写 --name 的，文件名与报告相同。报告有错误也照样导出，会说明有几处；用 --require-clean 则不导出，多份合成一个文件的整个不写。
公文的字体和页码样式，在 nianbao.json 的 page 里选。

退出码：0 全部导出；1 有报告因有错误或合并冲突没有导出；2 用法不对，或有文件读不了、写不了（其余照常导出）`,
    en: `${details('en')}
Where -o is a folder, each report becomes a file, named as the report unless --name says otherwise. Errors in a report are counted and stop nothing; with --require-clean the report isn't written, nor is a whole that several would be joined in.
Fonts and page numbers of official documents are chosen by "page" in nianbao.json.

Exit codes: 0 all exported; 1 reports with errors or merge conflicts were not exported; 2 wrong usage, or a file that can't be read or written (the others are exported)`,
  },
  run: runExport,
};

function details(language: Language): string {
  const colon = { zh: '：', en: ': ' }[language];
  return exportFormats.map((format) => format.id + colon + format.details[language]).join('\n');
}

async function runExport(context: Context, given: Arguments): Promise<number> {
  const format = exportFormats.find(({ id }) => id === given.values.get('to'));
  if (!format) throw new UsageError(messages.missingOption('--to', ids));
  const exporter = isPrinted(format)
    ? printedBy(format, browserPrinter(given.values.get('browser'), context.io))
    : format;
  if (given.operands.length === 0) throw new UsageError(messages.missingFile());
  const [requireClean, markDraft] = [given.flags.has('require-clean'), given.flags.has('mark-draft')];
  if (requireClean && markDraft) throw new UsageError(exportMessages.oneDemand());
  const sink = sinkFor(exporter, given, context);
  // A browser prints one page after the other.
  return new ExportRun(context, exporter, { requireClean, markDraft }).all(given.operands, sink, isPrinted(format));
}

function sinkFor(exporter: Exporter, { operands, values, flags }: Arguments, context: Context): Sink {
  const { io } = context;
  const output = values.get('output');
  const target = output === '-' ? undefined : output;
  const single = isSingle(operands, io.cwd);
  const joins = exporter.text && exporter.collection !== null;
  const start = exporter.text && flags.has('bom') ? byteOrderMark : '';
  const how = { single, start, writing: flags.has('require-clean') ? 'held back' : 'at once' } as const;
  if (target === undefined) {
    if (values.has('name')) throw new UsageError(exportMessages.nameNeedsFolder());
    if (!single && !joins) throw new UsageError(exportMessages.needsFolder(exporter.id));
    if (!exporter.text) throw new UsageError(exportMessages.needsOutput(exporter.id));
    return textSink(resultOutput(context, undefined, operands), exporter, how);
  }
  const path = resolve(io.cwd, target);
  if (values.has('name') || isFolder(path) || /[\\/]$/.test(target) || (!single && !joins)) {
    const pattern = values.get('name') ?? defaultPattern;
    return folderSink(path, target, new ExportNames(pattern, exporter.extension), start);
  }
  if (!exporter.text) return fileSink(resultPath(io, target, operands), target);
  return textSink(resultOutput(context, target, operands), exporter, how);
}

function isSingle(operands: readonly string[], cwd: string): boolean {
  const [operand = ''] = operands;
  return operands.length === 1 && (operand === '-' || !isFolder(resolve(cwd, operand)));
}
