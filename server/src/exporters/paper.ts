// The page of official documents (GB/T 9704). Lengths are in twips (twentieths of a point), sizes of letters in half-points.

/** 二号, 三号, 四号. */
export const sizes = { title: 44, text: 32, pageNumber: 28 } as const;

const MILLIMETRE = 1440 / 25.4;
/** 28 points. */
export const LINE = 28 * 20;
export const TITLE_LINE = 34 * 20;
/** Brings 28 characters into a line of 156 mm, as the standard asks. */
export const TEXT_TRACKING = -5;

const mm = (length: number): number => Math.round(length * MILLIMETRE);

export const A4 = { width: 11_906, height: 16_838 } as const;
/** In millimetres. */
export const marginSizes = { top: 37, right: 26, bottom: 35, left: 28 } as const;
export const margins = {
  top: mm(marginSizes.top),
  bottom: mm(marginSizes.bottom),
  left: mm(marginSizes.left),
  right: mm(marginSizes.right),
} as const;
/** From the page's edge to the page number in millimetres; its dash then stands 7 mm below the text. */
export const FOOTER_SIZE = 25;
export const FOOTER = mm(FOOTER_SIZE);
export const HEADER = mm(15);

/** The width and height of the text on a page. */
export const textArea = {
  width: A4.width - margins.left - margins.right,
  height: A4.height - margins.top - margins.bottom,
} as const;

/** Around a table: to the text above it, and to the text below. */
export const tableDistance = { above: LINE / 7, below: LINE / 2 } as const;
