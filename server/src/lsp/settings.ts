// The settings in force for a document: `nianbao.json` beside or above it, and the client's own on top.
import type { RuleSettings } from '../rules/check.ts';
import type { Language } from '../text/language.ts';
import { mergeSettings, readSettings, type SettingsFile, settingsFrom, settingsPlaces } from '../workspace/settings.ts';
import type { Files } from './files.ts';

export interface SettingsStore {
  /** The settings of a document. The same object as long as nothing changes; at once where its files are known. */
  readonly of: (uri: string) => RuleSettings | Promise<RuleSettings>;
  /** Takes what the client has under `nianbao`. */
  readonly setClient: (section: unknown) => void;
  /** The language that the client's settings name, or null. */
  readonly language: () => Language | null;
  /** Forgets a settings file that changed. */
  readonly forget: (uri: string) => void;
}

export interface SettingsSource {
  readonly files: Files;
  /** Whether the client's settings have to be awaited: no settings are in force before `setClient`. */
  readonly awaitsClient: boolean;
  /** Hears of every settings file that is read, so that what is wrong in it can be shown. */
  readonly onRead: (place: string, file: SettingsFile | null) => void;
}

export function settingsStore({ files, awaitsClient, onRead }: SettingsSource): SettingsStore {
  const read = settingsReader(files, onRead);
  const merged = new Map<SettingsFile | null, RuleSettings>();
  const arrival = Promise.withResolvers<void>();
  let awaited = awaitsClient;
  let client: RuleSettings = { rules: {} };
  let language: Language | null = null;

  const withClient = (file: SettingsFile | null): RuleSettings => {
    const settings = merged.get(file) ?? (file ? mergeSettings(file.settings, client) : client);
    merged.set(file, settings);
    return settings;
  };
  const nearest = async (places: readonly string[]): Promise<RuleSettings> => {
    if (awaited) await arrival.promise;
    for (const place of places) {
      const file = await read.file(place);
      if (file) return withClient(file);
    }
    return withClient(null);
  };

  return {
    of(uri) {
      const places = settingsPlaces(uri);
      if (awaited) return nearest(places);
      for (const place of places) {
        const file = read.known(place);
        if (file === undefined) return nearest(places);
        if (file) return withClient(file);
      }
      return withClient(null);
    },
    setClient(section) {
      const { rules, language: named } = sectionOf(section);
      client = settingsFrom(rules);
      language = named === 'zh' || named === 'en' ? named : null;
      merged.clear();
      awaited = false;
      arrival.resolve();
    },
    language: () => language,
    forget(uri) {
      read.forget(uri);
      merged.clear();
    },
  };
}

interface SettingsReader {
  readonly file: (place: string) => Promise<SettingsFile | null>;
  /** What `file` gives, where it is known already: null for no file, undefined while it isn't known. */
  readonly known: (place: string) => SettingsFile | null | undefined;
  readonly forget: (place: string) => void;
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
      readings.delete(place);
      known.delete(place);
    },
  };
}

function sectionOf(section: unknown): { readonly rules?: unknown; readonly language?: unknown } {
  return typeof section === 'object' && section !== null ? section : {};
}
