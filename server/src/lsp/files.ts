import type { Workspace } from '../workspace/workspace.ts';

/** The files that a server can see, by their URIs. Of changes the client tells. */
export type Files = Pick<Workspace, 'read' | 'find'>;

export const noFiles: Files = { read: async () => null, find: async () => [] };
