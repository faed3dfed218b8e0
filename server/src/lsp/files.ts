import type { ReadText } from '../workspace/settings.ts';

/** The files that a server can see. URIs go in and out; what can't be read is null, what can't be searched is empty. */
export interface Files {
  readonly read: ReadText;
  /** The reports below these folders. */
  readonly findReports: (folders: readonly string[]) => Promise<readonly string[]>;
}

export const noFiles: Files = { read: async () => null, findReports: async () => [] };
