/** How long one import may take, and how much memory its thread may hold. */
export interface ImportLimits {
  readonly seconds: number;
  /** Of objects and texts. The bytes that are unpacked are bounded by the readers of each format. */
  readonly megabytes: number;
}

export const defaultLimits: ImportLimits = { seconds: 60, megabytes: 512 };

/** Lower or higher ones are set to these. */
const RANGES: Readonly<Record<keyof ImportLimits, readonly [least: number, most: number]>> = {
  seconds: [1, 3600],
  megabytes: [64, 16_384],
};

/** Limits from what a user has set, each within its range; the default where it is no number. */
export function limitsFrom(given: Readonly<Partial<Record<keyof ImportLimits, unknown>>>): ImportLimits {
  const limit = (key: keyof ImportLimits): number => {
    const value = given[key];
    if (typeof value !== 'number' || !Number.isFinite(value)) return defaultLimits[key];
    const [least, most] = RANGES[key];
    return Math.round(Math.min(Math.max(value, least), most));
  };
  return { seconds: limit('seconds'), megabytes: limit('megabytes') };
}
