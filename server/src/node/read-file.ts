// Bounded reads of regular files: no pipe, no device, nothing without end.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Something that isn't a file, such as a folder or a pipe. */
export class NoFile extends Error {
  readonly code = 'ENOTFILE';
}

/** The bytes of a regular file, at most so many of them. Throws as the file system does, and `NoFile`. */
export async function readBytesOf(path: string, most: number): Promise<Uint8Array> {
  // Without blocking, a pipe opens although nobody writes to it. Windows knows no such flag.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new NoFile(path);
    return await bytesOf(file, Math.min(stat.size, most));
  } finally {
    await file.close();
  }
}

async function bytesOf(file: FileHandle, most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most);
  let length = 0;
  while (length < most) {
    const { bytesRead } = await file.read(bytes, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}
