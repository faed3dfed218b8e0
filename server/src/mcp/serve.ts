// The server over standard input and output.
import { resolve } from 'node:path';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { maxImportSize } from '../importers/index.ts';
import { failures } from '../importers/notes.ts';
import type { RunImport } from '../importers/run-import.ts';
import { NoFile, readBytesOf } from '../node/read-file.ts';
import { ToolFailure } from '../tasks/tools/tool.ts';
import type { Language } from '../text/language.ts';
import { mcpServer } from './server.ts';

/** Serves until standard input ends; gives the exit code. */
export async function serveMcp(language: Language, cwd: string, runImport: RunImport): Promise<number> {
  const transport = new StdioServerTransport();
  const server = mcpServer({ language, runImport, readFile: (name) => readFile(resolve(cwd, name)) });
  const closed = new Promise<void>((done) => {
    server.server.onclose = done;
  });
  await server.connect(transport);
  await closed;
  return 0;
}

async function readFile(path: string): Promise<Uint8Array> {
  const bytes = await readBytesOf(path, maxImportSize + 1).catch((error: unknown) => {
    throw new ToolFailure(error instanceof NoFile ? noFile(path) : cannotRead(path, String((error as Error).message)));
  });
  if (bytes.length > maxImportSize) throw new ToolFailure(failures.tooLarge(maxImportSize >> 20).failure);
  return bytes;
}

const noFile = (path: string) => ({ zh: `${path}不是普通文件。`, en: `${path} is no regular file.` });
const cannotRead = (path: string, reason: string) => ({
  zh: `读不了${path}：${reason}`,
  en: `${path} can't be read: ${reason}`,
});
