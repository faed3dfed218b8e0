// Files by way of the client, for servers that have no file system of their own.
import type { Connection } from 'vscode-languageserver';
import { reportExtensions } from '../workspace/report-files.ts';
import type { Files } from './files.ts';
import {
  type FindFilesParams,
  type FindFilesResult,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from './protocol.ts';

/** Files that the client reads and finds, for a server without a disk. What it can't answer is null or empty. */
export function clientFiles(connection: Connection): Files {
  return {
    read(uri) {
      const params: ReadFileParams = { uri };
      return connection.sendRequest<ReadFileResult>(readFileRequest, params).catch(() => null);
    },
    /** The client searches all of its workspace, whatever the folders. */
    find() {
      const params: FindFilesParams = { glob: `*{${reportExtensions.join(',')}}` };
      return connection.sendRequest<FindFilesResult>(findFilesRequest, params).catch(() => []);
    },
  };
}
