/** Something on a page of 595 × 842 points, measured from its upper left corner: text by the left end of its foot, text written downwards by the middle of its upper edge, a line, or a filled bar by its corner and size. */
export type Mark =
  | { readonly column: string; readonly at: readonly [x: number, y: number] }
  | { readonly text: string; readonly at: readonly [x: number, y: number] }
  | { readonly line: readonly [x1: number, y1: number, x2: number, y2: number] }
  | { readonly bar: readonly [x: number, y: number, width: number, height: number] };

const HEIGHT = 842;
const SIZE = 12;

/**
 * A PDF file with these pages. Its font isn't embedded and names the character map UniGB-UCS2-H, as Chinese PDF files
 * do that leave the font to the reader: letters can only be told by that map.
 */
export function makePdf(pages: readonly (readonly Mark[])[]): Uint8Array {
  const kids = pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-V /DescendantFonts [4 0 R] >>',
    ...pages.flatMap((marks, i) => {
      const content = marks.map(drawn).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${HEIGHT}] /Resources << /Font << /F 3 0 R /V 6 0 R >> >> /Contents ${8 + 2 * i} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

function drawn(mark: Mark): string {
  if ('text' in mark) return `BT /F ${SIZE} Tf ${mark.at[0]} ${HEIGHT - mark.at[1]} Td ${codes(mark.text)} Tj ET`;
  // As Word writes it: letters of twentyfold size, made small by the matrix.
  if ('column' in mark)
    return `BT /V ${20 * SIZE} Tf 0.05 0 0 0.05 ${mark.at[0]} ${HEIGHT - mark.at[1]} Tm ${codes(mark.column)} Tj ET`;
  if ('line' in mark) {
    const [x1, y1, x2, y2] = mark.line;
    return `${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S`;
  }
  const [x, y, width, height] = mark.bar;
  return `${x} ${HEIGHT - y - height} ${width} ${height} re f`;
}

function codes(text: string): string {
  return `<${[...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}
