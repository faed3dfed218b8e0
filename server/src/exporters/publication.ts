import { defaultPageStyle, type PageStyle } from '../forms/page-style.ts';

/** How a report is published, which it doesn't tell itself. Formats that are data take no notice. */
export interface Publication {
  readonly page: PageStyle;
  /** The errors that a draft is marked with on each page; null where it isn't marked. */
  readonly draftErrors: number | null;
}

export const asUsual: Publication = { page: defaultPageStyle, draftErrors: null };

/** What is written on a draft; null on what is none. */
export function draftMark({ draftErrors }: Publication): string | null {
  return draftErrors === null ? null : `草稿（尚有 ${draftErrors} 处错误未改正）`;
}
