import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Message,
} from 'vscode-languageserver/node';

/** One end of a line for messages: what is written to it, as JSON says it, is read at the other end in a later turn, in order. */
export interface MessagePipe {
  readonly reader: Reader;
  readonly writer: Writer;
}

/** A line for messages without the bytes that streams have around them. */
export function messagePipe(): MessagePipe {
  const reader = new Reader();
  return { reader, writer: new Writer(reader) };
}

class Reader extends AbstractMessageReader {
  readonly #waiting: Message[] = [];
  #hear: DataCallback | null = null;

  listen(callback: DataCallback): { dispose: () => void } {
    this.#hear = callback;
    this.#drain();
    return { dispose: () => (this.#hear = null) };
  }

  take(message: Message): void {
    if (this.#waiting.push(message) === 1) setImmediate(() => this.#drain());
  }

  #drain(): void {
    if (this.#hear) for (const message of this.#waiting.splice(0)) this.#hear(message);
  }
}

class Writer extends AbstractMessageWriter {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    super();
    this.#reader = reader;
  }

  async write(message: Message): Promise<void> {
    this.#reader.take(JSON.parse(JSON.stringify(message)));
  }

  end(): void {}
}
