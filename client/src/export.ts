// Reports as files in other formats: one, those chosen, or all of a folder.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ExportedReport,
  type ExportFormat,
  type ExportParams,
  type ExportResult,
  exportRequest,
} from '../../server/src/lsp/protocol.ts';
import { exists, reportInFront } from './documents.ts';
import { baseNameOf, nameOf, reportExtensions, reportGlob, unsearched } from './file-names.ts';
import { answered } from './requests.ts';
import { messageLanguage, t } from './texts.ts';

/** What may be given instead of being asked for. */
export interface ExportChoices {
  /** Its id. */
  readonly format?: string;
  /** The file for one report, the folder for several. */
  readonly target?: vscode.Uri;
}

/** Exports the report named, all reports of a folder named, or the active report. Errors in them are told and stop nothing. */
export async function exportReports(
  client: BaseLanguageClient,
  formats: readonly ExportFormat[],
  named: unknown,
  more: unknown,
): Promise<void> {
  const sources = await sourcesOf(named, more);
  if (sources === null) return;
  if (sources.length === 0) {
    void vscode.window.showInformationMessage(t('There is no report to export.'));
    return;
  }
  const choices = isChoices(more) ? more : {};
  const format = choices.format ? formats.find(({ id }) => id === choices.format) : await askForFormat(formats);
  if (!format) return;
  const several = sources.length > 1 || (await isFolder(named));
  const target = choices.target ?? (several ? await askForFolder(sources) : await askForFile(sources[0], format));
  if (!target) return;
  const targets = several ? inFolder(target, sources, format) : [target];
  if (several && !choices.target && !(await mayReplace(targets))) return;
  const run = new ExportRun(client, format.id);
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Exporting'), cancellable: several },
    (progress, token) => run.all(sources, targets, progress, token),
  );
  await run.tell(several ? target : null);
}

function isChoices(value: unknown): value is ExportChoices {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && ('format' in value || 'target' in value)
  );
}

/** Null where a question was left unanswered. */
async function sourcesOf(named: unknown, more: unknown): Promise<readonly vscode.Uri[] | null> {
  const chosen = Array.isArray(more) ? more.filter((each) => each instanceof vscode.Uri) : [];
  const uris = chosen.length > 0 ? chosen : named instanceof vscode.Uri ? [named] : [];
  if (uris.length === 0) {
    const report = reportInFront();
    return report ? [report.uri] : askForReports();
  }
  const found = await Promise.all(uris.map(async (uri) => ((await isFolder(uri)) ? reportsIn(uri) : [uri])));
  return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
}

async function reportsIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, reportGlob), unsearched);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function isFolder(uri: unknown): Promise<boolean> {
  if (!(uri instanceof vscode.Uri) || uri.scheme === 'untitled') return false;
  const stat = await vscode.workspace.fs.stat(uri);
  return (stat.type & vscode.FileType.Directory) !== 0;
}

async function askForReports(): Promise<readonly vscode.Uri[] | null> {
  const filters = { [t('Reports')]: [...reportExtensions] };
  return (await vscode.window.showOpenDialog({ canSelectMany: true, filters })) ?? null;
}

export async function askForFormat(formats: readonly ExportFormat[]): Promise<ExportFormat | undefined> {
  const language = messageLanguage();
  const items = formats.map((format) => ({
    label: format.title[language],
    description: format.extension,
    detail: format.description[language],
    format,
  }));
  const placeHolder = t('Export as which format?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.format;
}

/** Where to write the export of a report, by its name and what is put behind it. */
export async function askForFile(
  source: vscode.Uri | undefined,
  format: ExportFormat,
  behind = '',
): Promise<vscode.Uri | undefined> {
  if (!source) return undefined;
  const extension = format.extension.slice(1);
  const folder =
    source.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(source, '..');
  const name = `${baseNameOf(source)}${behind}.${extension}`;
  return vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { [extension.toUpperCase()]: [extension] },
    saveLabel: t('Export'),
  });
}

async function askForFolder([first]: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    ...(first ? { defaultUri: vscode.Uri.joinPath(first, '..') } : {}),
    openLabel: t('Export here'),
    title: t('Folder for the exported files'),
  });
  return chosen?.[0];
}

