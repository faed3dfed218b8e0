// The versions of a report that git keeps, by VS Code's own git extension.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ExportFormat } from '../../server/src/lsp/protocol.ts';
import { reportInFront } from './documents.ts';
import { askForFile, askForFormat, exportReports } from './export.ts';
import { type GitCommit, gitApi } from './git-api.ts';
import { messageLanguage, t } from './texts.ts';

const MOST_COMMITS = 500;

/** Exports the report named, or the one in front, as it was at a commit that is chosen. */
export async function exportVersion(
  client: BaseLanguageClient,
  formats: readonly ExportFormat[],
  named: unknown,
): Promise<void> {
  const uri = named instanceof vscode.Uri ? named : reportInFront()?.uri;
  if (!uri) return;
  const git = await gitApi();
  const repository = git?.getRepository(uri) ?? null;
  const commits = repository ? await repository.log({ path: uri.fsPath, maxEntries: MOST_COMMITS }) : [];
  if (!git || commits.length === 0) {
    void vscode.window.showInformationMessage(t('No earlier version of this report is kept in git.'));
    return;
  }
  const commit = await chosenOf(commits);
  const format = commit && (await askForFormat(formats));
  if (!commit || !format) return;
  const target = await askForFile(uri, format, `-${shortHash(commit)}`);
  if (!target) return;
  const version = await vscode.workspace.openTextDocument(git.toGitUri(uri, commit.hash));
  await exportReports(client, formats, version.uri, { format: format.id, target });
}

function shortHash({ hash }: GitCommit): string {
  return hash.slice(0, 7);
}

async function chosenOf(commits: readonly GitCommit[]): Promise<GitCommit | undefined> {
  const items = commits.map((commit) => ({
    label: commit.message.split('\n', 1)[0] ?? '',
    description: shortHash(commit),
    detail: [commit.authorDate?.toLocaleString(messageLanguage()), commit.authorName].filter(Boolean).join(' · '),
    commit,
  }));
  const placeHolder = t('Export which version?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.commit;
}
