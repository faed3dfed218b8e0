// The settings in force for a document: `nianbao.json` beside or above it, and the client's own on top.
import type { RuleSettings } from '../analysis/settings.ts';
import { mergeSettings, readSettings, type SettingsFile, settingsPlaces } from '../workspace/settings.ts';
import type { ClientSettings } from './client-settings.ts';
import type { Files } from './files.ts';

export interface SettingsStore {
  /** The settings of a document. The same object as long as nothing changes; at once where its files are known. */
  readonly of: (uri: string) => RuleSettings | Promise<RuleSettings>;
  /** Forgets a settings file that changed; without a name, all of them. */
  readonly forget: (uri?: string) => void;
}

export interface SettingsSource {
  readonly files: Files;
  readonly client: ClientSettings;
  /** Hears of every settings file that is read, so that what is wrong in it can be shown. */
  readonly onRead: (place: string, file: SettingsFile | null) => void;
}

/** The settings of reports, each read once until it is forgotten. */
export function settingsStore({ files, client, onRead }: SettingsSource): SettingsStore {
  const read = settingsReader(files, onRead);
  const merged = new WeakMap<SettingsFile, WeakMap<RuleSettings, RuleSettings>>();

  const withClient = (file: SettingsFile | null, top: RuleSettings): RuleSettings => {
    if (!file) return top;
    const byTop = merged.get(file) ?? new WeakMap<RuleSettings, RuleSettings>();
    merged.set(file, byTop);
    const settings = byTop.get(top) ?? mergeSettings(file.settings, top);
    byTop.set(top, settings);
    return settings;
  };
  const nearest = async (
    places: readonly string[],
    own: RuleSettings | Promise<RuleSettings>,
  ): Promise<RuleSettings> => {
    const top = await own;
    for (const place of places) {
      const file = await read.file(place);
      if (file) return withClient(file, top);
    }
    return top;
  };

  return {
    of(uri) {
      const places = settingsPlaces(uri);
      const top = client.of(uri);
      if (top instanceof Promise) return nearest(places, top);
      for (const place of places) {
        const file = read.known(place);
        if (file === undefined) return nearest(places, top);
        if (file) return withClient(file, top);
      }
      return top;
    },
    forget: (uri) => read.forget(uri),
  };
}

interface SettingsReader {
  readonly file: (place: string) => Promise<SettingsFile | null>;
  /** What `file` gives, where it is known already: null for no file, undefined while it isn't known. */
  readonly known: (place: string) => SettingsFile | null | undefined;
  readonly forget: (place?: string) => void;
}

/** Reads each settings file once. */
function settingsReader(files: Files, onRead: SettingsSource['onRead']): SettingsReader {
  const readings = new Map<string, Promise<SettingsFile | null>>();
  const known = new Map<string, SettingsFile | null>();
  const start = (place: string): Promise<SettingsFile | null> => {
    const reading = files.read(place).then((text) => {
      const file = text === null ? null : { path: place, text, ...readSettings(text) };
      if (readings.get(place) === reading) {
        known.set(place, file);
        onRead(place, file);
      }
      return file;
    });
    readings.set(place, reading);
    return reading;
  };
  return {
    file: (place) => readings.get(place) ?? start(place),
    known: (place) => known.get(place),
    forget(place) {
      if (place === undefined) {
        readings.clear();
        known.clear();
        return;
      }
      readings.delete(place);
      known.delete(place);
    },
  };
}
