// The packs that come with the program, by the names under which `nianbao.json` asks for them.
import type { Localized } from '../text/language.ts';
import type { Pack } from './pack.ts';
import { jilin } from './packs/jilin.ts';
import { partLimit } from './packs/part-limit.ts';
import { university } from './packs/university.ts';
import { parsePack } from './read-pack.ts';

export interface BuiltInPack {
  /** The name that settings write. */
  readonly id: string;
  readonly about: Localized;
  /** As an office would write it. */
  readonly source: object;
}

export const builtInPacks: readonly BuiltInPack[] = [
  {
    id: 'jilin',
    about: {
      zh: '吉林：2019、2020 年度表二之后多一行「发布总数量」',
      en: 'Jilin: one row more below table two in the reports for 2019 and 2020',
    },
    source: jilin,
  },
  {
    id: 'part-limit-1000',
    about: { zh: '第一部分不超过 1000 字', en: 'part one within 1,000 characters' },
    source: partLimit,
  },
  {
    id: 'university',
    about: {
      zh: '高校：学校的说法也认，只对政府机关的要求不核对',
      en: 'universities: their wordings are known, what is asked of governments alone isn’t asked',
    },
    source: university,
  },
];

const read = new Map<string, Pack | null>();

/** The pack of a name, the same object each time; null where none has it. */
export function builtInPack(name: string): Pack | null {
  const known = read.get(name);
  if (known !== undefined) return known;
  const found = builtInPacks.find(({ id }) => id === name);
  const pack = found ? parsePack(found.source).pack : null;
  if (found) read.set(name, pack);
  return pack;
}