/** A file for each report, named as the report; where two have one name, the later gets a number. */
function inFolder(folder: vscode.Uri, sources: readonly vscode.Uri[], format: ExportFormat): readonly vscode.Uri[] {
  const taken = new Set<string>();
  return sources.map((source) => {
    const base = baseNameOf(source);
    let name = base;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${base}-${i}`;
    taken.add(name.toLowerCase());
    return vscode.Uri.joinPath(folder, `${name}${format.extension}`);
  });
}

async function mayReplace(targets: readonly vscode.Uri[]): Promise<boolean> {
  const there = await Promise.all(targets.map(exists));
  const count = there.filter(Boolean).length;
  if (count === 0) return true;
  const replace = t('Replace');
  const question = t('{0} files of these names are there already.', count);
  return (await vscode.window.showWarningMessage(question, { modal: true }, replace)) === replace;
}

interface Failed {
  readonly source: vscode.Uri;
  readonly reason: string;
}

class ExportRun {
  readonly #client: BaseLanguageClient;
  readonly #format: string;
  readonly #written: vscode.Uri[] = [];
  readonly #failed: Failed[] = [];
  #errors = 0;
  #faulty = 0;

  constructor(client: BaseLanguageClient, format: string) {
    this.#client = client;
    this.#format = format;
  }

  async all(
    sources: readonly vscode.Uri[],
    targets: readonly vscode.Uri[],
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<void> {
    for (const [i, source] of sources.entries()) {
      const target = targets[i];
      if (token.isCancellationRequested || !target) return;
      const message = sources.length > 1 ? `${i + 1}/${sources.length} ${baseNameOf(source)}` : baseNameOf(source);
      progress.report({ message, increment: 100 / sources.length });
      await this.#one(source, target).catch((error: unknown) => {
        this.#failed.push({ source, reason: error instanceof Error ? error.message : String(error) });
      });
    }
  }

  async #one(source: vscode.Uri, target: vscode.Uri): Promise<void> {
    const params: ExportParams = { uri: source.toString(), format: this.#format };
    const result = answered(await this.#client.sendRequest<ExportResult | null>(exportRequest, params));
    if ('failure' in result) {
      this.#failed.push({ source, reason: result.failure });
      return;
    }
    await vscode.workspace.fs.writeFile(target, bytesOf(result));
    this.#written.push(target);
    this.#errors += result.errors;
    if (result.errors > 0) this.#faulty++;
  }

  /** Says what has come of it. `folder` holds the files where there are several. */
  async tell(folder: vscode.Uri | null): Promise<void> {
    const [failure] = this.#failed;
    const [first] = this.#written;
    if (failure) {
      const rest = this.#failed.length > 1 ? t(' ({0} more like it)', this.#failed.length - 1) : '';
      void vscode.window.showErrorMessage(`${baseNameOf(failure.source)}: ${failure.reason}${rest}`);
    }
    if (!first) return;
    const done = folder ? t('Exported {0} reports.', this.#written.length) : t('Exported {0}.', nameOf(first));
    const [open, problems] = [t('Open'), t('Show problems')];
    const canOpen = vscode.env.uiKind === vscode.UIKind.Desktop && first.scheme === 'file';
    const chosen =
      this.#errors > 0
        ? this.#warn(done, folder, ...(canOpen ? [open, problems] : [problems]))
        : this.#say(done, ...(canOpen ? [open] : []));
    void chosen.then((button) => {
      if (button === open) void vscode.env.openExternal(folder ?? first);
      else if (button === problems) void vscode.commands.executeCommand('nianbao.showProblems');
    });
  }

  #warn(done: string, folder: vscode.Uri | null, ...buttons: readonly string[]): Thenable<string | undefined> {
    const errors = folder
      ? t('{0} {1} of them have errors, {2} in all.', done, this.#faulty, this.#errors)
      : t('{0} The report still has {1} errors.', done, this.#errors);
    return vscode.window.showWarningMessage(errors, ...buttons);
  }

  #say(done: string, ...buttons: readonly string[]): Thenable<string | undefined> {
    return vscode.window.showInformationMessage(done, ...buttons);
  }
}

function bytesOf({ content, encoding }: ExportedReport): Uint8Array {
  if (encoding === 'text') return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
