import { comparableText } from '../../tasks/textconv.ts';
import { type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { diffMessages } from '../diff-messages.ts';
import { exitCodes } from '../io.ts';
import { readVersions } from '../read-versions.ts';

export const textconv: Command = {
  name: 'textconv',
  operands: { zh: '<文件>', en: '<file>' },
  options: [],
  notes: {
    zh: '行数与报告相同，行号因此对得上。由 nianbao git-setup 设好以后，git diff、git log -p 自动使用。',
    en: 'As many lines as the report has, so that line numbers hold. git diff and git log -p use it after nianbao git-setup.',
  },
  run: async (context, { operands }) => {
    const [file, ...more] = operands;
    if (file === undefined || more.length > 0) throw new UsageError(diffMessages.needsOne());
    const { versions, failures } = await readVersions(context, [file]);
    for (const { name, message } of failures) await complain(context.io, message[context.language], name);
    for (const { report } of versions) await context.io.stdout.write(comparableText(report));
    return failures.length > 0 ? exitCodes.failure : exitCodes.clean;
  },
};
