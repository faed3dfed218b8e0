import type { Localized } from '../text/language.ts';
import { sizeLimits } from '../text/limits.ts';

/** What the command line says beside findings and help. */
export const messages = {
  unknownCommand: (name: string, near: string | null, names: readonly string[]): Localized => ({
    zh: `没有「${name}」这个命令。${near ? `是不是要用 ${near}？` : ''}现有命令：${names.join('、')}。用法见 nianbao --help。`,
    en: `there is no command "${name}". ${near ? `Did you mean ${near}? ` : ''}The commands are: ${names.join(', ')}. See nianbao --help.`,
  }),
  unknownOption: (option: string, near: string | null): Localized => ({
    zh: `没有 ${option} 这个选项。${near ? `是不是要用 ${near}？` : ''}`,
    en: `there is no option ${option}.${near ? ` Did you mean ${near}?` : ''}`,
  }),
  missingValue: (option: string, placeholder: string): Localized => ({
    zh: `${option} 后面要写 ${placeholder}。`,
    en: `${option} needs a value: ${placeholder}.`,
  }),
  surplusValue: (option: string): Localized => ({
    zh: `${option} 后面不带值。`,
    en: `${option} takes no value.`,
  }),
  unknownValue: (option: string, value: string, choices: readonly string[]): Localized => ({
    zh: `${option} 不能是「${value}」，只能是：${choices.join('、')}。`,
    en: `${option} can't be "${value}"; it is one of: ${choices.join(', ')}.`,
  }),
  notACount: (option: string, value: string): Localized => ({
    zh: `${option} 后面要写 0 或正整数，不能是「${value}」。`,
    en: `${option} needs 0 or a positive whole number, not "${value}".`,
  }),
  missingOption: (option: string, choices: readonly string[]): Localized => ({
    zh: `要用 ${option} 说明格式：${choices.join('、')}。`,
    en: `say the format with ${option}: ${choices.join(', ')}.`,
  }),
  missingFile: (): Localized => ({
    zh: '没有写文件。请写报告的文件名、文件夹，或用 - 表示标准输入。',
    en: 'no file given. Name a report, a folder, or - for standard input.',
  }),
  surplusOperand: (operand: string): Localized => ({
    zh: `多出了「${operand}」。`,
    en: `"${operand}" is one too many.`,
  }),
  emptyOperand: (): Localized => ({
    zh: '有一个文件名是空的（""）。当前文件夹写作 .。',
    en: 'one of the names given is empty (""). The current folder is written as . (a dot).',
  }),
  helpHint: (command: string | null): Localized => ({
    zh: `用法见 nianbao ${command ? `${command} ` : ''}--help。`,
    en: `See nianbao ${command ? `${command} ` : ''}--help.`,
  }),
  notFound: (): Localized => ({
    zh: '找不到这个文件或文件夹。请检查路径和文件名。',
    en: 'no such file or folder. Check the path and the name.',
  }),
  notPermitted: (): Localized => ({
    zh: '没有读取的权限。请换一个有权限的账号，或把文件复制到自己的文件夹。',
    en: 'not permitted to read it. Change its permissions, or copy it to a folder of your own.',
  }),
  notReadable: (code: string): Localized => ({
    zh: `读不了（${code}）。请确认文件没有损坏、没有被占用。`,
    en: `can't be read (${code}). Make sure that it isn't damaged or locked.`,
  }),
  notAFile: (): Localized => ({
    zh: '不是普通文件，是管道或者设备，没有读。标准输入写作 -。',
    en: 'a pipe or a device, not a file, and was not read. Standard input is -.',
  }),
  notUtf8: (): Localized => ({
    zh: '文件不是 UTF-8 编码的文本。请用 nianbao import 导入（GBK、UTF-16 都能认出），或者用编辑器另存为 UTF-8 编码。',
    en: 'the file is not UTF-8 text. Read it with nianbao import, which knows GBK and UTF-16, or save it in UTF-8 with an editor.',
  }),
  tooLarge: (): Localized => ({
    zh: `文件超过 ${sizeLimits.zh}，没有导出。请确认它是一份报告。`,
    en: `the file has more than ${sizeLimits.en} and was not exported. Make sure that it is a report.`,
  }),
  noReports: (): Localized => ({
    zh: '文件夹里没有报告（*.nianbao、*.年报）。其他名称的文件请直接写出文件名。',
    en: 'the folder holds no report (*.nianbao, *.年报). Name files of other kinds directly.',
  }),
  noSettings: (file: string): Localized => ({
    zh: `--config 写的设置文件「${file}」不存在。请检查路径和文件名。`,
    en: `there is no settings file "${file}", which --config names. Check the path and the name.`,
  }),
  notWith: (option: string, other: string): Localized => ({
    zh: `${option} 不能和 ${other} 一起用。`,
    en: `${option} can't be used together with ${other}.`,
  }),
  watching: (): Localized => ({
    zh: '等待改动，保存后重新检查；按 Ctrl+C 结束。',
    en: 'waiting for changes; Ctrl+C ends.',
  }),
  brokenSettings: (problem: Localized): Localized => ({
    zh: `${problem.zh}。请改正后再检查；这次不按这一处设置，其余照常。`,
    en: `${problem.en}. Correct it and check again; this run does without it.`,
  }),
  ruleFailed: (code: string, reason: string): Localized => ({
    zh: `规则 ${code} 自身出错，这份报告没有按它检查（${reason}）。其他规则不受影响。`,
    en: `rule ${code} failed and was left out for this report (${reason}). The other rules are not affected.`,
  }),
  tooManyWarnings: (count: number, limit: number): Localized => ({
    zh: `警告 ${count} 处，超过 --max-warnings 允许的 ${limit} 处。`,
    en: `${count} ${count === 1 ? 'warning' : 'warnings'}, more than the ${limit} that --max-warnings allows.`,
  }),
  wouldOverwriteReport: (): Localized => ({
    zh: '-o 写的是报告文件或者 nianbao.json，结果会把它覆盖掉。请换一个文件名。',
    en: '-o names a report or nianbao.json, which the result would overwrite. Choose another name.',
  }),
  missingBody: (): Localized => ({
    zh: '没有写机关。请加 --body 机关全称，或者用 --from 指定上年的报告。',
    en: "no body given. Add --body with its full name, or --from with last year's report.",
  }),
  missingYear: (): Localized => ({
    zh: '没有写年度。请加 --year 年度，例如 --year 2024。',
    en: 'no year given. Add --year, such as --year 2024.',
  }),
  askBody: (): Localized => ({ zh: '机关全称：', en: 'Full name of the body: ' }),
  askYear: (year: number): Localized => ({
    zh: `报告的年度（直接回车为 ${year}）：`,
    en: `Reporting year (Enter for ${year}): `,
  }),
  written: (file: string): Localized => ({ zh: `已写入 ${file}`, en: `written to ${file}` }),
  nothingToImport: (): Localized => ({
    zh: '文件夹里没有可导入的文件（docx、pdf、html）。其他文件请直接写出文件名。',
    en: 'the folder holds nothing to import (docx, pdf, html). Name files of other kinds directly.',
  }),
  linesOrFiles: (): Localized => ({
    zh: '--jsonl 写到标准输出，不能与 -o 一起用。',
    en: '--jsonl writes to standard output and takes no -o.',
  }),
  listAlone: (): Localized => ({
    zh: '用了 --files-from，就不要再写文件。',
    en: 'name no files beside --files-from.',
  }),
  missingImport: (): Localized => ({
    zh: '没有写文件。请写要导入的文件名，或用 - 表示标准输入。',
    en: 'no file given. Name a file to import, or - for standard input.',
  }),
  needsFolder: (): Localized => ({
    zh: '导入多个文件时，要用 -o 写明放结果的文件夹。',
    en: 'name a folder for the results with -o to import several files.',
  }),
  isFolder: (): Localized => ({
    zh: '这是文件夹。请写要导入的文件名。',
    en: 'this is a folder. Name the files to import.',
  }),
  writtenTwice: (file: string): Localized => ({
    zh: `另一个文件的结果也叫 ${file}，没有写。请改一个文件名，或分开导入。`,
    en: `another file's result is called ${file} too; it was not written. Rename one, or import them apart.`,
  }),
  unknownCode: (code: string, near: string | null): Localized => ({
    zh: `没有「${code}」这条规则。${near ? `是不是要看 ${near}？` : ''}所有规则见 nianbao explain。`,
    en: `there is no rule "${code}". ${near ? `Did you mean ${near}? ` : ''}nianbao explain lists all rules.`,
  }),
  missingShell: (shells: readonly string[]): Localized => ({
    zh: `没有写是哪种命令行：${shells.join('、')}。`,
    en: `say which shell: ${shells.join(', ')}.`,
  }),
  noServer: (): Localized => ({
    zh: '语言服务器由编辑器启动：nianbao lsp --stdio。',
    en: 'the language server is started by an editor: nianbao lsp --stdio.',
  }),
  unexpected: (thrown: unknown): Localized => {
    const reason = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return { zh: `程序自身出错：${reason}`, en: `internal error: ${reason}` };
  },
  outputFailed: (code: string): Localized => ({
    zh:
      code === 'ENOSPC'
        ? '磁盘满了（ENOSPC），标准输出不全。请腾出空间后重新运行。'
        : `标准输出写不了（${code}），内容不全。请检查它写到了哪里。`,
    en:
      code === 'ENOSPC'
        ? 'the disk is full (ENOSPC); standard output is not complete. Make room and run it again.'
        : `standard output can't be written (${code}) and is not complete. Look where it goes.`,
  }),
  standardInput: (): Localized => ({ zh: '标准输入', en: 'standard input' }),
} as const;
