// Several files imported at once: each written beside its source, and one summary of all.

import * as vscode from 'vscode';
import type { Import, ImportResult } from '../../server/src/lsp/protocol.ts';
import { append } from '../../server/src/text/lists.ts';
import { freeBeside } from './documents.ts';
import { nameOf } from './file-names.ts';
import type { ImportNotes } from './import-notes.ts';
import { t } from './texts.ts';

interface Outcome {
  readonly source: vscode.Uri;
  /** The new report, or why there is none. */
  readonly result: { readonly file: vscode.Uri; readonly imported: Import } | { readonly failure: string };
}

/** Reads a file; null where it was stopped. */
type Read = (source: vscode.Uri, token: vscode.CancellationToken) => Promise<ImportResult | null>;

/** Imports the files one after the other until it is cancelled, says what has come of them and opens the first. Nothing is overwritten. */
export async function importSeveral(sources: readonly vscode.Uri[], read: Read, notes: ImportNotes): Promise<void> {
  const location = vscode.ProgressLocation.Notification;
  const title = t('Importing reports');
  const outcomes = await vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const done: Outcome[] = [];
    for (const source of sources) {
      if (token.isCancellationRequested) break;
      progress.report({ message: `${done.length + 1}/${sources.length} ${nameOf(source)}` });
      const results = await writtenBeside(source, read, token);
      if (results === null) break;
      append(
        done,
        results.map((result) => ({ source, result })),
      );
      progress.report({ increment: 100 / sources.length });
    }
    return done;
  });
  const first = outcomes.map(({ result }) => result).find((result) => 'file' in result);
  if (first) await vscode.window.showTextDocument(first.file, { preview: false });
  if (outcomes.length > 0) void notes.showAll(summaryOf(outcomes), outcomes.map(lineOf), outcomes.some(isDoubtful));
}

/** A file that holds several reports gives as many. */
async function writtenBeside(
  source: vscode.Uri,
  read: Read,
  token: vscode.CancellationToken,
): Promise<readonly Outcome['result'][] | null> {
  const done: Outcome['result'][] = [];
  try {
    const result = await read(source, token);
    if (result === null) return null;
    if ('failure' in result) return [result];
    for (const imported of result.reports ?? [result]) {
      const file = await freeBeside(source, imported.fileName);
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(imported.markup));
      done.push({ file, imported });
    }
    return done;
  } catch (error) {
    return [...done, { failure: error instanceof Error ? error.message : String(error) }];
  }
}

function isDoubtful({ result }: Outcome): boolean {
  return 'failure' in result || result.imported.doubtful;
}

function summaryOf(outcomes: readonly Outcome[]): string {
  const imported = outcomes.flatMap(({ result }) => ('file' in result ? [result.imported] : []));
  const doubtful = imported.filter((each) => each.doubtful).length;
  const failed = outcomes.length - imported.length;
  return [
    t('{0} reports were imported.', imported.length),
    doubtful > 0 ? t('{0} of them are to be compared with the original.', doubtful) : '',
    failed > 0 ? t('{0} files could not be imported.', failed) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function lineOf({ source, result }: Outcome): string {
  if ('failure' in result) return `${nameOf(source)}: ${result.failure}`;
  return `${nameOf(source)} → ${nameOf(result.file)}: ${result.imported.summary}`;
}
