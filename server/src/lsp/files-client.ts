// Files by way of the client, for servers that have no file system of their own.
import type { Connection } from 'vscode-languageserver';
import { gitIgnoreFileName, ignoredFiles } from '../workspace/ignored-files.ts';
import { keyOf } from '../workspace/places.ts';
import { reportExtensions } from '../workspace/report-files.ts';
import { settingsFileName } from '../workspace/settings.ts';
import type { ReadText } from '../workspace/workspace.ts';
import type { Files } from './files.ts';
import {
  type FindFilesParams,
  type FindFilesResult,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from './protocol.ts';

/** Of files with these names all that there are have been found; no more is looked for of a repository. */
const lookedFor: readonly string[] = [gitIgnoreFileName, settingsFileName, '.git', 'HEAD'];
/** So often files are read that those read before name. */
const MOST_ROUNDS = 20;

/** Files that the client reads and finds, for a server without a disk. What it can't answer is null or empty. */
export function clientFiles(connection: Connection): Files {
  const read: ReadText = (uri) => {
    const params: ReadFileParams = { uri };
    return connection.sendRequest<ReadFileResult>(readFileRequest, params).catch(() => null);
  };
  const find = (glob: string): Promise<FindFilesResult> => {
    const params: FindFilesParams = { glob };
    return connection.sendRequest<FindFilesResult>(findFilesRequest, params).catch(() => []);
  };
  return {
    read,
    /** The client searches all of its workspace, whatever the folders. */
    async find(folders) {
      const [reports, rules] = await Promise.all([
        find(`*{${reportExtensions.join(',')}}`),
        find(`{${gitIgnoreFileName},${settingsFileName}}`),
      ]);
      return rules.length === 0 ? reports : withoutIgnored(reports, folders, rules, read);
    },
  };
}

/** The files of folders without those that `rules`, files that say what is ignored, leave out, and those that these name. */
async function withoutIgnored(
  files: readonly string[],
  folders: readonly string[],
  rules: readonly string[],
  read: ReadText,
): Promise<readonly string[]> {
  const texts = new Map<string, string | null>();
  let wanted = new Map(rules.map((uri) => [keyOf(uri), uri]));
  for (let round = 1; ; round++) {
    await Promise.all([...wanted].map(async ([key, uri]) => texts.set(key, await read(uri))));
    wanted = new Map();
    const readNow = (uri: string): string | null => {
      const key = keyOf(uri);
      const text = texts.get(key);
      if (text === undefined && !lookedFor.includes(uri.slice(uri.lastIndexOf('/') + 1))) wanted.set(key, uri);
      return text ?? null;
    };
    const kept = folders.reduce((left, folder) => {
      const ignored = ignoredFiles(folder, readNow);
      const inside = `${keyOf(folder).replace(/\/$/, '')}/`;
      return left.filter((file) => !keyOf(file).startsWith(inside) || !ignored.has(file, false));
    }, files);
    if (wanted.size === 0 || round === MOST_ROUNDS) return kept;
  }
}
