// Which file of a folder is last year's report, where the front matter names none.
import { expect, test } from 'vitest';
import { FolderHeads } from '../../server/src/workspace/folder-heads.ts';
import { keyOf } from '../../server/src/workspace/places.ts';
import { reportsWanted } from '../../server/src/workspace/wanted-reports.ts';

/** `body year` of each report; the first is the one that looks. Gives what it finds if that is certain, or null. */
function lastYears(...reports: readonly string[]): string | null {
  const heads = reports.map((text) => {
    const [body = '', year = ''] = text.split(' ');
    return { source: `/r/${text}.nianbao`, body, year: Number(year) };
  });
  const [own] = heads;
  if (!own) return null;
  const from = { text: own.body, span: { start: 0, end: 0 } };
  const wanted = { key: 'previous', body: { name: own.body, file: null }, year: own.year - 1, from } as const;
  const { files } = reportsWanted(wanted, new FolderHeads(heads), null, keyOf(own.source));
  return files[0]?.replace(/^\/r\/|\.nianbao$/g, '') ?? null;
}

test.each([
  ['of the same name', ['云岭县财政局 2023', '云岭县财政局 2022', '东山县财政局 2022'], '云岭县财政局 2022'],
  ['without its place', ['云岭县财政局 2023', '财政局 2022'], '财政局 2022'],
  ['with its place', ['财政局 2023', '云岭县财政局 2022'], '云岭县财政局 2022'],
  ['of one year before that', ['云岭县财政局 2023', '云岭县财政局 2021'], null],
  ['of several that are alike', ['云岭县财政局 2023', '云岭县财政局 2022', '云岭县财政局 2022 '], null],
  ['of two drafts of this year', ['云岭县财政局 2023', '云岭县财政局 2023 ', '云岭县财政局 2022'], null],
  ['without a place, where two places have the body', ['云岭县财政局 2023', '东山县财政局 2023', '财政局 2022'], null],
  ['with a place, where two are named without', ['财政局 2023', '云岭县财政局 2023', '云岭县财政局 2022'], null],
])('last year’s report %s', (_, reports, found) => {
  expect(lastYears(...reports)).toBe(found);
});
