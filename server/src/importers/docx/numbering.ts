import { formattedNumber } from './number-formats.ts';
import type { ListPlace, Styles } from './styles.ts';
import { childOf, elementsOf, switchOf, valOf, type XmlElement } from './xml.ts';

/** A level of a numbered list in Word, such as `%1、` in Chinese numerals. */
interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  readonly style: string | null;
  /** The last level, from 0, after which this one counts anew; null for each above it, -1 for none. */
  readonly restart: number | null;
  /** Whether numbers of the levels above are written in digits, whatever their formats. */
  readonly legal: boolean;
}

type Definition = readonly (Level | undefined)[];

interface Instance {
  readonly abstract: string;
  /** Levels that differ from the definition's, and where they start. */
  readonly levels: Definition;
  readonly starts: ReadonlyMap<number, number>;
}

interface Lists {
  readonly abstracts: ReadonlyMap<string, { readonly levels: Definition; readonly styleLink: string | null }>;
  readonly instances: ReadonlyMap<string, Instance>;
}

/** The number that Word shows before a paragraph, and keeps nowhere in its text. */
export interface Numbering {
  /** Counts the paragraph and gives its number, such as `一、` or `（二）`; empty where it has none. Call it in document order. */
  readonly next: (place: ListPlace, style: string | null) => string;
}

const LEVELS = 9;
const LONGEST_TEXT = 40;

/** Numbers by the lists of `word/numbering.xml`, which is read when the first paragraph asks for it and may be null. */
export function readNumbering(root: () => XmlElement | null, styles: Styles): Numbering {
  const counters = new Map<string, (number | null)[]>();
  let known: Lists | null = null;
  return {
    next: (place, styleId) => {
      const ofStyle = styles.list(styleId);
      const list = place.list ?? ofStyle.list;
      if (list === null) return '';
      known ??= readLists(root());
      const found = definitionOf(list, known, styles);
      const level = found && levelOf(place.level ?? ofStyle.level, found.definition, styleId);
      if (!found || level === null) return '';
      const counts = counters.get(found.counter) ?? new Array<number | null>(LEVELS).fill(null);
      counters.set(found.counter, counts);
      return counted(found, level, counts);
    },
  };
}

interface FoundList {
  readonly definition: Definition;
  readonly starts: ReadonlyMap<number, number>;
  /** Whose count it is: a list that starts anew counts for itself, others of the same definition count on. */
  readonly counter: string;
}

function definitionOf(list: string, lists: Lists, styles: Styles): FoundList | null {
  const instance = lists.instances.get(list);
  if (!instance) return null;
  const link = lists.abstracts.get(instance.abstract)?.styleLink;
  const linked = link ? lists.instances.get(styles.list(link).list ?? '')?.abstract : undefined;
  const target = linked ?? instance.abstract;
  const levels = lists.abstracts.get(target)?.levels;
  if (!levels) return null;
  return {
    definition: Array.from({ length: LEVELS }, (_, at) => instance.levels[at] ?? levels[at]),
    starts: instance.starts,
    counter: instance.starts.size > 0 ? `instance ${list}` : `definition ${target}`,
  };
}

function levelOf(given: number | null, definition: Definition, style: string | null): number | null {
  const ofStyle = definition.findIndex((level) => level?.style !== null && level?.style === style);
  const level = given ?? Math.max(0, ofStyle);
  return level >= 0 && level < LEVELS ? level : null;
}

function counted({ definition, starts }: FoundList, level: number, counts: (number | null)[]): string {
  const start = (at: number): number => starts.get(at) ?? definition[at]?.start ?? 1;
  const before = counts[level] ?? null;
  counts[level] = before === null ? start(level) : before + 1;
  for (let below = level + 1; below < LEVELS; below++) {
    const restart = definition[below]?.restart ?? null;
    if (restart === null || level <= restart) counts[below] = null;
  }
  return written(definition, level, (at) => counts[at] ?? start(at));
}

function written(definition: Definition, level: number, countOf: (level: number) => number): string {
  const own = definition[level];
  if (!own || own.format === 'bullet' || own.format === 'none') return '';
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = definition[at]?.format ?? 'decimal';
    return formattedNumber(countOf(at), own.legal ? 'decimal' : format);
  });
  return /[0-9A-Za-z]$/.test(text) ? `${text} ` : text;
}

function readLists(root: XmlElement | null): Lists {
  const abstracts = elementsOf(root).filter(({ name }) => name === 'abstractNum');
  const instances = elementsOf(root).filter(({ name }) => name === 'num');
  return {
    abstracts: new Map(
      abstracts.map((abstract) => [
        abstract.attributes.abstractNumId ?? '',
        { levels: levelsOf(elementsOf(abstract)), styleLink: valOf(abstract, 'numStyleLink') },
      ]),
    ),
    instances: new Map(instances.map((instance) => [instance.attributes.numId ?? '', instanceOf(instance)])),
  };
}

function instanceOf(instance: XmlElement): Instance {
  const overrides = elementsOf(instance).filter(({ name }) => name === 'lvlOverride');
  return {
    abstract: valOf(instance, 'abstractNumId') ?? '',
    levels: levelsOf(overrides.flatMap(elementsOf)),
    starts: new Map(
      overrides.flatMap((override) => {
        const start = countIn(override, 'startOverride');
        return start === null ? [] : [[indexOf(override), start] as const];
      }),
    ),
  };
}

function levelsOf(elements: readonly XmlElement[]): Definition {
  const levels: Level[] = [];
  for (const element of elements) {
    const at = indexOf(element);
    if (element.name === 'lvl' && at >= 0 && at < LEVELS) levels[at] = describedLevel(element);
  }
  return levels;
}

function indexOf({ attributes }: XmlElement): number {
  return Number(attributes.ilvl ?? 0);
}

function describedLevel(element: XmlElement): Level {
  const restart = countIn(element, 'lvlRestart');
  const isHidden = switchOf(childOf(element, 'rPr'), 'vanish');
  return {
    format: isHidden ? 'none' : formatOf(element),
    text: (valOf(element, 'lvlText') ?? '').slice(0, LONGEST_TEXT),
    start: countIn(element, 'start') ?? 1,
    style: valOf(element, 'pStyle'),
    restart: restart === null ? null : restart - 1,
    legal: switchOf(element, 'isLgl') ?? false,
  };
}

/** The number that an element of that name gives, from 0 on; null where there is none. */
function countIn(parent: XmlElement, name: string): number | null {
  const value = valOf(parent, name);
  return value !== null && Number(value) >= 0 ? Number(value) : null;
}

/** Formats that older programs don't know stand in an alternative, whose last part all know. */
function formatOf(level: XmlElement): string {
  const fallback = childOf(childOf(level, 'AlternateContent'), 'Fallback');
  return valOf(level, 'numFmt') ?? valOf(fallback, 'numFmt') ?? 'decimal';
}
