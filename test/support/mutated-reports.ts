// Reports in which something went wrong, as it goes wrong by hand: the same ones for the same seed.
import fc from 'fast-check';

type Slip = (lines: readonly string[], place: number, seed: number) => readonly string[];

/** What goes wrong in one line. */
const inLine: Readonly<Record<string, (line: string, seed: number) => string | null>> = {
  'another value': (line, seed) => withValue(line, seed, (value) => String(Number(value) + 1 + (seed % 9))),
  'a blank': (line, seed) => withValue(line, seed, () => ' '),
  'digits added': (line, seed) => withValue(line, seed, (value) => `${value}1`),
  'a word for a value': (line, seed) => withValue(line, seed, () => ['无', '/', '—', '若干'][seed % 4] ?? ''),
  'full width': (line, seed) => withValue(line, seed, (value) => value.replace(/\d/g, fullWidth)),
  'a unit': (line, seed) => withValue(line, seed, (value) => `${value}件`),
  'a value lost': (line, seed) => withValue(line, seed, () => null),
  'a value more': (line, seed) => withValue(line, seed, (value) => `${value} | 0`),
  'all values blank': (line) => line.replace(/\| *\d+(?= *\|)/g, '| '),
  'a line gone': () => null,
  'a line twice': (line) => `${line}\n${line}`,
  'a character gone': (line, seed) =>
    line.length < 6 ? line : line.slice(0, 3 + (seed % 3)) + line.slice(4 + (seed % 3)),
  'a character doubled': (line, seed) => line.slice(0, 3 + (seed % 4)) + line.slice(2 + (seed % 4)),
  'TABs at the end': (line, seed) => `${line}${'\t'.repeat(1 + (seed % 3))}`,
  'spaces before': (line) => `　　${line}`,
  'text between': (line, seed) => `${line}\n${['注：以上为全年数据。', '续表', '第 3 页'][seed % 3]}`,
};

/** What goes wrong with headings: of those that begin with an ordinal, one or all. */
const inHeadings: Readonly<Record<string, Slip>> = {
  'a heading gone': (lines, place) => withHeading(lines, place, () => []),
  'headings renumbered': (lines, place) => {
    const [at = 0] = headingsOf(lines, place);
    return lines.map((line, i) => (i < at ? line : line.replace(HEADING, (ordinal) => next(ordinal))));
  },
  'a heading gone and the rest renumbered': (lines, place) => {
    const [at = 0] = headingsOf(lines, place);
    return lines.flatMap((line, i) => (i === at ? [] : [i < at ? line : line.replace(HEADING, previous)]));
  },
  'a heading renumbered': (lines, place, seed) =>
    withHeading(lines, place, (line) => [line.replace(HEADING, ORDINALS[seed % 6] ?? '一')]),
  'a heading renamed': (lines, place, seed) =>
    withHeading(lines, place, (line) => [
      line.replace(/、.*$/, `、${['存在问题及改进措施', '其他事项', '下一年工作打算', '工作成效'][seed % 4]}`),
    ]),
  'a heading with a digit': (lines, place, seed) =>
    withHeading(lines, place, (line) => [line.replace(/^[一二三四五六]、/, `${1 + (seed % 6)}、`)]),
  'headings with TABs': (lines, _, seed) =>
    lines.map((line) => (/^[一二三四五六]、/.test(line) ? line + '\t'.repeat(1 + (seed % 8)) : line)),
  'a heading twice': (lines, place) => withHeading(lines, place, (line) => [line, line]),
};

