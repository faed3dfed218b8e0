import { resolve } from 'node:path';
import { type Exporter, exporters } from '../../exporters/index.ts';
import { type Arguments, type Command, UsageError } from '../command.ts';
import { exportMessages } from '../export-messages.ts';
import { defaultPattern, ExportNames, placeholders } from '../export-names.ts';
import { ExportRun, fileSink, folderSink, type Sink, textSink } from '../export-run.ts';
import { isFolder } from '../find-reports.ts';
import type { Context, Io } from '../io.ts';
import { messages } from '../messages.ts';
import { PDF, pdfExporter } from '../pdf.ts';
import { resultOutput, resultPath } from '../result-output.ts';

const BYTE_ORDER_MARK = '\ufeff';
const ids = [...exporters.map(({ id }) => id), PDF];
const names = placeholders.map((name) => `{${name}}`);

export const exportCommand: Command = {
  name: 'export',
  summary: {
    zh: '把报告导出为网页、Word、PDF、表格和数据',
    en: 'export reports as web pages, Word files, PDF, workbooks and data',
  },
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
      name: 'bom',
      description: {
        zh: '开头加字节序标记，用 Excel 直接打开 CSV 时需要',
        en: 'begin with a byte order mark, for CSV to open in Excel',
      },
    },
  ],
  notes: {
    zh: `html：一份报告一个网页，不含脚本，可直接打开或打印成 A4；html-fragment：不带网页外壳，用来粘贴到网站后台的编辑器。
docx：Word 文件，按公文格式排版（标题小标宋、正文三号仿宋、A4），表格合并单元格与规定格式一致；WPS 也能打开。
pdf：用电脑上的浏览器把网页打印成 PDF，不联网；浏览器也可以用环境变量 NIANBAO_BROWSER 写明。
xlsx：三张表各一张工作表，与规定格式一致；另有一张「数据」，每个数值一行。
json：一份报告一个对象，含各部分文字和三张表的数值；多份报告或文件夹为数组，每份一行。格式见 schemas/report.schema.json。
csv：每个数值一行，列为 body,year,edition,table,row,column,value,line。空白的格子没有值，不当作 0。
-o 是文件夹的，每份报告一个文件；没有写 --name 的，文件名与报告相同。报告有错误也照样导出，会说明有几处。

退出码：0 全部导出；2 用法不对，或有文件读不了、写不了（其余照常导出）`,
    en: `html: a page for each report, without scripts, to open or to print on A4; html-fragment: without the page around it, to paste into a portal's editor.
docx: a Word file in the typography of official documents, A4, its tables merged as in the forms; WPS opens it as well.
pdf: the page printed by a browser of this machine, offline; the variable NIANBAO_BROWSER may name it, too.
xlsx: a sheet for each of the three tables, as in the form, and one with a value on each row.
json: an object for a report, with the text of its sections and the values of its tables; an array for several or a folder, one to a line. See schemas/report.schema.json.
csv: a line for each value: body,year,edition,table,row,column,value,line. A blank cell has no value; it is never 0.
Where -o is a folder, each report becomes a file, named as the report unless --name says otherwise. Errors in a report are counted and stop nothing.

Exit codes: 0 all exported; 2 wrong usage, or a file that can't be read or written (the others are exported)`,
  },
  run: runExport,
};

async function runExport(context: Context, given: Arguments): Promise<number> {
  const format = given.values.get('to');
  const exporter =
    format === PDF ? pdfExporter(given.values.get('browser'), context.io) : exporters.find(({ id }) => id === format);
  if (!exporter) throw new UsageError(messages.missingOption('--to', ids));
  if (given.operands.length === 0) throw new UsageError(messages.missingFile());
  return new ExportRun(context, exporter).all(given.operands, sinkFor(exporter, given, context.io));
}

function sinkFor(exporter: Exporter, { operands, values, flags }: Arguments, io: Io): Sink {
  const output = values.get('output');
  const target = output === '-' ? undefined : output;
  const single = isSingle(operands, io.cwd);
  const joins = exporter.text && exporter.collection !== null;
  const start = exporter.text && flags.has('bom') ? BYTE_ORDER_MARK : '';
  if (target === undefined) {
    if (values.has('name')) throw new UsageError(exportMessages.nameNeedsFolder());
    if (!single && !joins) throw new UsageError(exportMessages.needsFolder(exporter.id));
    if (!exporter.text) throw new UsageError(exportMessages.needsOutput(exporter.id));
    return textSink(resultOutput(io, undefined, operands), exporter, single, start);
  }
  const path = resolve(io.cwd, target);
  if (values.has('name') || isFolder(path) || /[\\/]$/.test(target) || (!single && !joins)) {
    const pattern = values.get('name') ?? defaultPattern;
    return folderSink(path, target, exporter, new ExportNames(pattern, exporter.extension), start);
  }
  if (!exporter.text) return fileSink(resultPath(io, target, operands), target, exporter);
  return textSink(resultOutput(io, target, operands), exporter, single, start);
}

function isSingle(operands: readonly string[], cwd: string): boolean {
  const [operand = ''] = operands;
  return operands.length === 1 && (operand === '-' || !isFolder(resolve(cwd, operand)));
}
