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

/** The same at once. */
export function readBytesNow(path: string, most: number): Uint8Array {
  const handle = openSync(path, FLAGS);
  try {
    const bytes = new Uint8Array(sizeOf(fstatSync(handle), path, most));
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(handle, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

function sizeOf(stats: Stats, path: string, most: number): number {
  if (!stats.isFile()) throw new NoFile(path, stats.isDirectory());
  return Math.min(stats.size, most);
}
