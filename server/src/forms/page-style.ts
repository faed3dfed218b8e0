// How a published report looks where provinces differ, as a settings file chooses it.

/** Each a set of fonts: those of Windows and WPS, those named …_GB2312, those of Founder (方正…_GBK). */
export const fontSets = ['system', 'gb2312', 'founder'] as const;
/** `— 1 —` on the outer side, `— 1 —` in the middle, `1` in the middle, none. */
export const pageNumberings = ['outside', 'center', 'plain', 'none'] as const;

export type FontSet = (typeof fontSets)[number];
export type PageNumbering = (typeof pageNumberings)[number];

export interface PageStyle {
  readonly fonts: FontSet;
  readonly pageNumbers: PageNumbering;
}

/** As GB/T 9704 has it, in fonts that offices have. */
export const defaultPageStyle: PageStyle = { fonts: 'system', pageNumbers: 'outside' };

/** What may stand for each of its keys. */
export const pageChoices: { readonly [Key in keyof PageStyle]: readonly PageStyle[Key][] } = {
  fonts: fontSets,
  pageNumbers: pageNumberings,
};
