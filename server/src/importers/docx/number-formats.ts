import { numeral } from '../../text/chinese-numerals.ts';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const CHINESE =
  /^(?:chineseCounting|chineseCountingThousand|japaneseCounting|japaneseDigitalTen|taiwaneseCounting\w*|ideographDigital|taiwaneseDigital|koreanCounting)$/;
const LEGAL = /^(?:chineseLegalSimplified|ideographLegalTraditional|japaneseLegal)$/;
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** Where the enclosed numbers of Unicode begin, and how many there are. */
const ENCLOSED: Readonly<Record<string, readonly [first: number, count: number]>> = {
  decimalEnclosedCircle: [0x2460, 20],
  decimalEnclosedCircleChinese: [0x2460, 20],
  decimalEnclosedParen: [0x2474, 20],
  decimalEnclosedFullstop: [0x2488, 20],
  ideographEnclosedCircle: [0x3280, 10],
};

/** A number as a level of a list in Word writes it, by the name of its format; in digits where the format is another. */
export function formattedNumber(value: number, format: string): string {
  if (CHINESE.test(format)) return value >= 1 && value <= 99 ? numeral(value) : String(value);
  if (LEGAL.test(format)) return value >= 1 && value <= 99 ? legalNumeral(value) : String(value);
  const [first, count] = ENCLOSED[format] ?? [0, 0];
  if (value >= 1 && value <= count) return String.fromCodePoint(first + value - 1);
  switch (format) {
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'ideographTraditional':
      return STEMS[value - 1] ?? String(value);
    case 'ideographZodiac':
      return BRANCHES[value - 1] ?? String(value);
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    default:
      return String(value);
  }
}

function letters(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(5, Math.ceil(value / 26)));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  return ROMAN.map(([size, sign]) => {
    const times = Math.floor(left / size);
    left -= times * size;
    return sign.repeat(times);
  }).join('');
}

function legalNumeral(value: number): string {
  const [ten, one] = [Math.floor(value / 10), value % 10];
  const digit = (of: number): string => LEGAL_DIGITS[of] ?? '';
  if (ten === 0) return digit(one);
  return `${ten === 1 ? '' : digit(ten)}拾${one === 0 ? '' : digit(one)}`;
}
