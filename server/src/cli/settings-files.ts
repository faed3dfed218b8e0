import { dirname, relative } from 'node:path';
import { defaultSettings, type RuleSettings } from '../analysis/settings.ts';
import { readBytesOf } from '../node/read-file.ts';
import { settingsProblems } from '../rules/engine/settings-problems.ts';
import type { Localized } from '../text/language.ts';
import { LineIndex } from '../text/line-index.ts';
import { type Pending, whenKnown } from '../workspace/pending.ts';
import { maxSettingsSize, readSettings, settingsPlaces } from '../workspace/settings.ts';
import { messages } from './messages.ts';
import { codeOf, decode, reasonOf, Unreadable } from './read-text.ts';

/** The settings files around the reports of one run; each is read once, and its faults are told once. */
export class SettingsFiles {
  readonly #byFolder = new Map<string, RuleSettings>();
  readonly #byPlace = new Map<string, RuleSettings | null>();
  readonly #cwd: string;
  readonly #tell: (file: string, fault: Localized) => void;

  /** `tell` hears of every fault, with the file and the place in it. */
  constructor(cwd: string, tell: (file: string, fault: Localized) => void) {
    this.#cwd = cwd;
    this.#tell = tell;
  }

  /** The settings that govern a report: of the nearest `nianbao.json` beside or above it, else the defaults. */
  of(reportPath: string): Pending<RuleSettings> {
    const folder = dirname(reportPath);
    return (
      this.#byFolder.get(folder) ??
      whenKnown(this.#nearest(reportPath), (settings) => {
        this.#byFolder.set(folder, settings);
        return settings;
      })
    );
  }

  async #nearest(reportPath: string): Promise<RuleSettings> {
    for (const place of settingsPlaces(reportPath)) {
      let settings = this.#byPlace.get(place);
      if (settings === undefined) {
        settings = await this.#read(place);
        this.#byPlace.set(place, settings);
      }
      if (settings) return settings;
    }
    return defaultSettings;
  }

  async #read(place: string): Promise<RuleSettings | null> {
    const name = relative(this.#cwd, place);
    try {
      const text = decode(await readBytesOf(place, 3 * maxSettingsSize + 1));
      const read = readSettings(text);
      const lines = new LineIndex(text);
      for (const { span, message } of settingsProblems(read)) {
        const { line, character } = lines.positionAt(span.start);
        this.#tell(`${name}:${line + 1}:${character + 1}`, messages.brokenSettings(message));
      }
      return read.settings;
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
      this.#tell(name, error instanceof Unreadable ? error.localized : reasonOf(error));
      return defaultSettings;
    }
  }
}
