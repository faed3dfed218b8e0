import type { Io } from './io.ts';
import { printable } from './printable.ts';

/**
 * Says on standard error what went wrong, and with which file if with one. A file's name may hold anything: it neither
 * steers a terminal nor begins a line, where a build server would take it for a command.
 */
export async function complain(io: Io, message: string, file?: string): Promise<void> {
  const said = message.split('\n').map(printable).join('\n');
  await io.stderr.write(`nianbao: ${file === undefined ? '' : `${printable(file)}: `}${said}\n`);
}
