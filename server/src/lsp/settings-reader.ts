// Settings files and the packs that they name, each read once until some of them change.

import type { PackFile } from '../workspace/pack-file.ts';
import { type LoadedSettings, sharedForms } from '../workspace/packs.ts';
import { keyOf } from '../workspace/places.ts';
import { type SettingsFile, settingsFileName } from '../workspace/settings.ts';
import type { Files } from './files.ts';

/** What is shown of a file: its text, and what can't be followed in it. */
export type ProblemFile = Pick<SettingsFile, 'text' | 'codes' | 'problems'>;

/** Loaded where there is a file to read. */
const readers = () => import('../workspace/settings-readers.ts');

export interface SettingsReader {
  readonly file: (place: string) => Promise<LoadedSettings | null>;
  /** What `file` gives, where it is known already: null for no file, undefined while it isn't known. */
  readonly known: (place: string) => LoadedSettings | null | undefined;
  readonly isPart: (place: string) => boolean;
  readonly forget: () => void;
}

/** `onRead` hears of each file read; null for a settings file that isn't there and for a pack that none names any more. */
export function settingsReader(
  files: Files,
  onRead: (place: string, file: ProblemFile | null) => void,
): SettingsReader {
  const readings = new Map<string, Promise<LoadedSettings | null>>();
  const known = new Map<string, LoadedSettings | null>();
  const packs = new Map<string, Promise<PackFile | null>>();
  const named = new Set<string>();
  const bases = new Set<string>();
  /** The packs and extended files that `onRead` was told of, by their keys. */
  const told = new Map<string, string>();
  let formsFor = sharedForms();

  const pack = (place: string): Promise<PackFile | null> => {
    const key = keyOf(place);
    named.add(key);
    const before = packs.get(key);
    if (before) return before;
    const reading = files.read(place).then(async (text) => {
      const file = text === null ? null : (await readers()).readPackFile(text);
      if (packs.get(key) !== reading) return file;
      told.set(key, place);
      onRead(place, file);
      return file;
    });
    packs.set(key, reading);
    return reading;
  };
  const withdrawUnnamed = (): void => {
    for (const [key, place] of told) {
      if (packs.has(key) || bases.has(key)) continue;
      told.delete(key);
      onRead(place, null);
    }
  };
  const load = async (place: string): Promise<LoadedSettings | null> => {
    const text = await files.read(place);
    return text === null
      ? null
      : (await readers()).loadSettings(place, text, {
          read: files.read,
          pack,
          formsFor,
          onBaseline: (baseline) => void named.add(keyOf(baseline)),
          onBase(base, file) {
            const key = keyOf(base);
            named.add(key);
            bases.add(key);
            told.set(key, base);
            onRead(base, file);
          },
        });
  };
  const start = (place: string): Promise<LoadedSettings | null> => {
    const reading = load(place).then((file) => {
      if (readings.get(place) !== reading) return file;
      known.set(place, file);
      onRead(place, file);
      withdrawUnnamed();
      return file;
    });
    readings.set(place, reading);
    return reading;
  };
  return {
    file: (place) => readings.get(place) ?? start(place),
    known: (place) => known.get(place),
    isPart: (place) => place.endsWith(`/${settingsFileName}`) || named.has(keyOf(place)),
    forget() {
      readings.clear();
      known.clear();
      packs.clear();
      bases.clear();
      formsFor = sharedForms();
    },
  };
}
