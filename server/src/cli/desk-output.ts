// What the desk writes into a folder: overview, list of problems, letters.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { docxFile } from '../exporters/docx-file.ts';
import { documentPage } from '../exporters/html.ts';
import { deskMark } from '../node/desk-files.ts';
import { codeOf } from '../node/error-code.ts';
import { readBytesNow } from '../node/read-file.ts';
import { writeFile } from '../node/write-file.ts';
import type { Desk, DeskEntry } from '../tasks/desk.ts';
import { deskPage } from '../tasks/desk-page.ts';
import { letterOf } from '../tasks/letter.ts';
import { problemCsv, problemLines } from '../tasks/problem-list.ts';
import { problemWorkbook } from '../tasks/problem-workbook.ts';
import type { Localized } from '../text/language.ts';
import { reportFileName } from '../workspace/report-files.ts';
import { UsageError } from './command.ts';
import type { Context } from './io.ts';
import { Progress } from './progress.ts';
import { namedTrouble } from './write-messages.ts';

const LETTERS = '退回修改意见';
const LIST = '问题清单';
const OVERVIEW = '总览.html';
const MOST_MARK = 1 << 22;
const doing: Localized = { zh: '写意见', en: 'writing letters' };

const taken = (folder: string): Localized => ({
  zh: `${folder}：文件夹里有别的文件，没有写。请用 -o 写一个新的文件夹，或者上次审核写的文件夹。`,
  en: `${folder}: the folder holds other files; nothing was written. Name a new folder with -o, or one that the desk wrote before.`,
});

/** Writes everything into a folder that is new, empty or the desk's own; what an earlier run wrote there and this one doesn't goes. Gives how many letters there are. */
export async function writeDesk(desk: Desk, folder: string, context: Context): Promise<number> {
  const path = resolve(context.io.cwd, folder);
  const before = writtenBefore(path, folder);
  const written: string[] = [];
  const write = (name: string, content: string | Uint8Array): void => {
    try {
      const target = join(path, name);
      mkdirSync(dirname(target), { recursive: true });
      writeFile(target, content, { isNew: false, isFound: true });
      written.push(name);
    } catch (error) {
      throw new UsageError(namedTrouble(join(folder, name), error));
    }
  };
  const { language } = context;
  write(deskMark, JSON.stringify(before));
  const letters = letterNames(desk);
  const progress = new Progress(context, doing, letters.size);
  for (const [entry, name] of letters) {
    const letter = letterOf(entry);
    if (letter === null) continue;
    write(`${name}.docx`, await docxFile(letter));
    write(`${name}.html`, documentPage(letter));
    await progress.step();
  }
  await progress.end();
  write(`${LIST}.xlsx`, await problemWorkbook(desk, language));
  write(`${LIST}.csv`, problemCsv(desk, language));
  write(`${LIST}.jsonl`, problemLines(desk, language));
  write(
    OVERVIEW,
    deskPage(desk, language, (entry) => {
      const name = letters.get(entry);
      return name === undefined ? null : encodeURI(`${name}.html`);
    }),
  );
  for (const name of before) if (!written.includes(name)) rmSync(join(path, name), { force: true });
  write(deskMark, JSON.stringify(written.filter((name) => name !== deskMark)));
  return letters.size;
}

/** The letters' names, without their endings; each once. */
function letterNames({ entries }: Desk): ReadonlyMap<DeskEntry, string> {
  const names = new Map<DeskEntry, string>();
  const used = new Set<string>();
  for (const entry of entries) {
    if (letterOf(entry) === null) continue;
    const base = stem(reportFileName(entry.body, entry.report?.year ?? 0));
    let name = base;
    for (let i = 2; used.has(name); i++) name = `${base}-${i}`;
    used.add(name);
    names.set(entry, `${LETTERS}/${name}`);
  }
  return names;
}

function stem(name: string): string {
  return name.replace(/(?:-0)?\.[^.]+$/, '');
}

/** What an earlier run wrote into the folder. Throws `UsageError` where it holds what isn't the desk's. */
function writtenBefore(path: string, shown: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw new UsageError(namedTrouble(shown, error));
  }
  if (!names.includes(deskMark)) {
    if (names.length > 0) throw new UsageError(taken(shown));
    return [];
  }
  return namesIn(new TextDecoder().decode(readBytesNow(join(path, deskMark), MOST_MARK)));
}

/** The names in a mark: only such as the desk writes. */
function namesIn(text: string): readonly string[] {
  try {
    const names: unknown = JSON.parse(text);
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && isOwn(name)) : [];
  } catch {
    return [];
  }
}

function isOwn(name: string): boolean {
  const inside = name.startsWith(`${LETTERS}/`) ? name.slice(LETTERS.length + 1) : name;
  return /^[^/\\]+\.(?:docx|html|xlsx|csv|jsonl)$/.test(inside);
}
