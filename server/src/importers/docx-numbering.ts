import { Parser } from 'htmlparser2';
import { numeral } from '../text/chinese-numerals.ts';

/** A level of a numbered list in Word, such as `%1、` in Chinese numerals. */
interface Level {
  format: string;
  text: string;
  start: number;
  style: string | null;
}

interface NumberingPlace {
  readonly list: string | null;
  readonly level: number | null;
}

interface Style {
  basedOn: string | null;
  list: string | null;
  level: number | null;
}

/** The number that Word shows before a paragraph, and keeps nowhere in its text. */
export interface Numbering {
  /** Counts the paragraph and gives its number, such as `一、` or `（二）`; empty where it has none. Call it in document order. */
  readonly next: (place: NumberingPlace, style: string | null) => string;
}

const LEVELS = 9;
const MAX_CHAIN = 20;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** Reads `word/numbering.xml` and `word/styles.xml`; either may be empty. Never throws. */
export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  const lists = readLists(numberingXml);
  const styles = readStyles(stylesXml);
  const counters = new Map<string, (number | null)[]>();
  return {
    next: (place, styleId) => {
      const found = resolve(place, styleId, styles, lists);
      if (!found) return '';
      const { definition, level, overrides } = found;
      const counts = counters.get(found.counter) ?? new Array<number | null>(LEVELS).fill(null);
      counters.set(found.counter, counts);
      const start = (at: number): number => overrides.get(at) ?? definition[at]?.start ?? 1;
      const before = counts[level] ?? null;
      counts[level] = before === null ? start(level) : before + 1;
      counts.fill(null, level + 1);
      return written(definition, level, (at) => counts[at] ?? start(at));
    },
  };
}

type Definition = readonly (Level | undefined)[];

interface Lists {
  readonly abstracts: ReadonlyMap<string, { levels: (Level | undefined)[]; styleLink: string | null }>;
  readonly instances: ReadonlyMap<string, { abstract: string; overrides: Map<number, number> }>;
}

function resolve(place: NumberingPlace, styleId: string | null, styles: ReadonlyMap<string, Style>, lists: Lists) {
  const style = numberedStyle(styleId, styles);
  const list = place.list ?? style?.list ?? null;
  const instance = list === null ? undefined : lists.instances.get(list);
  if (!instance) return null;
  const abstract = lists.abstracts.get(instance.abstract);
  const linked = abstract?.styleLink ? styles.get(abstract.styleLink)?.list : null;
  const target = linked ? lists.instances.get(linked)?.abstract : instance.abstract;
  const definition = lists.abstracts.get(target ?? instance.abstract)?.levels;
  if (!definition) return null;
  const ofStyle = definition.findIndex((level) => level?.style !== null && level?.style === styleId);
  const level = place.level ?? style?.level ?? Math.max(0, ofStyle);
  if (!(level >= 0 && level < LEVELS)) return null;
  // A list that starts anew counts for itself; others of the same definition count on.
  const counter = instance.overrides.size > 0 ? `instance ${list}` : `definition ${target}`;
  return { definition, level, overrides: instance.overrides, counter };
}

function numberedStyle(styleId: string | null, styles: ReadonlyMap<string, Style>): Style | null {
  let id = styleId;
  for (let i = 0; id !== null && i < MAX_CHAIN; i++) {
    const style = styles.get(id);
    if (!style) return null;
    if (style.list !== null) return style;
    id = style.basedOn;
  }
  return null;
}

function written(definition: Definition, level: number, countOf: (level: number) => number): string {
  const own = definition[level];
  if (!own || own.format === 'bullet' || own.format === 'none') return '';
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return numberText(countOf(at), definition[at]?.format ?? 'decimal');
  });
  return /[0-9A-Za-z]$/.test(text) ? `${text} ` : text;
}

function numberText(value: number, format: string): string {
  if (
    /^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting\w*|ideographDigital|koreanCounting)$/.test(
      format,
    )
  )
    return value >= 1 && value <= 99 ? numeral(value) : String(value);
  switch (format) {
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return CIRCLED[value - 1] ?? String(value);
    case 'ideographTraditional':
      return STEMS[value - 1] ?? String(value);
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    default:
      return String(value);
  }
}

function letters(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(5, Math.ceil(value / 26)));
}

function readLists(xml: string): Lists {
  const abstracts = new Map<string, { levels: (Level | undefined)[]; styleLink: string | null }>();
  const instances = new Map<string, { abstract: string; overrides: Map<number, number> }>();
  let abstract: { levels: (Level | undefined)[]; styleLink: string | null } | null = null;
  let instance: { abstract: string; overrides: Map<number, number> } | null = null;
  let level: Level | null = null;
  let overridden = 0;
  scan(xml, (name, value, attribute) => {
    const number = Number(value);
    if (name === 'abstractNum') {
      [abstract, instance] = [{ levels: [], styleLink: null }, null];
      abstracts.set(attribute('abstractNumId'), abstract);
    } else if (name === 'num') {
      [instance, abstract, level] = [{ abstract: '', overrides: new Map() }, null, null];
      instances.set(attribute('numId'), instance);
    } else if (name === 'lvl') {
      level = { format: 'decimal', text: '', start: 1, style: null };
      const at = Number(attribute('ilvl') || 0);
      if (abstract && at >= 0 && at < LEVELS) abstract.levels[at] = level;
    } else if (name === 'numStyleLink' && abstract) abstract.styleLink = value;
    else if (name === 'abstractNumId' && instance) instance.abstract = value;
    else if (name === 'lvlOverride') overridden = Number(attribute('ilvl') || 0);
    else if (name === 'startOverride' && instance && number >= 0) instance.overrides.set(overridden, number);
    else if (level) describe(level, name, value);
  });
  return { abstracts, instances };
}

function describe(level: Level, name: string, value: string): void {
  if (name === 'numFmt') level.format = value;
  else if (name === 'lvlText') level.text = value.slice(0, 40);
  else if (name === 'pStyle') level.style = value;
  else if (name === 'start' && Number(value) >= 0) level.start = Number(value);
}

function readStyles(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  scan(xml, (name, value, attribute) => {
    if (name === 'style') {
      style = { basedOn: null, list: null, level: null };
      styles.set(attribute('styleId'), style);
    } else if (!style) return;
    else if (name === 'basedOn') style.basedOn = value;
    else if (name === 'numId') style.list = value;
    else if (name === 'ilvl') style.level = Number(value);
  });
  return styles;
}

/** Calls `open` for each element with its name without prefix, its `val`, and a reader of its other attributes. */
function scan(xml: string, open: (name: string, value: string, attribute: (name: string) => string) => void): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const attribute = (wanted: string): string =>
          attributes[`w:${wanted}`] ??
          attributes[Object.keys(attributes).find((key) => localName(key) === wanted) ?? ''] ??
          '';
        open(localName(name), attribute('val'), attribute);
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
}

/** The name of an element or attribute without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
