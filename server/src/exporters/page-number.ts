// Page numbers, in Word files and in print the same.
import type { PageNumbering } from '../forms/page-style.ts';

/** What stands around the number, and where on right (odd) and left (even) pages. */
export interface PageNumberLook {
  readonly before: string;
  readonly after: string;
  readonly right: Side;
  readonly left: Side;
}

export type Side = 'left' | 'center' | 'right';

const DASHES = { before: '— ', after: ' —' } as const;
const MIDDLE = { right: 'center', left: 'center' } as const;

/** Null for no numbers. */
export const pageNumberLooks: Readonly<Record<PageNumbering, PageNumberLook | null>> = {
  outside: { ...DASHES, right: 'right', left: 'left' },
  center: { ...DASHES, ...MIDDLE },
  plain: { before: '', after: '', ...MIDDLE },
  none: null,
};
