// A settings file with everything that it goes on from: the files under `extends`, and the packs of all of them.
import type { Pack } from '../forms/pack.ts';
import type { Part } from '../syntax/tree.ts';
import type { Localized } from '../text/language.ts';
import { readBaseline } from './baseline.ts';
import type { FileProblem } from './file-problem.ts';
import type { PackFile } from './pack-file.ts';
import { type FormsOfPacks, type LoadedSettings, withPacks } from './packs.ts';
import { folderOf, keyOf, placeOf, sourceOf, within } from './places.ts';
import { readSettings } from './read-settings.ts';
import { mergeSettings } from './settings.ts';
import type { ReadText } from './workspace.ts';

/** So many files are followed from one settings file, however they extend one another. */
export const mostBases = 20;

export interface SettingsSources {
  /** The text of another settings file, bounded; null where it can't be read. */
  readonly read: ReadText;
  readonly pack: (place: string) => Promise<PackFile | null>;
  readonly formsFor: FormsOfPacks;
  /** Hears of each file that is extended, so that what is wrong in it can be told. */
  readonly onBase: (place: string, file: LoadedSettings) => void;
  /** Hears of the baseline that is named, present or not. */
  readonly onBaseline?: (place: string) => void;
}

/** What a settings file gives together with those that it extends: of two that speak of one thing the nearer holds. */
export function loadSettings(path: string, text: string, sources: SettingsSources): Promise<LoadedSettings> {
  return load(path, text, sources, { chain: [keyOf(path)], seen: new Set([keyOf(path)]) });
}

interface Followed {
  /** The files on the way here, by their keys, and all that were followed so far. */
  readonly chain: readonly string[];
  readonly seen: Set<string>;
}

async function load(path: string, text: string, sources: SettingsSources, way: Followed): Promise<LoadedSettings> {
  const alone = await withPacks({ path, text, ...readSettings(text) }, sources.pack, sources.formsFor);
  const own = alone.baseline ? await withBaseline(alone, alone.baseline, sources) : alone;
  const problems: FileProblem[] = [];
  const bases: LoadedSettings[] = [];
  for (const base of own.bases) {
    const loaded = await loadBase(own, base, sources, way);
    if (loaded && 'message' in loaded) problems.push(loaded);
    else if (loaded) bases.push(loaded);
  }
  if (own.bases.length === 0) return own;
  return joined(bases, { ...own, problems: [...own.problems, ...problems] }, sources.formsFor);
}

async function withBaseline(
  own: LoadedSettings,
  { text: named, span }: Part,
  { read, onBaseline }: SettingsSources,
): Promise<LoadedSettings> {
  const folder = placeOf(own.path);
  const place = folder && within(folderOf(folder), named);
  const source = place && sourceOf(place);
  if (source !== null) onBaseline?.(source);
  const text = source === null ? null : await read(source);
  const baseline = text === null ? null : readBaseline(text);
  if (!baseline) return { ...own, problems: [...own.problems, { span, message: noBaseline(named) }] };
  return { ...own, settings: { ...own.settings, baseline } };
}

/** A file that another extends; null for one that was followed already. */
async function loadBase(
  { path }: LoadedSettings,
  { text: named, span }: Part,
  sources: SettingsSources,
  { chain, seen }: Followed,
): Promise<LoadedSettings | FileProblem | null> {
  const own = placeOf(path);
  const place = own && within(folderOf(own), named);
  if (!place) return { span, message: notRelative(named) };
  const source = sourceOf(place);
  const key = keyOf(source);
  if (chain.includes(key)) return { span, message: inCircle(named) };
  if (seen.has(key)) return null;
  if (seen.size > mostBases) return { span, message: tooMany };
  seen.add(key);
  const text = await sources.read(source);
  if (text === null) return { span, message: unreadable(named) };
  const base = await load(source, text, sources, { chain: [...chain, key], seen });
  sources.onBase(source, base);
  return base;
}

function joined(bases: readonly LoadedSettings[], own: LoadedSettings, formsFor: FormsOfPacks): LoadedSettings {
  const packList: readonly Pack[] = [...new Set([...bases, own].flatMap((each) => each.packList))];
  const settings = [...bases, own].map((each) => each.settings).reduce(mergeSettings, { rules: {} });
  const listed = own.listed ?? bases.findLast((base) => base.listed !== null)?.listed ?? null;
  return {
    ...own,
    settings,
    packList,
    listed,
    forms: formsFor(packList),
    packPlaces: [...bases, own].flatMap(({ packPlaces }) => packPlaces),
    ignored: [...bases, own].flatMap(({ ignored }) => ignored),
  };
}

function notRelative(named: string): Localized {
  return {
    zh: `「extends」要写相对路径，不能是「${named}」`,
    en: `“extends” takes a relative path, not “${named}”`,
  };
}

function noBaseline(named: string): Localized {
  return {
    zh: `基线文件「${named}」找不到，或者不是基线文件`,
    en: `The baseline “${named}” isn’t there or is none`,
  };
}

function inCircle(named: string): Localized {
  return {
    zh: `「${named}」又引用了本文件，没有再读`,
    en: `“${named}” leads back to this file and is not followed`,
  };
}

function unreadable(named: string): Localized {
  return {
    zh: `设置文件「${named}」找不到或读不了`,
    en: `The settings file “${named}” isn’t there or can’t be read`,
  };
}

const tooMany: Localized = {
  zh: `「extends」连起来最多 ${mostBases} 份文件`,
  en: `“extends” leads to no more than ${mostBases} files in all`,
};
