import type { Io } from './io.ts';

/** Says on standard error what went wrong, and with which file if with one. */
export async function complain(io: Io, message: string, file?: string): Promise<void> {
  await io.stderr.write(`nianbao: ${file === undefined ? '' : `${file}: `}${message}\n`);
}
