import type { Workspace } from '../workspace/workspace.ts';

/** The files that a server can see, by their URIs. Of changes the client tells. */
export type Files = Pick<Workspace, 'read' | 'readStart' | 'find'>;

/** For a server that sees no files: nothing is read, nothing found. */
export const noFiles: Files = { read: async () => null, find: async () => [] };
