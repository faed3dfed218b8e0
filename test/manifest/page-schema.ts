import { defaultPageStyle, type PageStyle, pageChoices } from '../../server/src/forms/page-style.ts';

const descriptions: {
  readonly [Key in keyof PageStyle]: {
    readonly of: string;
    readonly choices: Readonly<Record<PageStyle[Key], string>>;
  };
} = {
  fonts: {
    of: '字体。\nThe fonts.',
    choices: {
      system: '仿宋、楷体、黑体、宋体，标题小标宋：Windows 和 WPS 都有\nthe fonts that Windows and WPS have',
      gb2312: '仿宋_GB2312、楷体_GB2312、黑体、宋体，标题小标宋\nthe fonts named …_GB2312',
      founder: '方正仿宋_GBK、方正楷体_GBK、方正黑体_GBK、方正小标宋_GBK\nthe fonts of Founder named …_GBK',
    },
  },
  pageNumbers: {
    of: '页码。\nThe page numbers.',
    choices: {
      outside: '— 1 —，单页居右、双页居左\n— 1 —, on the outer side',
      center: '— 1 —，居中\n— 1 —, in the middle',
      plain: '1，居中\n1, in the middle',
      none: '没有页码\nno page numbers',
    },
  },
};

/** What `page` of a settings file may hold. */
export function pageSchema() {
  const keys = Object.keys(pageChoices) as (keyof PageStyle)[];
  const properties = keys.map((key) => {
    const { of, choices } = descriptions[key];
    const known: Readonly<Record<string, string>> = choices;
    const values: readonly string[] = pageChoices[key];
    const enumDescriptions = values.map((value) => known[value]);
    return [key, { description: of, enum: values, enumDescriptions, default: defaultPageStyle[key] }] as const;
  });
  return {
    description: '公文的版式：网页打印、PDF、Word 文件的字体和页码。\nHow web pages in print, PDF and Word files look.',
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}
