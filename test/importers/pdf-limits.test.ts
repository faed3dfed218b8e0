import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { filters } from '../../server/src/importers/pdf/filters.ts';
import { isPdfBomb } from '../../server/src/importers/pdf/guard.ts';
import { readPdf } from '../../server/src/importers/pdf/pdf.ts';
import { noResources } from '../../server/src/importers/resources.ts';
import { show } from './show.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function unfiltered(name: string, bytes: Uint8Array): string {
  const out: number[] = [];
  filters.get(name)?.((piece) => out.push(...piece))(bytes);
  return String.fromCharCode(...out);
}

describe('filters', () => {
  test.each([
    ['LZWDecode', Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01), '-----A---B'],
    ['RunLengthDecode', bytesOf('\x02abc\xfed\x80more'), 'abcddd'],
    ['ASCII85Decode', bytesOf('9jqo^\nz9jn~>more'), 'Man \0\0\0\0Ma'],
    ['ASCIIHexDecode', bytesOf('4d 61 6E>41'), 'Man'],
    ['FlateDecode', new Uint8Array(deflateSync(Buffer.from('Man'))), 'Man'],
    ['LZWDecode', Uint8Array.of(0xff, 0xff, 0xff), ''],
    ['FlateDecode', bytesOf('no such data'), ''],
  ])('%s', (name, bytes, text) => {
    expect(unfiltered(name, bytes)).toBe(text);
  });

  test('all that pdf.js knows by two names have both', () => {
    for (const [name, short] of [
      ['FlateDecode', 'Fl'],
      ['LZWDecode', 'LZW'],
      ['RunLengthDecode', 'RL'],
      ['ASCII85Decode', 'A85'],
      ['ASCIIHexDecode', 'AHx'],
    ] as const)
      expect(filters.get(short)).toBe(filters.get(name));
  });
});

/** Codes of LZW that say the same letter ever more often, as far as the table goes, eight times over. */
function lzwRuns(): Uint8Array {
  const bits: number[] = [];
  const put = (code: number, width: number): void => {
    for (let bit = width - 1; bit >= 0; bit--) bits.push((code >> bit) & 1);
  };
  put(256, 9);
  for (let round = 0; round < 8; round++) {
    put(32, 9);
    for (let code = 258; code < 4095; code++) put(code, code > 2046 ? 12 : code > 1022 ? 11 : code > 510 ? 10 : 9);
    put(256, 12);
  }
  return Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) =>
    [0, 1, 2, 3, 4, 5, 6, 7].reduce((byte, bit) => 2 * byte + (bits[8 * i + bit] ?? 0), 0),
  );
}

const stream = (filter: string, data: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(`%PDF-1.4\n4 0 obj\n<< /Length 9 /Filter ${filter} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
const runs = (megabytes: number): Buffer => Buffer.alloc(2 * (megabytes << 13), '\x81 ', 'latin1');

describe('streams that grow beyond all measure', () => {
  test.each([
    ['/RunLengthDecode', runs(40)],
    ['[/Fl /RL]', deflateSync(runs(40))],
    ['[ /ASCII85Decode ]', Buffer.alloc(9 << 20, 'z')],
    ['[/FlateDecode /ASCII85Decode /FlateDecode]', deflateSync(Buffer.alloc(9 << 20, 'z'))],
    ['[/AHx /Fl]', Buffer.from(deflateSync(Buffer.alloc(40 << 20, ' ')).toString('hex'))],
    ['/LZWDecode', lzwRuns()],
  ])('%s', (filter, data) => {
    expect(isPdfBomb(stream(filter, data))).toBe(true);
  });

  test.each([
    ['/RunLengthDecode', runs(10)],
    ['/LZWDecode', lzwRuns().subarray(0, 5000)],
    ['[/DCTDecode]', Buffer.alloc(9 << 20, 'z')],
    ['9 0 R', Buffer.from('text')],
  ])('but not %s of a size that pages have', (filter, data) => {
    expect(isPdfBomb(stream(filter, data))).toBe(false);
  });
});

/** A PDF file of one page with these commands, and forms that each draw the next ten times. */
function drawing(commands: string, forms = 0): Uint8Array {
  const form = (i: number): string =>
    `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${i + 1} 0 R >> >> /Length 60 >>\nstream\n${'/X Do '.repeat(i < forms + 4 ? 10 : 0).padEnd(60)}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /XObject << /X 5 0 R >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Contents 4 0 R >>',
    `<< /Length ${commands.length} >>\nstream\n${commands}\nendstream`,
    ...Array.from({ length: forms }, (_, i) => form(i + 5)),
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer << /Root 1 0 R >>\n%%EOF`);
}

describe('files that draw without end', { timeout: 120_000 }, () => {
  const limits = { commands: 2000, texts: 500 };
  const texts = (count: number): string =>
    `BT /F 9 Tf ${'1 0 0 1 9 9 Tm (7) Tj 1 0 0 1 99 99 Tm (8) Tj '.repeat(count)}ET`;

  test.each([
    ['more commands than a report has', 'q Q '.repeat(2000), 0],
    ['more texts than a report has', texts(400), 0],
    ['a few forms, each in the one before ten times', '/X Do', 9],
  ])('%s', async (_, commands, forms) => {
    expect(show(await readPdf(drawing(commands, forms), noResources, limits))).toContain('文字太多');
  });

  test('below the limits they are read', async () => {
    expect(show(await readPdf(drawing(texts(20)), noResources, limits))).toMatch(/7/);
  });

  test('a file with a form that isn’t drawn often is read', async () => {
    expect(show(await readPdf(drawing('/X Do', 1), noResources))).toContain('扫描件');
  });

  const hostile = join(import.meta.dirname, '../../../shared/cases/trust');

  test.skipIf(!existsSync(hostile)).each(['formexp.pdf', 'manyops.pdf', 'manytext.pdf'])('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(hostile, name)));
    expect(show(await readPdf(bytes, noResources))).toContain('文字太多');
  });
});
