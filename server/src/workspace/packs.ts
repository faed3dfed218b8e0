// The packs that a settings file names, and the forms that they make.

import { builtInPack, builtInPacks } from '../forms/built-in-packs.ts';
import type { Forms } from '../forms/form.ts';
import { formsOf, standardForms } from '../forms/index.ts';
import type { Pack } from '../forms/pack.ts';
import type { FileProblem } from './file-problem.ts';
import type { PackFile } from './pack-file.ts';
import { folderOf, placeOf, sourceOf, within } from './places.ts';
import type { Roster } from './roster.ts';
import type { IgnoreList, SettingsFile } from './settings.ts';

/** So many packs of one settings file are followed. */
export const mostPacks = 20;
/** So many sets of packs stay compiled. */
const MOST_FORMS = 50;

/** A settings file with the packs that it names. */
export interface LoadedSettings extends SettingsFile {
  readonly forms: Forms;
  /** The packs, each once, the weakest first. */
  readonly packList: readonly Pack[];
  /** The bodies that have to report, by the file that lists them; null where none does. */
  readonly listed: Roster | null;
  /** The patterns of `ignore`, each list with the file that its patterns are relative to. */
  readonly ignored: readonly IgnoreList[];
  /** Where its packs lie, present or not. */
  readonly packPlaces: readonly string[];
}

/** Gives the forms of a list of packs: the same object for the same packs in the same order. */
export type FormsOfPacks = (packs: readonly Pack[]) => Forms;

export function sharedForms(): FormsOfPacks {
  const made: { readonly packs: readonly Pack[]; readonly forms: Forms }[] = [];
  return (packs) => {
    if (packs.length === 0) return standardForms();
    const known = made.find(
      (each) => each.packs.length === packs.length && each.packs.every((pack, i) => pack === packs[i]),
    );
    if (known) return known.forms;
    const forms = formsOf(packs);
    made.push({ packs, forms });
    if (made.length > MOST_FORMS) made.shift();
    return forms;
  };
}

/** Reads the packs that a settings file names, relative to itself; one that can't be read becomes a problem of the file. */
export async function withPacks(
  file: SettingsFile,
  read: (place: string) => Promise<PackFile | null>,
  formsFor: FormsOfPacks,
): Promise<LoadedSettings> {
  const place = placeOf(file.path);
  const folder = place && folderOf(place);
  const named = file.packs.slice(0, mostPacks).map(({ text, span }) => {
    const builtIn = builtInPack(text);
    const lies = builtIn === null && folder && within(folder, text);
    return { text, span, builtIn, source: lies ? sourceOf(lies) : null };
  });
  const packs: Pack[] = [];
  const problems: FileProblem[] = file.packs.slice(mostPacks).map(tooMany);
  const found = await Promise.all(named.map(({ source }) => (source === null ? null : read(source))));
  for (const [i, { text, span, builtIn, source }] of named.entries()) {
    const pack = builtIn ?? found[i]?.pack;
    if (pack && !packs.includes(pack)) packs.push(pack);
    if (!builtIn && !found[i]) problems.push(unreadable(text, span, source === null));
  }
  return {
    ...file,
    problems: [...file.problems, ...problems],
    forms: formsFor(packs),
    packList: packs,
    listed: file.roster && { source: file.path, bodies: file.roster },
    ignored: file.ignore.length > 0 ? [{ source: file.path, patterns: file.ignore }] : [],
    packPlaces: named.flatMap(({ source }) => source ?? []),
  };
}

const builtIns = builtInPacks.map(({ id }) => id).join('、');

function unreadable(text: string, span: FileProblem['span'], outside: boolean): FileProblem {
  return {
    span,
    message: outside
      ? { zh: `补充包要写相对路径，不能是「${text}」`, en: `A pack is named by a relative path, not “${text}”` }
      : {
          zh: `补充包「${text}」找不到或读不了；自带的有 ${builtIns}`,
          en: `The pack “${text}” isn’t there or can’t be read; built in are ${builtIns.replaceAll('、', ', ')}`,
        },
  };
}

function tooMany({ span }: { readonly span: FileProblem['span'] }): FileProblem {
  return {
    span,
    message: { zh: `补充包最多 ${mostPacks} 个`, en: `There may be no more than ${mostPacks} packs` },
  };
}
