import { createInterface } from 'node:readline/promises';
import { type Io, type Output, OutputClosed } from './io.ts';

/** The surroundings of this process. */
export function nodeIo(): Io {
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    stdin: readStdin,
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

function output(stream: NodeJS.WriteStream): Output {
  let failure: Error | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure = error.code === 'EPIPE' || error.code === 'EOF' ? new OutputClosed() : error;
  });
  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, () => (failure ? reject(failure) : resolve()));
      }),
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
