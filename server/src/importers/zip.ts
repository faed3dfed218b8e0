import { Inflate } from 'fflate';

/** A file in an archive, as its directory lists it. */
export interface ZipEntry {
  readonly name: string;
  /** In bytes, as the directory claims. */
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly offset: number;
}

/** An archive isn't what it claims to be, or a file in it grows beyond its limit. */
export class ZipError extends Error {
  readonly reason: 'damaged' | 'bomb';

  constructor(reason: 'damaged' | 'bomb') {
    super(reason);
    this.reason = reason;
  }
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 10_000;
const STORED = 0;
const DEFLATED = 8;
/** So much of a packed file is unpacked before its size is looked at; it can't grow by more than 1032 times. */
const SLICE = 1 << 12;

/** The directory of an archive. Nothing is unpacked. Throws `ZipError`. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new ZipError('bomb');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new ZipError('damaged');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - MAX_COMMENT);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new ZipError('damaged');
}

/** A file of an archive, unpacked. Throws `ZipError`; `bomb` as soon as it exceeds `limit` bytes, whatever the directory claims. */
export function unzip(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  const packed = packedBytes(bytes, entry);
  if (entry.method === STORED) {
    if (packed.length > limit) throw new ZipError('bomb');
    return packed;
  }
  if (entry.method !== DEFLATED) throw new ZipError('damaged');
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length > limit) throw new ZipError('bomb');
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE) {
      inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('damaged');
  }
  return joined(chunks, length);
}

function packedBytes(bytes: Uint8Array, { offset, packed, encrypted }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encrypted || offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_ENTRY) {
    throw new ZipError('damaged');
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw new ZipError('damaged');
  return bytes.subarray(start, start + packed);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
