import { builtInPack } from '../../server/src/forms/built-in-packs.ts';
import type { Forms } from '../../server/src/forms/form.ts';
import { formsOf, parsePack, standardForms } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import type { Report } from '../../server/src/report/report.ts';
import { withFormRows } from '../../server/src/rules/engine/form-rows.ts';
import { folderCopies } from '../../server/src/workspace/folder-copies.ts';
import type { Neighbours } from '../../server/src/workspace/neighbours.ts';
import { neighbourSearch } from '../../server/src/workspace/neighbours.ts';
import { readSettings } from '../../server/src/workspace/read-settings.ts';
import { reportHeads } from '../../server/src/workspace/report-heads.ts';
import { reportIndex } from '../../server/src/workspace/report-index.ts';
import { type Marked, unmark } from './marks.ts';
import { memoryWorkspace } from './memory-workspace.ts';

/** A marked text and the files that lie beside it. */
export interface Fixture extends Marked {
  readonly name: string;
  /** Every file by its name, the marked one included, without marks. */
  readonly files: Readonly<Record<string, string>>;
}

const ALONE = 'report.nianbao';
const HEAD = /^\/\/- (.+)\n/m;

/**
 * Reads a fixture: one marked text, or several files, each below a head `//- name`. The subject is the one that holds
 * marks or a cursor, else the last.
 */
export function readFixture(fixture: string): Fixture {
  const [before = '', ...rest] = fixture.split(new RegExp(HEAD, 'gm'));
  const read = (text: string): Marked => unmark(withFormRows(text, readReport(text).edition));
  if (rest.length === 0) return { name: ALONE, files: { [ALONE]: read(before).text }, ...read(before) };
  if (before.trim() !== '') throw new Error('there is text before the first file');
  const plain = (text: string): Marked => ({ text, cursor: null, expected: [] });
  const files = rest.flatMap((name, i) => {
    const text = rest[i + 1] ?? '';
    return i % 2 === 0 ? [{ name, ...(name.endsWith('.json') ? plain(text) : read(text)) }] : [];
  });
  const subject = files.findLast(({ expected, cursor }) => expected.length > 0 || cursor !== null) ?? files.at(-1);
  if (!subject) throw new Error('there is no file');
  return { ...subject, files: Object.fromEntries(files.map(({ name, text }) => [name, text])) };
}

/** What is around the subject of a fixture; its file lies in a folder together with the others, a `nianbao.json` among them. */
export async function neighboursIn({ name, files }: Fixture, report: Report): Promise<Neighbours & { source: string }> {
  const source = `/reports/${name}`;
  const inFolder = Object.entries(files).map(([each, text]) => [`/reports/${each}`, text] as const);
  const workspace = memoryWorkspace(Object.fromEntries(inFolder));
  const path = '/reports/nianbao.json';
  const bodies = readSettings(files['nianbao.json'] ?? '{}').roster;
  const governing = { path, listed: bodies && { source: path, bodies } };
  const folder = reportHeads(workspace, standardForms).of;
  const copies = folderCopies(workspace, standardForms).of;
  const search = neighbourSearch(reportIndex(workspace), { folder, copies });
  return { source, ...(await search.of(report, source, governing, true)) };
}

/** The forms with the packs that a fixture's `nianbao.json` names: built in, or files of the fixture. */
export function formsIn({ files }: Fixture): Forms {
  const packs = readSettings(files['nianbao.json'] ?? '{}').packs.flatMap(({ text }) => {
    const pack = builtInPack(text) ?? parsePack(files[text]).pack;
    return pack ? [pack] : [];
  });
  return packs.length > 0 ? formsOf(packs) : standardForms();
}
