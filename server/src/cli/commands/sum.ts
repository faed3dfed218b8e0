import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type IndexedReport, indexed } from '../../analysis/indexed-report.ts';
import { record } from '../../exporters/csv.ts';
import { writeFile } from '../../node/write-file.ts';
import { readReport } from '../../report/bind.ts';
import { newReport } from '../../report/skeleton.ts';
import { keepingTablesFormatted } from '../../rules/engine/fix-all.ts';
import { type Filling, fillingOf, sumOf } from '../../tasks/sum.ts';
import { Revision } from '../../text/edit.ts';
import { isReportFile } from '../../workspace/report-files.ts';
import { readCount } from '../arguments.ts';
import { type Arguments, type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { findReports } from '../find-reports.ts';
import { importFile } from '../import-file.ts';
import { type Context, exitCodes } from '../io.ts';
import { messages } from '../messages.ts';
import { type ReadReport, readFile, readReport as readFound } from '../read-reports.ts';
import { SettingsFiles, settingsFaults } from '../settings-files.ts';
import { namedTrouble } from '../write-messages.ts';
import { writeReport } from '../write-report.ts';

export const sum: Command = {
  name: 'sum',
  operands: { zh: '[选项] <下级报告…>', en: '[options] <report…>' },
  options: [
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      description: {
        zh: '上级的报告：已有的，填它的表格，其余不动；没有的，新建',
        en: 'the report to fill: of one that exists its tables alone; else a new one',
      },
    },
    { name: 'body', value: 'NAME', description: { zh: '新建时的机关全称', en: 'the body of a new report' } },
    {
      name: 'year',
      value: 'YEAR',
      description: {
        zh: '新建时的年度；不写为下级报告的年度',
        en: 'the year of a new report; that of the others by default',
      },
    },
    {
      name: 'shares',
      value: 'FILE',
      description: {
        zh: '把每一格各下级报了多少写成 CSV',
        en: 'write as CSV what each report contributes to each value',
      },
    },
  ],
  notes: {
    zh: `下级报告可以是年报标记、文件夹，也可以是 Word、PDF、网页或文本（先转换）。有一个下级没有数的格子不填，并说明是哪一个。
没有 -o 时，新报告写到标准输出。

退出码  0 全部汇总了；1 有汇总不了的；2 用法不对，或有文件读不了、写不了`,
    en: `The reports may be in the markup, folders of such, or Word, PDF, HTML and text files, which are imported. A value that
one of them lacks is not filled, and it is said which. Without -o a new report goes to standard output.

Exit codes  0 all was summed up; 1 something couldn't be; 2 wrong usage, or a file that can't be read or written`,
  },
  run: runSum,
};

async function runSum(context: Context, given: Arguments): Promise<number> {
  const { io, language } = context;
  if (given.operands.length === 0) throw new UsageError(messages.missingFile());
  const faults = settingsFaults(context);
  const settings = new SettingsFiles(io.cwd, faults.hear);
  const children: IndexedReport[] = [];
  let failed = false;
  for await (const read of childrenOf(given.operands, context, given.values.get('output'))) {
    if (read.kind === 'failure') {
      failed = true;
      await complain(io, read.message[language], read.name);
      continue;
    }
    const { forms } = await settings.of(read.path);
    children.push(indexed(readReport(read.text, forms), read.name).report);
  }
  await faults.tell();
  const parent = await parentOf(context, given, children, settings);
  const filling = fillingOf(readReport(parent.text, (await settings.of(parent.path)).forms), children);
  await deliver(context, parent, filling, settings);
  const shares = given.values.get('shares');
  if (shares !== undefined) writeText(resolve(io.cwd, shares), shares, sharesText(filling));
  for (const problem of filling.problems) await complain(io, problem[language]);
  if (failed) return exitCodes.failure;
  return filling.problems.length > 0 ? exitCodes.findings : exitCodes.clean;
}

/** The reports that the operands mean, those of other kinds imported; never the one that is filled. */
async function* childrenOf(
  operands: readonly string[],
  { io }: Context,
  output: string | undefined,
): AsyncGenerator<ReadReport> {
  const parent = output === undefined ? null : resolve(io.cwd, output);
  for (const operand of operands) {
    if (operand !== '-' && !isReportFile(operand) && !isFolder(resolve(io.cwd, operand))) {
      const imported = await importFile(operand, io);
      const path = resolve(io.cwd, operand);
      if ('failure' in imported) yield { kind: 'failure', name: operand, message: imported.failure };
      else yield { kind: 'text', name: operand, path, text: imported.markup, hasMark: false };
      continue;
    }
    for (const found of findReports([operand], io.cwd)) {
      if (found.kind !== 'file' || found.path !== parent) yield await readFound(found, io);
    }
  }
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

interface Parent {
  readonly path: string;
  /** Null for standard output. */
  readonly name: string | null;
  readonly text: string;
  readonly hasMark: boolean;
  readonly isNew: boolean;
}

async function parentOf(
  { io }: Context,
  given: Arguments,
  children: readonly IndexedReport[],
  settings: SettingsFiles,
): Promise<Parent> {
  const name = given.values.get('output') ?? null;
  const path = resolve(io.cwd, name ?? '-');
  const read = name === null ? null : readFile({ name, path });
  if (read?.kind === 'text') return { path, name, text: read.text, hasMark: read.hasMark, isNew: false };
  const body = given.values.get('body');
  if (body === undefined) throw new UsageError(messages.missingBody());
  const typed = given.values.get('year');
  const year =
    typed === undefined ? (children.find((child) => child.year !== null)?.year ?? null) : readCount('--year', typed);
  if (year === null) throw new UsageError(messages.missingYear());
  const { forms } = await settings.of(path);
  return { path, name, text: newReport({ body, year, forms }), hasMark: false, isNew: true };
}

async function deliver(
  { io, language }: Context,
  parent: Parent,
  { edits }: Filling,
  settings: SettingsFiles,
): Promise<void> {
  const report = readReport(parent.text, (await settings.of(parent.path)).forms);
  const text = Revision.of(parent.text).with(keepingTablesFormatted(report, edits)).text;
  if (parent.name === null) return void (await io.stdout.write(text));
  if (parent.isNew) writeText(parent.path, parent.name, text);
  else if (text !== parent.text) {
    const { trouble, remark } = writeReport(parent, text);
    if (trouble) throw new UsageError({ zh: `${parent.name}：${trouble.zh}`, en: `${parent.name}: ${trouble.en}` });
    if (remark) await complain(io, remark[language], parent.name);
  }
  await complain(io, filled(parent.name, edits.length)[language]);
}

function filled(name: string, count: number) {
  return { zh: `已汇总到 ${name}：填了 ${count} 格`, en: `summed up in ${name}: ${count} values written` };
}

function writeText(path: string, name: string, text: string): void {
  try {
    writeFile(path, text, { isNew: false });
  } catch (error) {
    throw new UsageError(namedTrouble(name, error));
  }
}

/** A line for each value and report: the value's place, the sum, the report and what it contributes. */
function sharesText({ values }: Filling): string {
  const lines = values.flatMap((value) => {
    const { table, row, column, lacking } = value;
    const sum = lacking.length > 0 ? null : sumOf(value);
    return [
      ...value.shares.map(({ report, value: share }) => [table, row, column, sum, report.body, report.source, share]),
      ...lacking.map(({ body, source }) => [table, row, column, sum, body, source, null]),
    ];
  });
  return `\ufeff${[['table', 'row', 'column', 'sum', 'body', 'file', 'value'], ...lines].map(record).join('')}`;
}
