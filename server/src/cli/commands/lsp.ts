import { type Command, UsageError } from '../command.ts';
import { messages } from '../messages.ts';

export const lsp: Command = {
  name: 'lsp',
  operands: { zh: '--stdio', en: '--stdio' },
  options: [
    {
      name: 'stdio',
      description: { zh: '经标准输入和标准输出与编辑器通信', en: 'talk to the editor over standard input and output' },
    },
    {
      name: 'clientProcessId',
      value: 'PID',
      description: { zh: '编辑器的进程号，由编辑器给出', en: "the editor's process id, given by the editor" },
    },
  ],
  notes: {
    zh: '任何支持语言服务器协议（LSP）的编辑器都可以用：文件类型 *.nianbao、*.年报，命令 nianbao lsp --stdio。',
    en: 'For any editor that speaks the Language Server Protocol: files *.nianbao and *.年报, command nianbao lsp --stdio.',
  },
  run: async ({ io }, { flags }) => {
    if (!flags.has('stdio') || !io.serve) throw new UsageError(messages.noServer());
    return io.serve();
  },
};
