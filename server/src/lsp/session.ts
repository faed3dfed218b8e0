// What one connection's server holds between requests.
import type { Connection } from 'vscode-languageserver';
import type { RuleSettings } from '../analysis/settings.ts';
import type { DiagnosticOptions } from '../features/diagnostics.ts';
import type { PrintPdf } from '../features/export-report.ts';
import type { Snapshot } from '../features/snapshot.ts';
import type { ImportLimits } from '../importers/import-limits.ts';
import type { RunImport } from '../importers/run-import.ts';
import type { Language } from '../text/language.ts';
import type { ReportFolder } from '../workspace/report-folder.ts';
import type { ClientTraits } from './client-traits.ts';
import type { Documents } from './documents.ts';
import type { Files } from './files.ts';
import type { SettingsStore } from './settings.ts';
import type { WorkspaceState } from './workspace-state.ts';

export interface Session {
  readonly connection: Connection;
  readonly traits: ClientTraits;
  readonly documents: Documents;
  readonly files: Files;
  readonly runImport: RunImport;
  readonly importLimits: () => ImportLimits;
  /** Prints a page; null where nothing can. */
  readonly printPdf: PrintPdf | null;
  readonly settings: SettingsStore;
  readonly workspace: WorkspaceState;
  readonly reports: ReportFolder;
  /** Marks the state of everything but the documents' texts that answers depend on; it differs after every change of it. */
  readonly stamp: () => string;
  readonly language: () => Language;
  readonly log: (what: string, error: unknown) => void;
}

/** How findings are told to this client. */
export function diagnosticOptions({ traits, language }: Session, settings: RuleSettings): DiagnosticOptions {
  return { settings, language: language(), relatedInformation: traits.relatedInformation };
}

/** Logs the rules that threw on a snapshot. */
export function logFailures({ log }: Session, snapshot: Snapshot, settings: RuleSettings): void {
  for (const { code, error } of snapshot.check(settings).failures) log(`rule ${code} on ${snapshot.uri}`, error);
}
