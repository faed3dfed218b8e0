/** The weights of the first seventeen digits of a resident's identity number (GB 11643). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Whether eighteen characters are a resident's identity number: a region, a day of birth and the right check digit. */
export function isIdNumber(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^[1-8]\d{5}((?:19|20)\d\d)(\d\d)(\d\d)\d{3}[\dXx]$/.exec(text) ?? [];
  const born = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (year === '' || born.getUTCMonth() + 1 !== Number(month) || born.getUTCDate() !== Number(day)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return CHECKS[sum % 11] === text[17]?.toUpperCase();
}
