// One report as `format` lays it out, as plain data: nothing is written here.
import type { LabelStyle } from '../forms/labels.ts';
import { type Rewritten, rewritten } from '../report/rewritten.ts';
import type { Localized } from '../text/language.ts';
import { isTooLarge } from '../text/limits.ts';
import { formatMessages } from './format-messages.ts';
import type { ReadReport, ReadText } from './read-reports.ts';
import { type SettingsFault, SettingsFiles } from './settings-files.ts';

/** What is asked of every report of a run. */
export interface FormatOptions {
  readonly cwd: string;
  readonly canonical: boolean;
  /** The labels that all tables get; as they are where null. */
  readonly labels: LabelStyle | null;
}

export type Formatted = {
  readonly name: string;
  /** A fault is told again by whoever reads the same settings in another thread. */
  readonly faults: readonly SettingsFault[];
} & (
  | { readonly kind: 'failure'; readonly message: Localized }
  | { readonly kind: 'formatted'; readonly read: ReadText; readonly text: string; readonly kept: Rewritten['kept'] }
);

/** Lays out report after report; settings are remembered from one to the next. */
export class FileFormat {
  readonly #options: FormatOptions;
  readonly #settings: SettingsFiles;
  #faults: SettingsFault[] = [];

  constructor(options: FormatOptions) {
    this.#options = options;
    this.#settings = new SettingsFiles(options.cwd, (file, fault) => void this.#faults.push({ file, fault }));
  }

  async outcome(read: ReadReport): Promise<Formatted> {
    const { name } = read;
    if (read.kind === 'failure') return { kind: 'failure', name, message: read.message, faults: [] };
    const { forms } = await this.#settings.of(read.path);
    const faults = this.#faults.splice(0);
    if (isTooLarge(read.text)) return { kind: 'failure', name, message: formatMessages.tooLarge(), faults };
    const { canonical, labels } = this.#options;
    return { kind: 'formatted', name, read, faults, ...rewritten(read.text, { forms, canonical, labels }) };
  }
}
