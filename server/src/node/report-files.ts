// Reports on disk, by their paths: what the command line and servers on Node see of a folder.
import { maxFileSize } from '../text/limits.ts';
import { maxJsonSize } from '../workspace/file-problem.ts';
import { type IgnoredFiles, ignoredFiles } from '../workspace/ignored-files.ts';
import { isReportFile } from '../workspace/report-files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { codeOf } from './error-code.ts';
import { filesBelow } from './find-files.ts';
import { readBytesNow, readBytesOf } from './read-file.ts';

/** No text within the size limit takes so many bytes; of a larger file so much is read as shows that it is over it. */
export const mostReportBytes = 3 * maxFileSize + 16;

type Files = Pick<Workspace, 'read' | 'readStart' | 'find'>;

/** Files by their paths: what can't be read is null, what can't be searched is empty. `refused` hears of each path that is a pipe or a device. */
export function filesOnDiskTelling(refused: (path: string) => void): Files {
  return {
    async read(path) {
      try {
        return new TextDecoder().decode(await readBytesOf(path, mostReportBytes));
      } catch (error) {
        if (codeOf(error) === 'ENOTFILE') refused(path);
        return null;
      }
    },
    readStart(path, bytes) {
      try {
        return new TextDecoder().decode(readBytesNow(path, bytes));
      } catch {
        return null;
      }
    },
    async find(folders, depth = Number.POSITIVE_INFINITY) {
      const found = await Promise.all(
        folders.map((folder) => filesBelow(folder, depth, isReportFile, ignoredOnDisk(folder).has)),
      );
      return [...new Set(found.flat())];
    },
  };
}

/** What a search below a folder leaves out, by the `.gitignore` and settings files on disk. */
export function ignoredOnDisk(folder: string): IgnoredFiles {
  return ignoredFiles(folder, (path) => {
    try {
      return new TextDecoder().decode(readBytesNow(path, 3 * maxJsonSize));
    } catch {
      return null;
    }
  });
}

export const filesOnDisk: Files = filesOnDiskTelling(() => {});
