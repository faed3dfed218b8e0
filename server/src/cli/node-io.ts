import { fstatSync } from 'node:fs';
import { createInterface as createLines } from 'node:readline';
import { createInterface } from 'node:readline/promises';
import { codeOf } from '../node/error-code.ts';
import { writeAll } from '../node/write-file.ts';
import { type Io, type Output, OutputClosed } from './io.ts';

/** So much of standard input is read as no command takes. */
const MOST_INPUT = (64 << 20) + 1;

/** The surroundings of this process. */
export function nodeIo(): Io {
  return {
    stdout: output(process.stdout, 1),
    stderr: output(process.stderr, 2),
    stdin: readStdin,
    stdinLines: () => createLines({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    env: process.env,
    cwd: process.cwd(),
    ...(process.stdin.isTTY && process.stderr.isTTY ? { ask } : {}),
  };
}

/** Questions go to standard error, so that standard output holds the result alone. */
async function ask(question: string): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const ended = new Promise<null>((done) => lines.once('close', () => done(null)));
    return await Promise.race([lines.question(question), ended]);
  } finally {
    lines.close();
  }
}

function output(stream: NodeJS.WriteStream, fd: number): Output {
  const isDirect = !stream.isTTY && goesToFile(fd);
  let isClosed = false;
  let failure: string | null = null;
  const fail = (error: unknown): void => {
    const code = codeOf(error);
    if (code === 'EPIPE' || code === 'EOF') isClosed = true;
    else failure ??= code;
  };
  stream.on('error', fail);
  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    get failure() {
      return failure;
    },
    async write(text) {
      if (failure === null) await (isDirect ? writeNow(fd, text, fail) : writeTo(stream, text, fail));
      if (isClosed) throw new OutputClosed();
    },
  };
}

/** Whether a stream is a file or a device: of what such a one takes in part, Node's stream says nothing. */
function goesToFile(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    return stats.isFile() || stats.isCharacterDevice();
  } catch {
    return false;
  }
}

function writeNow(fd: number, text: string, fail: (error: unknown) => void): void {
  try {
    writeAll(fd, Buffer.from(text));
  } catch (error) {
    fail(error);
  }
}

function writeTo(stream: NodeJS.WriteStream, text: string, fail: (error: unknown) => void): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, (error) => {
      if (error) fail(error);
      resolve();
    });
  });
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MOST_INPUT) break;
  }
  return Buffer.concat(chunks);
}
