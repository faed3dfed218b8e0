// Whether two names are those of one body.
import { anyOf } from '../text/any-of.ts';
import { canonical } from '../text/canonical.ts';
import { notLevels } from './bodies.ts';

/** What ends the names of places, longer ones first where one ends in another. */
const placeEndings: readonly string[] = [
  ...['特别行政区', '自治区', '自治州', '自治县', '自治旗', '省', '市', '州', '盟', '县', '旗', '区'],
];
/** What a body may leave out of its name, or write for a part of itself that answers for it. */
const seats: readonly string[] = [
  ...['人民政府', '政府', '办公室', '办公厅', '党政办', '办事处', '办', '党委', '委员会', '委', '管理', '及', '和'],
];
const leads: readonly string[] = ['中共', '中国共产党', '关于'];
const tails: readonly string[] = ['关于'];
const towns: readonly string[] = ['镇', '乡', '街道', '苏木'];
/** The level of the body itself in place of its name: 县政府办, 镇政府. */
const bareLevels: readonly string[] = ['省', '市', '州', '盟', '县', '旗', '区', '镇', '乡', '街道', '本', '我'];

const AREA = '区';

const NOT_A_LEVEL = new RegExp(anyOf(notLevels), 'g');
const PLACE = new RegExp(`^.{1,12}?${anyOf(placeEndings)}`);
const LEAD = new RegExp(`^${anyOf(leads)}`);
const TAIL = new RegExp(`${anyOf(tails)}$`);
const SEATS = new RegExp(`${anyOf(seats)}+$`);
const BARE = new RegExp(`^${anyOf(bareLevels)}(?=${anyOf(seats)}|$)`);
const BARE_BEFORE_UNIT = new RegExp(`^${anyOf(bareLevels)}(?=..)`);
const TOWN = new RegExp(`${anyOf(towns)}$`);
const BRACKETS = /[（(][^（）()]*[）)]?/g;

interface BodyName {
  /** The places that it names, outermost first: 江南市, 云岭县. */
  readonly places: readonly string[];
  /** What follows them: 青禾镇, 水利局; empty for the government of the last place. */
  readonly unit: string;
}

/**
 * Whether two names may be those of one body: places above it left out, an abbreviation (发改委), its office
 * (县人民政府办公室), the body behind its own part. A name that tells too little agrees with every other.
 */
export function isSameBody(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (isOpen(a) || isOpen(b)) return true;
  const [placeA, placeB] = [a.places.at(-1) ?? '', b.places.at(-1) ?? ''];
  if (a.unit === '' || b.unit === '') {
    const unit = a.unit + b.unit;
    // A department may sign for the government that it belongs to.
    return !TOWN.test(unit) && (placeA === '' || placeB === '' || abbreviates(placeA, placeB) || areOneArea(a, b));
  }
  if (!abbreviates(a.unit, b.unit)) return false;
  if (placeA === '' || placeB === '' || abbreviates(placeA, placeB)) return true;
  return TOWN.test(a.unit) && !isOneLevel(placeA, placeB);
}

/** Whether a name tells neither a place nor what it is there. */
function isOpen({ places, unit }: BodyName): boolean {
  return places.length === 0 && unit === '';
}

/** 江南高新区, 江南市高新技术产业开发区 */
function areOneArea(one: BodyName, other: BodyName): boolean {
  const [a, b] = [one.places.join(''), other.places.join('')];
  return a.endsWith(AREA) && b.endsWith(AREA) && abbreviates(a, b);
}

function isOneLevel(one: string, other: string): boolean {
  return one.at(-1) === other.at(-1);
}

/** Where in a name the places that it begins with end: 3 and 6 in 江南市云岭县水利局. Offsets in UTF-16 units. */
export function placeEndsIn(name: string): readonly number[] {
  const masked = maskedName(name);
  const ends: number[] = [];
  let at = 0;
  for (let match = PLACE.exec(masked); match; match = PLACE.exec(masked.slice(at))) {
    at += match[0].length;
    ends.push(at);
  }
  return ends;
}

function maskedName(name: string): string {
  return name.replace(NOT_A_LEVEL, (word) => '*'.repeat(word.length));
}

function partsOf(name: string): BodyName {
  const text = canonical(name).replace(BRACKETS, '').replace(LEAD, '').replace(TAIL, '');
  const masked = maskedName(text);
  const ends = placeEndsIn(text);
  const places = ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end));
  const at = ends.at(-1) ?? 0;
  return { places, unit: unitOf(text.slice(at), masked.slice(at)) };
}

function unitOf(text: string, masked: string): string {
  if (BARE.test(masked)) return '';
  const bare = BARE_BEFORE_UNIT.exec(masked)?.[0].length ?? 0;
  return text.slice(bare).replace(SEATS, '');
}

/** Whether all characters of the shorter stand in the longer, in their order. */
function abbreviates(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
