import { dirname, relative } from 'node:path';
import { defaultSettings, type RuleSettings } from '../analysis/settings.ts';
import { standardForms } from '../forms/index.ts';
import { codeOf } from '../node/error-code.ts';
import { readBytesOf } from '../node/read-file.ts';
import { filesOnDisk } from '../node/report-files.ts';
import { settingsProblems } from '../rules/engine/settings-problems.ts';
import type { Localized } from '../text/language.ts';
import { LineIndex } from '../text/line-index.ts';
import { loadSettings } from '../workspace/load-settings.ts';
import { type PackFile, readPackFile } from '../workspace/pack-file.ts';
import { sharedForms } from '../workspace/packs.ts';
import type { Pending } from '../workspace/pending.ts';
import {
  type InForce,
  maxSettingsSize,
  mergeSettings,
  type SettingsFile,
  settingsPlaces,
} from '../workspace/settings.ts';
import { complain } from './complain.ts';
import type { Context } from './io.ts';
import { messages } from './messages.ts';
import { decode, reasonOf, Unreadable } from './read-text.ts';

/** What a command line says beside the settings files. */
export interface GivenSettings {
  /** The path of the one file that governs every report; null where they are looked for. */
  readonly file: string | null;
  /** Severities that hold before those of any file. */
  readonly rules: RuleSettings['rules'];
}

type ProblemFile = Pick<SettingsFile, 'text' | 'codes' | 'problems'>;
type Tell = (file: string, fault: Localized) => void;

/** The settings files around the reports of one run and the packs that they name; each is read once, and its faults are told once. */
export class SettingsFiles {
  readonly #byFolder = new Map<string, Pending<InForce>>();
  readonly #byPlace = new Map<string, Promise<InForce | null>>();
  readonly #packs = new Map<string, Promise<PackFile | null>>();
  readonly #told = new Set<string>();
  readonly #formsFor = sharedForms();
  readonly #cwd: string;
  readonly #tell: Tell;
  readonly #given: GivenSettings;

  /** `tell` hears of every fault, with the file and the place in it. */
  constructor(cwd: string, tell: Tell, given: GivenSettings = { file: null, rules: {} }) {
    this.#cwd = cwd;
    this.#tell = tell;
    this.#given = given;
  }

  /** What is in force for a report: what the file says that was named, else the nearest `nianbao.json` beside or above it, else the defaults; on top of it the severities given. */
  of(reportPath: string): Pending<InForce> {
    const folder = dirname(reportPath);
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const nearest = this.#nearest(reportPath).then((found) => {
      const inForce = { ...found, settings: mergeSettings(found.settings, { rules: this.#given.rules }) };
      this.#byFolder.set(folder, inForce);
      return inForce;
    });
    this.#byFolder.set(folder, nearest);
    return nearest;
  }

  /** Whether a settings file that was read names this file as a pack. */
  isPack(path: string): boolean {
    return this.#packs.has(path);
  }

  async #nearest(reportPath: string): Promise<InForce> {
    const { file } = this.#given;
    for (const place of file === null ? settingsPlaces(reportPath) : [file]) {
      const reading = this.#byPlace.get(place) ?? this.#read(place);
      this.#byPlace.set(place, reading);
      const inForce = await reading;
      if (inForce) return inForce;
    }
    return defaults();
  }

  async #read(place: string): Promise<InForce | null> {
    try {
      const text = decode(await readBytesOf(place, 3 * maxSettingsSize + 1));
      const loaded = await loadSettings(place, text, {
        read: filesOnDisk.read,
        pack: (pack) => this.#pack(pack),
        formsFor: this.#formsFor,
        onBase: (base, file) => this.#tellOnce(base, file),
      });
      this.#tellOnce(place, loaded);
      return { ...loaded, governing: loaded };
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
      this.#tell(relative(this.#cwd, place), error instanceof Unreadable ? error.localized : reasonOf(error));
      return defaults();
    }
  }

  /** A pack; null where it can't be read, which is then the fault of who names it. */
  #pack(place: string): Promise<PackFile | null> {
    const reading = this.#packs.get(place) ?? this.#readPack(place);
    this.#packs.set(place, reading);
    return reading;
  }

  async #readPack(place: string): Promise<PackFile | null> {
    const text = await filesOnDisk.read(place);
    if (text === null) return null;
    const file = readPackFile(text);
    this.#tellProblems(place, file);
    return file;
  }

  #tellOnce(place: string, file: ProblemFile): void {
    if (!this.#told.has(place)) this.#tellProblems(place, file);
    this.#told.add(place);
  }

  #tellProblems(place: string, file: ProblemFile): void {
    const name = relative(this.#cwd, place);
    const lines = new LineIndex(file.text);
    for (const { span, message } of settingsProblems(file)) {
      const { line, character } = lines.positionAt(span.start);
      this.#tell(`${name}:${line + 1}:${character + 1}`, messages.brokenSettings(message));
    }
  }
}

/** What is wrong with a settings file, and where. */
export interface SettingsFault {
  readonly file: string;
  readonly fault: Localized;
}

/** Collects the faults of settings files, and says each once on standard error when asked to. */
export function settingsFaults({ io, language }: Context): { readonly hear: Tell; readonly tell: () => Promise<void> } {
  const faults: SettingsFault[] = [];
  const heard = new Set<string>();
  return {
    hear(file, fault) {
      const key = `${file}\n${fault.zh}`;
      if (!heard.has(key)) faults.push({ file, fault });
      heard.add(key);
    },
    async tell() {
      for (const { file, fault } of faults.splice(0)) await complain(io, fault[language], file);
    },
  };
}

function defaults(): InForce {
  return { settings: defaultSettings, forms: standardForms(), governing: null };
}
