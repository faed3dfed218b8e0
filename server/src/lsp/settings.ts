// What is in force for a document: `nianbao.json` beside or above it with the packs that it names, and the client's settings on top.
import type { RuleSettings } from '../analysis/settings.ts';
import { standardForms } from '../forms/index.ts';
import type { LoadedSettings } from '../workspace/packs.ts';
import type { Pending } from '../workspace/pending.ts';
import { type InForce, mergeSettings, settingsPlaces } from '../workspace/settings.ts';
import type { ClientSettings } from './client-settings.ts';
import type { Files } from './files.ts';
import { type ProblemFile, type SettingsReader, settingsReader } from './settings-reader.ts';

export interface SettingsStore {
  /** What holds for a document. The same object as long as nothing changes; at once where its files are known. */
  readonly of: (uri: string) => Pending<InForce>;
  /** Whether a file is a settings file or a pack that one has named. */
  readonly isPart: (uri: string) => boolean;
  /** Forgets the settings files and packs, as some may have changed. */
  readonly forget: () => void;
}

export interface SettingsSource {
  readonly files: Files;
  readonly client: ClientSettings;
  /** Hears of every settings file and pack that is read, or is none any more, so that what is wrong in it can be shown. */
  readonly onRead: (place: string, file: ProblemFile | null) => void;
}

/** The settings of reports, each read once until it is forgotten. */
export function settingsStore({ files, client, onRead }: SettingsSource): SettingsStore {
  const read = settingsReader(files, onRead);
  const inForce = remembering();
  const nearest = async (places: readonly string[], own: Pending<RuleSettings>): Promise<InForce> => {
    const top = await own;
    for (const place of places) {
      const file = await read.file(place);
      if (file) return inForce(file, top);
    }
    return inForce(null, top);
  };
  return {
    of(uri) {
      const places = settingsPlaces(uri);
      const top = client.of(uri);
      return (
        (top instanceof Promise ? null : known(read, places, (file) => inForce(file, top))) ?? nearest(places, top)
      );
    },
    isPart: (uri) => read.isPart(uri),
    forget: () => read.forget(),
  };
}

/** What the nearest settings file gives, where all the nearer places are known; else null. */
function known(
  read: SettingsReader,
  places: readonly string[],
  use: (file: LoadedSettings | null) => InForce,
): InForce | null {
  for (const place of places) {
    const file = read.known(place);
    if (file === undefined) return null;
    if (file) return use(file);
  }
  return use(null);
}

/** Joins a settings file and the client's settings, once for the same two. */
function remembering(): (file: LoadedSettings | null, top: RuleSettings) => InForce {
  const alone = new WeakMap<RuleSettings, InForce>();
  const byFile = new WeakMap<LoadedSettings, WeakMap<RuleSettings, InForce>>();
  return (file, top) => {
    const memory = file ? (byFile.get(file) ?? new WeakMap<RuleSettings, InForce>()) : alone;
    if (file) byFile.set(file, memory);
    const before = memory.get(top);
    if (before) return before;
    const now = file
      ? { settings: mergeSettings(file.settings, top), forms: file.forms, governing: file }
      : { settings: top, forms: standardForms(), governing: null };
    memory.set(top, now);
    return now;
  };
}
