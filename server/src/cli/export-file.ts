// One report as `export` writes it, as plain data: no file is written here.
import { pageStyleOf } from '../analysis/settings.ts';
import { documentOf } from '../exporters/document-of.ts';
import { type Exporter, exporters } from '../exporters/index.ts';
import { exportRefusal, NotWritten } from '../exporters/not-written.ts';
import { readReport } from '../report/bind.ts';
import type { Report } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import { isTooLarge } from '../text/limits.ts';
import type { NeighbourSearch } from '../workspace/neighbours.ts';
import type { InForce } from '../workspace/settings.ts';
import { checkReport } from './check-text.ts';
import { UsageError } from './command.ts';
import { exportMessages } from './export-messages.ts';
import { type NamedBy, namedBy } from './export-names.ts';
import { OutputClosed } from './io.ts';
import { messages } from './messages.ts';
import { neighboursOnDisk } from './neighbours.ts';
import type { ReadReport, ReadText } from './read-reports.ts';
import { type SettingsFault, SettingsFiles } from './settings-files.ts';

/** What is to become of reports with errors. */
export interface Demands {
  /** They are refused. */
  readonly requireClean: boolean;
  /** They are marked as drafts. */
  readonly markDraft: boolean;
}

/** What is asked of every report of a run. */
export interface ExportOptions extends Demands {
  readonly cwd: string;
  /** The exporter's id. */
  readonly format: string;
  /** Whether each is written as one of a collection. */
  readonly asItem: boolean;
}

/** Of a report that is written. */
export interface Written {
  readonly content: string | Uint8Array;
  readonly namedBy: NamedBy;
  readonly errors: number;
  readonly isDraft: boolean;
  /** What its page leaves out: how much, and how the first begins. */
  readonly omitted: { readonly count: number; readonly first: string } | null;
}

export type Exported = {
  readonly name: string;
  readonly faults: readonly SettingsFault[];
} & (
  | { readonly kind: 'failure' | 'refused'; readonly message: Localized }
  | ({ readonly kind: 'written'; readonly path: string } & Written)
);

/** The exporter that a run's options name; null where it needs a printer. */
export function exporterOf({ format }: ExportOptions): Exporter | null {
  return exporters.find(({ id }) => id === format) ?? null;
}

/** Exports report after report; settings and neighbours are remembered from one to the next. */
export class FileExport {
  readonly #options: ExportOptions;
  readonly #exporter: Exporter;
  readonly #settings: SettingsFiles;
  readonly #neighbours: NeighbourSearch;
  #faults: SettingsFault[] = [];

  constructor(options: ExportOptions, exporter: Exporter) {
    this.#options = options;
    this.#exporter = exporter;
    this.#settings = new SettingsFiles(options.cwd, (file, fault) => void this.#faults.push({ file, fault }));
    this.#neighbours = neighboursOnDisk(options.cwd, this.#settings);
  }

  /** `UsageError` and `OutputClosed` end the run; else what can't be exported is said. */
  async outcome(read: ReadReport): Promise<Exported> {
    const { name } = read;
    if (read.kind === 'failure') return { kind: 'failure', name, message: read.message, faults: [] };
    if (isTooLarge(read.text)) return { kind: 'failure', name, message: messages.tooLarge(), faults: [] };
    const inForce = await this.#settings.of(read.path);
    const report = readReport(read.text, inForce.forms);
    const refuse = (message: Localized): Exported => ({
      kind: 'refused',
      name,
      message,
      faults: this.#faults.splice(0),
    });
    if (report.conflicts.length > 0) return refuse(exportRefusal(report.conflicts.length));
    const errors = await this.#errorsIn(report, read, inForce);
    if (errors > 0 && this.#options.requireClean) return refuse(exportMessages.notClean(errors));
    try {
      const written = await this.#write(report, errors, inForce);
      return { kind: 'written', name, path: read.path, faults: this.#faults.splice(0), ...written };
    } catch (error) {
      if (error instanceof UsageError || error instanceof OutputClosed) throw error;
      const message = error instanceof NotWritten ? error.localized : messages.unexpected(error);
      return { kind: 'failure', name, message, faults: this.#faults.splice(0) };
    }
  }

  async #errorsIn(report: Report, { name, path }: ReadText, { settings }: InForce): Promise<number> {
    const { findings } = checkReport(report, { ...(await this.#neighbours.of(report, path)), source: name, settings });
    return findings.filter(({ severity }) => severity === 'error').length;
  }

  async #write(report: Report, errors: number, { settings }: InForce): Promise<Written> {
    const isDraft = errors > 0 && this.#options.markDraft;
    const how = { page: pageStyleOf(settings), draftErrors: isDraft ? errors : null };
    const exporter = this.#exporter;
    const asItem = this.#options.asItem && exporter.text ? exporter.collection : null;
    const content = asItem ? asItem.item(report) : await exporter.write(report, how);
    const { omissions } = exporter.published ? documentOf(report) : { omissions: [] };
    const [first] = omissions;
    const omitted = first ? { count: omissions.length, first: first.text.slice(0, 12) } : null;
    return { content, namedBy: namedBy(report), errors, isDraft, omitted };
  }
}
