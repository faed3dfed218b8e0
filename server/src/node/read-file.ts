// Bounded reads of regular files: no pipe, no device, nothing without end.
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';

/** Something that isn't a file, such as a folder or a pipe. */
export class NoFile extends Error {
  readonly code: 'EISDIR' | 'ENOTFILE';

  constructor(path: string, isFolder: boolean) {
    super(path);
    this.code = isFolder ? 'EISDIR' : 'ENOTFILE';
  }
}

/** Without blocking, a pipe opens although nobody writes to it. Windows knows no such flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The bytes of a regular file, at most so many of them. Throws as the file system does, and `NoFile`. */
export async function readBytesOf(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, FLAGS);
  try {
    const bytes = new Uint8Array(sizeOf(await file.stat(), path, most));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** Most reports fit; it is used for one file after the other. */
const scratch = new Uint8Array(1 << 17);

/**
 * What `use` makes of the bytes of a regular file, of at most so many of them. They are gone once it has returned: the
 * next file may be read into the same memory.
 */
export function withBytesOf<Result>(path: string, most: number, use: (bytes: Uint8Array) => Result): Result {
  const handle = openSync(path, FLAGS);
  try {
    const size = sizeOf(fstatSync(handle), path, most);
    const bytes = size <= scratch.length ? scratch : new Uint8Array(size);
    let length = 0;
    while (length < size) {
      const read = readSync(handle, bytes, length, size - length, null);
      if (read === 0) break;
      length += read;
    }
    return use(bytes.subarray(0, length));
  } finally {
    closeSync(handle);
  }
}

/** The same bytes, to keep. */
export function readBytesNow(path: string, most: number): Uint8Array {
  return withBytesOf(path, most, (bytes) => bytes.slice());
}

function sizeOf(stats: Stats, path: string, most: number): number {
  if (!stats.isFile()) throw new NoFile(path, stats.isDirectory());
  return Math.min(stats.size, most);
}
