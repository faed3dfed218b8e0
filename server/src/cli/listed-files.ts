// Files that a list names, a line each, as programs write it that drive many processes: a path, or a JSON object with the content.
import { resolve } from 'node:path';
import type { Localized } from '../text/language.ts';
import type { Option } from './command.ts';
import type { Io } from './io.ts';
import { readText } from './read-text.ts';

/** A file of the list: its content where the list holds it. */
export type Listed =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array | null }
  | { readonly kind: 'fault'; readonly name: string; readonly message: Localized };

export const filesFromOption: Option = {
  name: 'files-from',
  value: 'FILE|-',
  description: {
    zh: '文件名从列表里读，一行一个，- 为标准输入；一行也可以是 {"file": "名称", "text": "内容"}',
    en: 'read the names from a list, one a line, - for standard input; a line may be {"file": "name", "text": "…"} too',
  },
};

const badLine: Localized = {
  zh: '这一行不是 {"file": "名称", "text": "内容"}（内容也可以用 base64）。',
  en: 'the line is not {"file": "name", "text": "…"} (or "base64" for "text").',
};

/** The files that a list names, each when it is asked for; blank lines are none. Throws `Unreadable` where the list can't be read. */
export async function* listedFiles(list: string, io: Io): AsyncGenerator<Listed> {
  let number = 0;
  for await (const line of linesOf(list, io)) {
    number++;
    const text = line.trim();
    if (text !== '') yield text.startsWith('{') ? fromJson(text, number) : { kind: 'file', name: text, bytes: null };
  }
}

async function* linesOf(list: string, io: Io): AsyncGenerator<string> {
  if (list !== '-') yield* readText(resolve(io.cwd, list)).split('\n');
  else if (io.stdinLines) yield* io.stdinLines();
  else yield* new TextDecoder().decode(await io.stdin()).split('\n');
}

function fromJson(line: string, number: number): Listed {
  const { file, text, base64 } = objectOf(line);
  const name = typeof file === 'string' && file !== '' ? file : `${number}`;
  if (typeof text === 'string') return { kind: 'file', name, bytes: Buffer.from(text) };
  if (typeof base64 === 'string') return { kind: 'file', name, bytes: Buffer.from(base64, 'base64') };
  if (typeof file === 'string' && file !== '') return { kind: 'file', name, bytes: null };
  return { kind: 'fault', name, message: badLine };
}

function objectOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
