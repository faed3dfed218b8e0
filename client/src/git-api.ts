// VS Code's own git extension.
import * as vscode from 'vscode';

/** What is used of its API, version 1. */
export interface GitApi {
  readonly getRepository: (uri: vscode.Uri) => GitRepository | null;
  readonly toGitUri: (uri: vscode.Uri, ref: string) => vscode.Uri;
}

export interface GitRepository {
  readonly state: {
    readonly workingTreeChanges?: readonly GitChange[];
    readonly untrackedChanges?: readonly GitChange[];
  };
  readonly inputBox: { value: string };
  readonly log: (options: { readonly path: string; readonly maxEntries: number }) => Promise<readonly GitCommit[]>;
  readonly add: (paths: readonly string[]) => Promise<void>;
}

export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly authorName?: string;
  readonly authorDate?: Date;
}

interface GitChange {
  readonly uri: vscode.Uri;
}

/** Its API; null where VS Code has no git or it is turned off. */
export async function gitApi(): Promise<GitApi | null> {
  const extension = vscode.extensions.getExtension<{ getAPI: (version: 1) => GitApi }>('vscode.git');
  try {
    return extension ? (await extension.activate()).getAPI(1) : null;
  } catch {
    return null;
  }
}
