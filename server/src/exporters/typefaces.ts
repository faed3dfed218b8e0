// The fonts of a published page: in Word files and style sheets the same, in the same order of preference.
import type { FontSet } from '../forms/page-style.ts';

export type Typeface = 'title' | 'heading' | 'lead' | 'text' | 'table';

export interface Font {
  readonly name: string;
  /** What to take where it is missing, the best first. */
  readonly instead: readonly string[];
}

export type Typefaces = Readonly<Record<Typeface, Font>>;

/** Figures and Latin letters in text and tables; titles and headings have them in their own typeface. */
export const LATIN_FONT = 'Times New Roman';

/** The names of each family: of Windows and WPS, of the standard before, and of Word for the Mac. */
const song = { windows: ['宋体', 'SimSun', 'NSimSun'], mac: ['华文宋体', 'STSong'] } as const;
const hei = { windows: ['黑体', 'SimHei'], mac: ['华文黑体', 'STHeiti'] } as const;
const kai = {
  windows: ['楷体', 'KaiTi'],
  gb2312: ['楷体_GB2312', 'KaiTi_GB2312'],
  mac: ['华文楷体', 'STKaiti'],
} as const;
const fang = {
  windows: ['仿宋', 'FangSong'],
  gb2312: ['仿宋_GB2312', 'FangSong_GB2312'],
  mac: ['华文仿宋', 'STFangsong'],
} as const;
const songs = [...song.windows, ...song.mac];
const heis = [...hei.windows, ...hei.mac];
const titles = ['FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '小标宋', '华文中宋', 'STZhongsong', ...songs];

/** The first name, and the others in its stead. */
function font([name, ...instead]: readonly [string, ...string[]]): Font {
  return { name, instead };
}

const title = font(['方正小标宋简体', '方正小标宋_GBK', ...titles]);
const heading = font([...hei.windows, ...hei.mac]);
const table = font([...song.windows, ...song.mac]);

/** Windows and WPS have 仿宋, 楷体, 黑体 and 宋体; 小标宋 comes with office programs of authorities, else 华文中宋 with Word. */
export const typefaceSets: Readonly<Record<FontSet, Typefaces>> = {
  system: {
    title,
    heading,
    lead: font([...kai.windows, ...kai.gb2312, ...kai.mac]),
    text: font([...fang.windows, ...fang.gb2312, ...fang.mac]),
    table,
  },
  gb2312: {
    title,
    heading,
    lead: font([...kai.gb2312, ...kai.windows, ...kai.mac]),
    text: font([...fang.gb2312, ...fang.windows, ...fang.mac]),
    table,
  },
  founder: {
    title: font(['方正小标宋_GBK', title.name, ...titles]),
    heading: font(['方正黑体_GBK', 'FZHei-B01', ...heis]),
    lead: font(['方正楷体_GBK', 'FZKai-Z03', ...kai.windows, ...kai.mac]),
    text: font(['方正仿宋_GBK', 'FZFangSong-Z02', ...fang.windows, ...fang.mac]),
    table: font(['方正书宋_GBK', 'FZShuSong-Z01', ...songs]),
  },
};

/** Whether figures and Latin letters stand in `LATIN_FONT`. */
export function hasLatin(typeface: Typeface): boolean {
  return typeface !== 'title' && typeface !== 'heading';
}
