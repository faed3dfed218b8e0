// What tells one body of a folder from another: its name without what may be left out.
import { anyOf } from '../text/any-of.ts';
import { canonical } from '../text/canonical.ts';
import type { Localized } from '../text/language.ts';
import { type BodyKind, bodyKind } from './bodies.ts';

/** What a name may leave out at its end and still name the same body. */
const SEAT = new RegExp(`(?<=.{2})${anyOf(['人民政府', '政府', '街道办事处'])}$`);
const SUB_DISTRICT = '街道';
/** 县政府办, 县人民政府办公室: the office is a body of its own. */
const OFFICE = new RegExp(`${anyOf(['人民政府', '政府'])}${anyOf(['办公室', '办公厅', '办'])}$`);
const BRACKETS = /[（(][^（）()]*[）)]/g;
const PLACES = new RegExp(
  `^(?:.{1,12}?${anyOf(['特别行政区', '自治区', '自治州', '自治县', '自治旗', '省', '市', '州', '盟', '县', '旗', '区'])})+$`,
);

/** One spelling of a body's name: 云岭县青禾镇人民政府 and 云岭县青禾镇 have the same. */
export function bodyKey(name: string): string {
  const plain = canonical(name).replace(BRACKETS, '');
  const office = plain.replace(OFFICE, '政府办');
  if (office !== plain) return office;
  return plain.replace(SEAT, (seat) => (seat.startsWith(SUB_DISTRICT) ? SUB_DISTRICT : ''));
}

/** Whether two spellings (`bodyKey`) name one body: they are the same, or one has the places above it and the other hasn't. */
export function isSameKey(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 2 && long.endsWith(short) && PLACES.test(long.slice(0, -short.length));
}

/** Under what spellings of one body are kept together, whatever places are written above it. */
export function keyEnding(key: string): string {
  return key.slice(-2);
}

/** The levels that a roster may give to a body, where its name doesn't show it. */
export const bodyLevels: readonly { readonly id: BodyKind; readonly name: Localized }[] = [
  { id: 'government', name: { zh: '政府', en: 'a government of county level or above' } },
  { id: 'government-office', name: { zh: '政府办公室', en: 'the office of such a government' } },
  { id: 'department', name: { zh: '部门', en: 'a department' } },
  { id: 'town', name: { zh: '乡镇', en: 'a town' } },
  { id: 'sub-district', name: { zh: '街道', en: 'a sub-district' } },
];

/** The level by its id or Chinese name, else what the body's name shows; null where neither tells. */
export function bodyLevel(name: string, level: string | null): BodyKind | null {
  const given = bodyLevels.find((each) => each.id === level || each.name.zh === level);
  return given?.id ?? bodyKind(name);
}
