// One report as `check` gives it: what is written and said of it, and what it adds to the count, as plain data.
import type { RuleSettings } from '../analysis/settings.ts';
import { NotWritten } from '../exporters/not-written.ts';
import { looksForCopies } from '../rules/copied-text.ts';
import type { CheckedFinding } from '../rules/engine/check.ts';
import type { Language, Localized } from '../text/language.ts';
import { LineIndex } from '../text/line-index.ts';
import type { NeighbourSearch } from '../workspace/neighbours.ts';
import type { InForce } from '../workspace/settings.ts';
import { checkReport, reportOf } from './check-text.ts';
import type { FormatOptions, FormatWriter } from './formats/format.ts';
import { defaultFormat, formats } from './formats/index.ts';
import { messages } from './messages.ts';
import { neighboursOnDisk } from './neighbours.ts';
import type { ReadReport, ReadText } from './read-reports.ts';
import { type GivenSettings, SettingsFiles } from './settings-files.ts';
import type { Counted } from './tally.ts';

/** What is asked of every report of a run. */
export interface CheckOptions {
  readonly cwd: string;
  /** The format's id; the usual one where there is none of this name. */
  readonly format: string | undefined;
  readonly errorsOnly: boolean;
  /** What is set beside the files of settings. */
  readonly settings: GivenSettings;
  /** The keys of findings that are known already, beside those of the settings. */
  readonly baseline?: ReadonlySet<string>;
  readonly output: FormatOptions;
}

/** Something to say on standard error of a file. */
export interface Complaint {
  readonly name: string;
  readonly message: string;
}

/** What came of a file. Nothing in it hangs on the report. */
export type Outcome = {
  readonly name: string;
  /** What was read; null where nothing was. */
  readonly path: string | null;
  /** Rules that failed. */
  readonly complaints: readonly Complaint[];
  /** Of settings: a fault is told again by whoever reads the same settings in another thread. */
  readonly faults: readonly Complaint[];
} & (
  | { readonly kind: 'unreadable'; readonly message: string }
  | {
      readonly kind: 'checked';
      /** In the run's format. */
      readonly text: string;
      readonly shown: readonly Counted[];
      readonly warnings: number;
    }
);

/** Changes a report's text before it is checked. May throw. */
export type Fix = (read: ReadText, inForce: InForce) => string;

/** Opens the writer that a run's options ask for. */
export function writerFor({ format, output }: CheckOptions): FormatWriter {
  return (formats.find(({ id }) => id === format) ?? defaultFormat).open(output);
}

/** Checks report after report; settings and neighbours are remembered from one to the next. */
export class FileCheck {
  readonly #options: CheckOptions;
  readonly #language: Language;
  readonly #writer: FormatWriter;
  readonly #fix: Fix;
  readonly #settings: SettingsFiles;
  readonly #neighbours: NeighbourSearch;
  #faults: Complaint[] = [];

  constructor(options: CheckOptions, fix: Fix = ({ text }) => text) {
    this.#options = options;
    this.#language = options.output.language;
    this.#writer = writerFor(options);
    this.#fix = fix;
    const hear = (name: string, fault: Localized) => void this.#faults.push({ name, message: fault[this.#language] });
    this.#settings = new SettingsFiles(options.cwd, hear, options.settings);
    this.#neighbours = neighboursOnDisk(options.cwd, this.#settings);
  }

  /** Never throws: one report that can't be checked doesn't end the run. */
  async outcome(read: ReadReport): Promise<Outcome> {
    if (read.kind === 'failure') return this.#unreadable(read.name, null, read.message);
    try {
      return await this.#check(read);
    } catch (error) {
      return this.#unreadable(read.name, read.path, reasonOf(error));
    }
  }

  /** Whether settings in force name this file as a pack. */
  isPack(path: string): boolean {
    return this.#settings.isPack(path);
  }

  async #check(read: ReadText): Promise<Outcome> {
    const { name, path } = read;
    const inForce = await this.#settings.of(path);
    const { forms } = inForce;
    const settings = this.#settingsOf(inForce);
    const text = this.#fix(read, inForce);
    const report = reportOf(text, forms);
    const neighbours = await this.#neighbours.of(
      report,
      path,
      hasFile(read) ? inForce.governing : undefined,
      looksForCopies(settings, report),
    );
    const { findings, suppressed, failures } = checkReport(report, { ...neighbours, source: name, settings });
    const shown = this.#options.errorsOnly ? findings.filter(isError) : findings;
    let lines: LineIndex | null = null;
    const written = this.#writer.file({
      file: name,
      text,
      get lines() {
        lines ??= new LineIndex(text);
        return lines;
      },
      findings: shown,
      suppressed,
    });
    return {
      kind: 'checked',
      name,
      path,
      text: written,
      shown: shown.map(({ code, severity }) => ({ code, severity })),
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
      complaints: failures.map(({ code, error }) => ({
        name,
        message: messages.ruleFailed(code, String(error))[this.#language],
      })),
      faults: this.#takeFaults(),
    };
  }

  #settingsOf({ settings }: InForce): RuleSettings {
    const { baseline } = this.#options;
    return baseline ? { ...settings, baseline: new Set([...baseline, ...(settings.baseline ?? [])]) } : settings;
  }

  #unreadable(name: string, path: string | null, message: Localized): Outcome {
    const faults = this.#takeFaults();
    return { kind: 'unreadable', name, path, message: message[this.#language], complaints: [], faults };
  }

  #takeFaults(): readonly Complaint[] {
    return this.#faults.splice(0);
  }
}

function reasonOf(error: unknown): Localized {
  return error instanceof NotWritten ? error.localized : messages.unexpected(error);
}

/** What comes by standard input lies in no folder. */
function hasFile({ name }: ReadText): boolean {
  return name !== '-';
}

function isError({ severity }: CheckedFinding): boolean {
  return severity === 'error';
}
