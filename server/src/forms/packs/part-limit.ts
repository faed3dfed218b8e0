/** Offices that want part one within a thousand characters. */
export const partLimit = {
  name: '总体情况一千字以内',
  limits: { overview: 1000 },
};