/** What goes wrong with more than a line. */
const inBlocks: Readonly<Record<string, Slip>> = {
  'lines gone': (lines, place, seed) => lines.toSpliced(place, 1 + (seed % 6)),
  'lines moved': (lines, place, seed) => {
    const moved = lines.slice(place, place + 1 + (seed % 4));
    const rest = lines.toSpliced(place, moved.length);
    return rest.toSpliced((place + 3 + seed) % (rest.length + 1), 0, ...moved);
  },
  'a row moved': (lines, place, seed) => {
    const rows = lines.flatMap((line, i) => (line.startsWith('|') ? [i] : []));
    const from = rows[place % Math.max(1, rows.length)] ?? 0;
    const to = Math.max(0, from + 1 + (seed % 9) - 5);
    return lines.toSpliced(from, 1).toSpliced(to, 0, lines[from] ?? '');
  },
  'two neighbours in a row swapped': (lines, place) => {
    const line = lines[place] ?? '';
    return lines.with(place, line.replace(/\| *(\d+) *\| *(\d+)(?= *\|)/, '| $2 | $1'));
  },
  'no title': (lines) => lines.filter((line) => !line.startsWith('# ')),
  'no title, front matter only': (lines) => {
    const first = lines.findIndex((line) => line.startsWith('# '));
    return first < 0 ? lines : [...lines.slice(0, first), ''];
  },
  'no front matter': (lines) => (lines[0] === '---' ? lines.slice(lines.indexOf('---', 1) + 1) : lines),
  'a column blank': (lines, _, seed) => {
    const column = 2 + (seed % 7);
    return lines.map((line) => {
      const cells = line.split('|');
      return /^\s*\d+\s*$/.test(cells[column] ?? '') ? cells.with(column, '  ').join('|') : line;
    });
  },
  'all of a table blank': (lines, place) => {
    const table = /^\|/.test(lines[place] ?? '');
    return table ? lines.map((line) => line.replace(/\| *[\d.]+(?= *\|)/g, '| ')) : lines;
  },
  'rows with TABs': (lines) =>
    lines.map((line) =>
      /^\|.*\|$/.test(line)
        ? line
            .slice(1, -1)
            .replace(/ *\| */g, '\t')
            .trim()
        : line,
    ),
  'last year left in': (lines, place) =>
    lines.map((line, i) => (i >= place && i < place + 8 ? line.replaceAll('2023', '2022') : line)),
};

const lineSlips = Object.entries(inLine).map(([name, change]): readonly [string, Slip] => [
  name,
  (lines, place, seed) => {
    const line = change(lines[place] ?? '', seed);
    return lines.toSpliced(place, 1, ...(line === null ? [] : line.split('\n')));
  },
]);

const slips: ReadonlyMap<string, Slip> = new Map([
  ...lineSlips,
  ...Object.entries(inHeadings),
  ...Object.entries(inBlocks),
]);

const HEADING = /^[一二三四五六](?=、)/;
const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八'];

function next(ordinal: string): string {
  return ORDINALS[ORDINALS.indexOf(ordinal) + 1] ?? ordinal;
}

function previous(ordinal: string): string {
  return ORDINALS[ORDINALS.indexOf(ordinal) - 1] ?? ordinal;
}

/** The line of one of the headings, or none. */
function headingsOf(lines: readonly string[], place: number): readonly number[] {
  const headings = lines.flatMap((line, i) => (HEADING.test(line) ? [i] : []));
  return headings.slice(place % Math.max(1, headings.length)).slice(0, 1);
}

function withHeading(lines: readonly string[], place: number, change: (line: string) => readonly string[]) {
  const at = new Set(headingsOf(lines, place));
  return lines.flatMap((line, i) => (at.has(i) ? change(line) : [line]));
}

function fullWidth(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}

/** The line with one of its values changed, or taken out (null); as it is where it has none. */
function withValue(line: string, seed: number, change: (value: string) => string | null): string {
  const cells = line.split('|');
  const places = cells.flatMap((cell, i) => (/^\s*\d+\s*$/.test(cell) ? [i] : []));
  const place = places[seed % Math.max(1, places.length)];
  if (place === undefined) return line;
  const value = change((cells[place] ?? '').trim());
  return cells.toSpliced(place, 1, ...(value === null ? [] : [` ${value} `])).join('|');
}

export type Mutation = readonly [name: string, place: number, seed: number];

const mutation = fc.tuple(fc.constantFrom(...slips.keys()), fc.nat(10_000), fc.nat(1000));

/** A report, and one to three things that went wrong in it. */
export const mutatedReport = (reports: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...reports), fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([text, mutations]) => mutated(text, mutations));

function mutated(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((current, [name, place, seed]) => {
    const lines = current.split('\n');
    const visible = lines.flatMap((line, i) => (line.trim() === '' || line.startsWith('---') ? [] : [i]));
    const at = visible[place % Math.max(1, visible.length)];
    return at === undefined ? current : (slips.get(name)?.(lines, at, seed) ?? lines).join('\n');
  }, text);
}
