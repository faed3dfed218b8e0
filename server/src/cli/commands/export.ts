import { resolve } from 'node:path';
import { type Exporter, exporters } from '../../exporters/index.ts';
import { readReport } from '../../report/bind.ts';
import type { Report } from '../../report/report.ts';
import { maxFileSize } from '../../rules/limits.ts';
import type { Localized } from '../../text/language.ts';
import { type Arguments, type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { findReports, isFolder } from '../find-reports.ts';
import { type Context, exitCodes } from '../io.ts';
import { messages } from '../messages.ts';
import { readReports } from '../read-reports.ts';
import { resultOutput } from '../result-output.ts';

const BYTE_ORDER_MARK = '\ufeff';

export const exportCommand: Command = {
  name: 'export',
  summary: { zh: '把报告的数据导出为 JSON 或 CSV', en: 'export the figures and texts of reports as JSON or CSV' },
  operands: { zh: '--to json|csv [选项] <文件或文件夹…>', en: '--to json|csv [options] <file or folder…>' },
  options: [
    {
      name: 'to',
      value: 'FORMAT',
      choices: exporters.map(({ id }) => id),
      description: { zh: '导出格式：json、csv', en: 'the format: json, csv' },
    },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      description: { zh: '结果写入文件', en: 'write the result to a file' },
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
    zh: `json：一份报告一个对象，含各部分文字和三张表的数值；多份报告或文件夹为数组，每份一行。
csv：每个数值一行，列为 body,year,edition,table,row,column,value,line。空白的格子没有值，不当作 0。

退出码：0 全部导出；2 用法不对，或有文件读不了（其余照常导出）`,
    en: `json: an object for a report, with the text of its sections and the values of its tables; an array for several or a folder, one to a line.
csv: a line for each value: body,year,edition,table,row,column,value,line. A blank cell has no value; it is never 0.

Exit codes: 0 all exported; 2 wrong usage, or a file that can't be read (the others are exported)`,
  },
  run: runExport,
};

async function runExport(context: Context, given: Arguments): Promise<number> {
  const { io, language } = context;
  const exporter = exporters.find(({ id }) => id === given.values.get('to'));
  if (!exporter)
    throw new UsageError(
      messages.missingOption(
        '--to',
        exporters.map(({ id }) => id),
      ),
    );
  if (given.operands.length === 0) throw new UsageError(messages.missingFile());
  const single = isSingle(given.operands, io.cwd);
  const write = single ? wholeWriter(exporter) : collectionWriter(exporter);

  const result = resultOutput(io, given.values.get('output'), given.operands);
  let failures = 0;
  await result.add((given.flags.has('bom') ? BYTE_ORDER_MARK : '') + write.start);
  for await (const read of readReports(findReports(given.operands, io.cwd), io)) {
    const trouble = read.kind === 'failure' ? read.message : sizeTrouble(read.text);
    if (trouble) {
      failures++;
      await complain(io, trouble[language], read.name);
    } else if (read.kind === 'text') await result.add(write.item(readReport(read.text)));
  }
  await result.add(write.end);
  await result.end();
  return failures > 0 ? exitCodes.failure : exitCodes.clean;
}

interface Writer {
  readonly start: string;
  readonly item: (report: Report) => string;
  readonly end: string;
}

function wholeWriter(exporter: Exporter): Writer {
  return { start: '', item: exporter.write, end: '' };
}

function collectionWriter({ collection }: Exporter): Writer {
  let written = 0;
  return {
    start: collection.start,
    item: (report) => (written++ > 0 ? collection.between : '') + collection.item(report),
    end: collection.end,
  };
}

function sizeTrouble(text: string): Localized | null {
  return text.length > maxFileSize ? messages.tooLarge(maxFileSize) : null;
}

function isSingle(operands: readonly string[], cwd: string): boolean {
  const [operand = ''] = operands;
  return operands.length === 1 && (operand === '-' || !isFolder(resolve(cwd, operand)));
}
