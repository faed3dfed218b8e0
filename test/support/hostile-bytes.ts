import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { exporters } from '../../server/src/exporters/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { type Mark, makePdf } from '../importers/make-pdf.ts';
import { partsToSpoil, reportsToSpoil } from './reports-to-spoil.ts';

/** A file that looks like a report, and is spoilt. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What readers of one kind or another act upon. */
const tokens: readonly string[] = [
  '|',
  '\t',
  '\n',
  '\r',
  '一、',
  '（一）',
  '1.',
  '0',
  '99999999999999999999',
  '-1',
  '<table>',
  '<tr>',
  '<td colspan="99999" rowspan="99999">',
  '</td>',
  '<div>',
  '<!--',
  '<![CDATA[',
  '&#x10ffff;',
  '&amp;',
  '<script>',
  '<w:tbl>',
  '<w:tr>',
  '<w:gridSpan w:val="2000000000"/>',
  '<w:vMerge/>',
  '<w:p>',
  '</w:p>',
  '<w:br/>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '/Filter [/FlateDecode /ASCII85Decode]',
  '/Filter /RunLengthDecode',
  '/Length 999999999',
  '/Kids [2 0 R]',
  '/Parent 9 0 R',
  ' 8 0 R ',
  'q ',
  'BT ',
  '(a) Tj ',
  '<4e00> Tj ',
  '[<4e00> 99999 <4e01>] TJ ',
  ' 1e99 ',
  '<<',
  '[',
  '\0',
  '\ud83d',
];

interface Spoiling {
  readonly at: number;
  readonly length: number;
  readonly put: Uint8Array;
  /** So many times. */
  readonly times: number;
}

const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(5000) }),
  put: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...tokens).map((token) => strToU8(token)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4 }) },
  ),
  times: fc.oneof(
    { weight: 600, arbitrary: fc.constant(1) },
    { weight: 8, arbitrary: fc.nat(3000) },
    { weight: 1, arbitrary: fc.nat(100_000) },
  ),
});

const MOST_BYTES = 4 << 20;

function spoilt(bytes: Uint8Array, spoilings: readonly Spoiling[]): Uint8Array {
  return spoilings.reduce((before, { at, length, put, times }) => {
    const start = Math.floor(at * before.length);
    const count = Math.min(times, Math.floor(MOST_BYTES / (put.length + 1)));
    const middle = new Uint8Array(put.length * count);
    for (let i = 0; i < count; i++) middle.set(put, i * put.length);
    return Uint8Array.from(Buffer.concat([before.subarray(0, start), middle, before.subarray(start + length)]));
  }, bytes);
}

/** One part of a Word file, unpacked, spoilt and stored again, so that more than the archive is tried. */
function spoiltInside(bytes: Uint8Array, spoilings: readonly Spoiling[]): Uint8Array {
  const parts = unzipSync(bytes);
  const main = parts['word/document.xml'] ?? strToU8('');
  return zipSync({ ...parts, 'word/document.xml': spoilt(main, spoilings) }, { level: 0 });
}

/** Sound files of every kind that can be imported: whole reports, and parts of them, of which many more can be tried in the same time. */
export interface SoundFiles {
  readonly whole: readonly HostileFile[];
  readonly parts: readonly HostileFile[];
}

const PARTS = 12;

/** Makes them; every writer is asked once for each. */
export async function soundFiles(): Promise<SoundFiles> {
  return {
    whole: await filesOf(reportsToSpoil, reportsToSpoil.slice(0, 4)),
    parts: await filesOf(partsToSpoil, partsToSpoil.slice(0, PARTS)),
  };
}

async function filesOf(texts: readonly string[], exported: readonly string[]): Promise<readonly HostileFile[]> {
  const files: HostileFile[] = texts.map((text) => ({ name: 'a.txt', bytes: strToU8(text) }));
  for (const text of exported) {
    for (const exporter of exporters.filter(({ id }) => id === 'html' || id === 'docx')) {
      const written = await exporter.write(readReport(text));
      const bytes = typeof written === 'string' ? strToU8(written) : written;
      files.push({ name: `a${exporter.extension}`, bytes });
    }
    files.push({ name: 'a.pdf', bytes: makePdf(pagesOf(text)) });
  }
  return files;
}

function pagesOf(text: string): readonly (readonly Mark[])[] {
  const lines = text.split(/\r?\n/);
  const pages: Mark[][] = [];
  for (let from = 0; from < lines.length; from += 40)
    pages.push(
      lines
        .slice(from, from + 40)
        .flatMap((line, i): Mark[] => (line.trim() === '' ? [] : [{ text: line, at: [40, 40 + 18 * i] }])),
    );
  return pages;
}

/** Files that were sound and were spoilt in some places. */
export function hostileFiles({ whole, parts }: SoundFiles): fc.Arbitrary<HostileFile> {
  const spoilings = fc.array(spoiling, { minLength: 1, maxLength: 8 });
  const sound = fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...whole) },
    { weight: 9, arbitrary: fc.constantFrom(...parts) },
  );
  return fc.tuple(sound, spoilings, fc.boolean()).map(([{ name, bytes }, all, isInside]) => ({
    name,
    bytes: isInside && name.endsWith('.docx') ? spoiltInside(bytes, all) : spoilt(bytes, all),
  }));
}

/** A file as it can be told on a line, such as in a bug. */
export function shown({ name, bytes }: HostileFile): string {
  return `${name}, ${bytes.length} bytes, begins ${JSON.stringify(strFromU8(bytes.subarray(0, 40), true))}`;
}
