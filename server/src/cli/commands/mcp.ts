import { type Command, UsageError } from '../command.ts';
import { messages } from '../messages.ts';

export const mcp: Command = {
  name: 'mcp',
  operands: { zh: '', en: '' },
  options: [],
  notes: {
    zh: `经标准输入和标准输出提供工具：核对、改法、规则说明、导入、新建、按表格写句子、对照两份报告。只读文件，不写文件，不联网。
在助手的设置里写命令 nianbao、参数 mcp 即可。`,
    en: `Offers tools over standard input and output: check, fixes, explain, import, new_report, draft, diff. Reads the files that it is told, writes none, and uses no network.
Name the command nianbao with the argument mcp in the assistant's settings.`,
  },
  async run({ io, language }, { operands: [surplus] }) {
    if (surplus !== undefined) throw new UsageError(messages.surplusOperand(surplus));
    if (!io.serveMcp) throw new UsageError(messages.noServer());
    return io.serveMcp(language);
  },
};
