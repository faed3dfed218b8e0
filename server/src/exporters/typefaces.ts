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

const song = ['宋体', 'SimSun', 'NSimSun', '华文宋体', 'STSong'] as const;
const title: Font = {
  name: '方正小标宋简体',
  instead: [
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05S',
    'FZXiaoBiaoSong-B05',
    '小标宋',
    '华文中宋',
    'STZhongsong',
    ...song,
  ],
};
const heading: Font = { name: '黑体', instead: ['SimHei', '华文黑体', 'STHeiti'] };
const table: Font = { name: song[0], instead: song.slice(1) };

/** Windows and WPS have 仿宋, 楷体, 黑体 and 宋体; 小标宋 comes with office programs of authorities, else 华文中宋 with Word. */
export const typefaceSets: Readonly<Record<FontSet, Typefaces>> = {
  system: {
    title,
    heading,
    lead: { name: '楷体', instead: ['KaiTi', '楷体_GB2312', 'KaiTi_GB2312', '华文楷体', 'STKaiti'] },
    text: { name: '仿宋', instead: ['FangSong', '仿宋_GB2312', 'FangSong_GB2312', '华文仿宋', 'STFangsong'] },
    table,
  },
  gb2312: {
    title,
    heading,
    lead: { name: '楷体_GB2312', instead: ['KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti'] },
    text: { name: '仿宋_GB2312', instead: ['FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong'] },
    table,
  },
  founder: {
    title: { name: '方正小标宋_GBK', instead: ['方正小标宋简体', ...title.instead.slice(1)] },
    heading: { name: '方正黑体_GBK', instead: ['FZHei-B01', heading.name, ...heading.instead] },
    lead: { name: '方正楷体_GBK', instead: ['FZKai-Z03', '楷体', 'KaiTi', '华文楷体', 'STKaiti'] },
    text: { name: '方正仿宋_GBK', instead: ['FZFangSong-Z02', '仿宋', 'FangSong', '华文仿宋', 'STFangsong'] },
    table: { name: '方正书宋_GBK', instead: ['FZShuSong-Z01', table.name, ...table.instead] },
  },
};

/** Whether figures and Latin letters stand in `LATIN_FONT`. */
export function hasLatin(typeface: Typeface): boolean {
  return typeface !== 'title' && typeface !== 'heading';
}
