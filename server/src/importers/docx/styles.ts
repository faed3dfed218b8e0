import { childOf, elementsOf, switchOf, valOf, type XmlElement } from './xml.ts';

/** How letters look, as far as it decides whether they are read; undefined where nothing is said of it. */
export interface Look {
  readonly hidden?: boolean | undefined;
  readonly struck?: boolean | undefined;
  readonly raised?: boolean | undefined;
}

/** A place in a numbered list; null where nothing is said of it. */
export interface ListPlace {
  readonly list: string | null;
  readonly level: number | null;
}

/** The styles of a Word file, each with what it takes from those that it is based on. */
export interface Styles {
  /** How letters with these properties look, in a paragraph and a run of these styles. */
  readonly look: (paragraphStyle: string | null, runProperties: XmlElement | null) => Look;
  readonly list: (paragraphStyle: string | null) => ListPlace;
  /** The style of paragraphs that name none. */
  readonly defaultParagraph: string | null;
}

interface Style {
  readonly basedOn: string | null;
  readonly look: Look;
  readonly place: ListPlace;
}

const MAX_CHAIN = 20;

/** Reads `word/styles.xml`, which a file may lack. Never throws. */
export function readStyles(root: XmlElement | null): Styles {
  const elements = elementsOf(root).filter(({ name }) => name === 'style');
  const styles = new Map(elements.map((element) => [element.attributes.styleId ?? '', styleOf(element)]));
  const defaults = lookOf(childOf(childOf(childOf(root, 'docDefaults'), 'rPrDefault'), 'rPr'));
  const looks = new Map<string, Look>();
  const lookOfStyle = (id: string | null): Look => {
    if (id === null) return {};
    const known = looks.get(id) ?? inherited(chainOf(id, styles));
    looks.set(id, known);
    return known;
  };
  return {
    look: (paragraphStyle, properties) =>
      combined(lookOf(properties), lookOfStyle(paragraphStyle), lookOfStyle(valOf(properties, 'rStyle')), defaults),
    list: (paragraphStyle) => {
      const chain = paragraphStyle === null ? [] : chainOf(paragraphStyle, styles);
      const first = <Key extends keyof ListPlace>(key: Key): ListPlace[Key] | null =>
        chain.find(({ place }) => place[key] !== null)?.place[key] ?? null;
      return { list: first('list'), level: first('level') };
    },
    defaultParagraph: elements.find(isDefaultParagraph)?.attributes.styleId ?? null,
  };
}

function isDefaultParagraph({ attributes }: XmlElement): boolean {
  return attributes.type === 'paragraph' && /^(?:1|true|on)$/.test(attributes.default ?? '');
}

function styleOf(element: XmlElement): Style {
  return {
    basedOn: valOf(element, 'basedOn'),
    look: lookOf(childOf(element, 'rPr')),
    place: listPlaceOf(childOf(element, 'pPr')),
  };
}

/** The style and those that it is based on, nearest first. */
function chainOf(id: string, styles: ReadonlyMap<string, Style>): readonly Style[] {
  const chain: Style[] = [];
  let style = styles.get(id);
  while (style && chain.length < MAX_CHAIN) {
    chain.push(style);
    style = style.basedOn === null ? undefined : styles.get(style.basedOn);
  }
  return chain;
}

function inherited(chain: readonly Style[]): Look {
  const first = (key: keyof Look): boolean | undefined => chain.find(({ look }) => look[key] !== undefined)?.look[key];
  return { hidden: first('hidden'), struck: first('struck'), raised: first('raised') };
}

/** Of a switch that the styles of paragraph and run both set, the one turns off the other. */
function combined(own: Look, paragraph: Look, run: Look, defaults: Look): Look {
  const toggled = (key: 'hidden' | 'struck'): boolean =>
    own[key] ?? (Boolean(paragraph[key]) !== Boolean(run[key]) || Boolean(defaults[key]));
  return {
    hidden: toggled('hidden'),
    struck: toggled('struck'),
    raised: own.raised ?? run.raised ?? paragraph.raised ?? defaults.raised,
  };
}

function lookOf(properties: XmlElement | null): Look {
  if (!properties) return {};
  const [once, twice] = [switchOf(properties, 'strike'), switchOf(properties, 'dstrike')];
  const position = valOf(properties, 'vertAlign');
  return {
    hidden: switchOf(properties, 'vanish'),
    struck: once || twice || (once ?? twice),
    raised: position === null ? undefined : position === 'superscript',
  };
}

/** The list that a paragraph's own properties name. */
export function listPlaceOf(properties: XmlElement | null): ListPlace {
  const numbers = childOf(properties, 'numPr');
  const level = valOf(numbers, 'ilvl');
  return { list: valOf(numbers, 'numId'), level: level === null ? null : Number(level) };
}
