import type { CommandEntry, LoadedCommand } from './command.ts';

/** The commands that exist, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'check',
    summary: { zh: '检查报告，列出每一处问题', en: 'check reports and list every finding' },
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'explain',
    summary: { zh: '说明一条规则：何时提示、为什么、怎么改', en: 'explain a rule: when it fires, why, what to do' },
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'format',
    summary: { zh: '排版：表格的竖线上下对齐', en: 'format reports: the bars of tables below each other' },
    load: async () => (await import('./commands/format.ts')).format,
  },
  {
    name: 'import',
    summary: {
      zh: '把 Word、PDF、网页或文本的报告转成年报标记',
      en: 'turn a report in Word, PDF, HTML or text into markup',
    },
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  {
    name: 'export',
    summary: {
      zh: '把报告导出为网页、Word、PDF、表格和数据',
      en: 'export reports as web pages, Word files, PDF, workbooks and data',
    },
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    name: 'diff',
    summary: {
      zh: '比较两份报告：逐项列出数值、文字、标题的变化',
      en: 'compare two reports by value, sentence and heading',
    },
    load: async () => (await import('./commands/diff.ts')).diff,
  },
  {
    name: 'git-setup',
    summary: {
      zh: '设置 git：按行列、按句比较和合并报告',
      en: 'set up git to compare and merge reports by row, column and sentence',
    },
    load: async () => (await import('./commands/git-setup.ts')).gitSetup,
  },
  {
    name: 'textconv',
    summary: {
      zh: '供 git diff 使用：逐行写出报告的内容，不带排版',
      en: 'for git diff: a report line by line, without its layout',
    },
    load: async () => (await import('./commands/textconv.ts')).textconv,
  },
  {
    name: 'merge-driver',
    summary: {
      zh: '供 git merge 使用：按行列合并表格，按句合并文字',
      en: 'for git merge: merge tables by row and column, text by sentence',
    },
    load: async () => (await import('./commands/merge-driver.ts')).mergeDriver,
  },
  {
    name: 'new',
    summary: { zh: '新建一份年度报告', en: 'begin a new report' },
    load: async () => (await import('./commands/new.ts')).newCommand,
  },
  {
    name: 'desk',
    summary: {
      zh: '审核一个文件夹的报告：谁没有报、谁要改、改什么',
      en: 'review a folder of reports: who has not submitted, who has to correct what',
    },
    load: async () => (await import('./commands/desk.ts')).desk,
  },
  {
    name: 'roster',
    summary: {
      zh: '由现有报告或 Excel 名单写出应报送单位的名单',
      en: 'list the bodies that have to report, from reports or a workbook',
    },
    load: async () => (await import('./commands/roster.ts')).roster,
  },
  {
    name: 'sum',
    summary: { zh: '把下级报告的表格汇总成上级的', en: 'sum up the tables of several reports in one' },
    load: async () => (await import('./commands/sum.ts')).sum,
  },
  {
    name: 'mcp',
    summary: {
      zh: '给智能助手用的工具服务（MCP），由助手启动',
      en: 'tools for assistants (MCP); the assistant starts it',
    },
    load: async () => (await import('./commands/mcp.ts')).mcp,
  },
  {
    name: 'completion',
    summary: { zh: '命令行按 Tab 键补全用的脚本', en: 'a script by which a shell completes command lines' },
    load: async () => (await import('./commands/completion.ts')).completionOf(loadedCommands),
  },
  {
    name: 'lsp',
    summary: { zh: '语言服务器，由编辑器启动', en: 'the language server; an editor starts it' },
    load: async () => (await import('./commands/lsp.ts')).lsp,
  },
];

/** All of them, loaded. */
export async function loadedCommands(): Promise<readonly LoadedCommand[]> {
  return Promise.all(commands.map(async ({ summary, load }) => ({ ...(await load()), summary })));
}
