import type { Block } from '../source.ts';
import { type FilledCell, tableBlocks } from '../table-blocks.ts';
import { Fields } from './fields.ts';
import { TextFlow } from './flow.ts';
import type { Numbering } from './numbering.ts';
import { Omissions } from './omissions.ts';
import { isSignFont, signOf, signsOf } from './signs.ts';
import { type Look, listPlaceOf, type Styles } from './styles.ts';
import { MergedCells, rowState, rowsOf } from './table.ts';
import { childOf, elementsOf, textIn, valOf, type XmlElement } from './xml.ts';

/** The text of a Word file as its reader sees it. */
export interface BodyText {
  readonly blocks: readonly Block[];
  readonly omissions: Omissions;
  /** How many paragraphs got their automatic number. */
  readonly numbers: number;
  /** The first words of each text box that was read. */
  readonly boxes: readonly string[];
}

/** Text that runs by itself: the body, or a text box. */
interface Story {
  readonly fields: Fields;
  /** What the text boxes hold that are anchored in the present paragraph or table. */
  readonly boxes: Block[];
  tables: number;
}

/** Where an element stands. */
interface Place {
  readonly story: Story;
  readonly flow: TextFlow;
  readonly style: string | null;
  readonly look: Look;
  readonly font: string | null;
}

type Reader = (element: XmlElement, place: Place) => void;

/** Properties, and what Word keeps beside the text. */
const BESIDE = /Pr$|Change$|^(?:tblGrid|fldData|rubyPr|proofErr|sdtEndPr)$/;
const NOTE_MARK = /^[\d０-９①-⑳*＊†‡注\s,，、[\]［］()（）〔〕~–-]+$/;
const EXPONENTS: Readonly<Record<string, string>> = { 1: '¹', 2: '²', 3: '³' };

/** Reads what stands below `w:body`: tracked changes as if accepted, what isn't shown counted. Linear. Throws `GridTooLarge`. */
export function readBody(body: XmlElement, styles: Styles, numbering: Numbering): BodyText {
  return new Walk(styles, numbering).read(body);
}

class Walk {
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #omissions = new Omissions();
  readonly #boxes: string[] = [];
  #numbers = 0;
  /** Grows with everything that is found, read or left out. */
  #found = 0;

  /** How elements are read, by their names; of others, what stands in them. */
  readonly #readers: ReadonlyMap<string, Reader> = new Map([
    ...all(['p'], (element, place) => this.#paragraph(element, place)),
    ...all(['tbl'], (element, place) => this.#table(element, place)),
    ...all(['r'], (element, place) => this.#run(element, place)),
    ...all(['t'], (element, place) => this.#text(textIn(element), place)),
    ...all(['tab', 'ptab'], (_, place) => this.#text('\t', place)),
    ...all(['noBreakHyphen'], (_, place) => this.#text('\u2011', place)),
    ...all(['br', 'cr'], (_, place) => this.#lineBreak(place)),
    ...all(['sym'], (element, place) => this.#sign(element, place)),
    ...all(['fldChar'], (element, place) => this.#fieldMark(element, place)),
    ...all(['instrText'], (element, { story }) => story.fields.code(element.children.join(''))),
    ...all(['AlternateContent'], (element, place) => this.#alternative(element, place)),
    ...all(['drawing', 'pict', 'object'], (element, place) => this.#picture(element, place)),
    ...all(['footnoteReference', 'endnoteReference', 'commentReference'], () => this.#leaveOut('reference')),
    ...all(['del', 'moveFrom'], (element) => this.#leaveOut('deleted', textIn(element))),
    ...all(['rt'], (element) => this.#leaveOut('ruby', textIn(element))),
    ...all(['altChunk', 'subDoc'], () => this.#leaveOut('embedded')),
  ]);

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  read(body: XmlElement): BodyText {
    const blocks = this.#story(body);
    return { blocks, omissions: this.#omissions, numbers: this.#numbers, boxes: this.#boxes };
  }

  #story(element: XmlElement): readonly Block[] {
    const story: Story = { fields: new Fields(), boxes: [], tables: 0 };
    const flow = new TextFlow();
    this.#children(element, { story, flow, style: null, look: {}, font: null });
    flow.endLine();
    flow.add(story.boxes);
    return flow.finish();
  }

  #children(element: XmlElement, place: Place): void {
    for (const child of element.children) if (typeof child !== 'string') this.#element(child, place);
  }

  #element(element: XmlElement, place: Place): void {
    const read = this.#readers.get(element.name);
    if (read) read(element, place);
    else if (!BESIDE.test(element.name)) this.#children(element, place);
  }

  #leaveOut(...what: Parameters<Omissions['add']>): void {
    this.#found++;
    this.#omissions.add(...what);
  }

  #paragraph(element: XmlElement, place: Place): void {
    const { story, flow } = place;
    const properties = childOf(element, 'pPr');
    const style = valOf(properties, 'pStyle') ?? this.#styles.defaultParagraph;
    const isJoined = this.#isJoined(properties, style);
    if (!isJoined) this.#number(properties, style, flow);
    this.#children(element, { ...place, style });
    story.fields.endParagraph();
    if (isJoined) return;
    flow.endLine();
    this.#omissions.close();
    if (story.tables === 0) flow.add(story.boxes.splice(0));
  }

  /** Whether the next paragraph goes on in the same line: the mark between is deleted or hidden, or this is a large first letter. */
  #isJoined(properties: XmlElement | null, style: string | null): boolean {
    const mark = childOf(properties, 'rPr');
    if (childOf(mark, 'del') || childOf(mark, 'moveFrom')) return true;
    const dropped = childOf(properties, 'framePr')?.attributes.dropCap ?? 'none';
    return dropped !== 'none' || this.#styles.look(style, mark).hidden === true;
  }

  #number(properties: XmlElement | null, style: string | null, flow: TextFlow): void {
    const number = this.#numbering.next(listPlaceOf(properties), style);
    if (number === '') return;
    this.#numbers++;
    flow.prepend(number);
  }

  #run(element: XmlElement, place: Place): void {
    const properties = childOf(element, 'rPr');
    const font = childOf(properties, 'rFonts')?.attributes.ascii ?? null;
    const look = this.#styles.look(place.style, properties);
    this.#children(element, { ...place, look, font: font && isSignFont(font) ? font : null });
  }

  #text(text: string, place: Place): void {
    const { story, flow, look, font } = place;
    if (text === '' || story.fields.inCode) return;
    const isBlank = text.trim() === '';
    const left = look.hidden ? 'hidden' : look.struck ? 'struck' : null;
    if (left) {
      if (!isBlank) this.#leaveOut(left, text);
    } else if (look.raised && !isBlank && NOTE_MARK.test(text)) this.#raised(text, place);
    else {
      this.#found++;
      story.fields.shown();
      this.#omissions.close();
      flow.text(font ? signsOf(font, text) : text);
    }
  }

  /** A raised number after a unit's letter is its power, elsewhere the mark of a note. */
  #raised(text: string, { flow }: Place): void {
    if (/[a-zα-ω]/i.test(flow.last) && EXPONENTS[text]) flow.text(EXPONENTS[text]);
    else this.#leaveOut('noteMark', text.trim());
  }

  #lineBreak({ story, flow, look }: Place): void {
    if (!story.fields.inCode && !look.hidden) flow.endLine();
  }

  #sign({ attributes }: XmlElement, place: Place): void {
    const sign = signOf(attributes.font ?? '', Number.parseInt(attributes.char ?? '', 16));
    if (sign === null) this.#leaveOut('sign');
    else this.#text(sign, { ...place, font: null });
  }

  #fieldMark(element: XmlElement, place: Place): void {
    const shown = place.story.fields.change(element);
    if (shown === null) this.#leaveOut('field');
    else this.#text(shown, place);
  }

  /** The first alternative that holds something; others are the same for other programs. */
  #alternative(element: XmlElement, place: Place): void {
    for (const option of elementsOf(element)) {
      const before = this.#found;
      this.#children(option, place);
      if (this.#found > before) return;
    }
  }

  #picture(element: XmlElement, { story, look }: Place): void {
    if (story.fields.inCode) return;
    if (look.hidden) {
      this.#leaveOut('hidden', textIn(element));
      return;
    }
    const blocks = boxesIn(element).flatMap((box) => {
      const read = this.#story(box);
      const [first] = read;
      if (first) this.#boxes.push(first.kind === 'row' ? first.cells.join(' ').trim() : first.text);
      return read;
    });
    if (blocks.length === 0) this.#leaveOut('picture');
    else this.#found++;
    for (const block of blocks) story.boxes.push(block);
  }

  #table(element: XmlElement, place: Place): void {
    const { story, flow } = place;
    const merged = new MergedCells();
    story.tables++;
    const rows = rowsOf(element).flatMap((row) => {
      const state = rowState(row);
      if (state !== 'shown') this.#leaveOut(state, textIn(row));
      return state === 'shown' ? [this.#row(row, merged, place)] : [];
    });
    story.tables--;
    flow.add(tableBlocks(rows, (cells) => ({ block: { kind: 'row', cells } })).map(({ block }) => block));
    if (story.tables === 0) flow.add(story.boxes.splice(0));
  }

  #row(row: XmlElement, merged: MergedCells, place: Place): readonly FilledCell<{ readonly block: Block }>[] {
    const { before, cells, deleted } = merged.next(row);
    for (const cell of deleted) this.#leaveOut('deleted', textIn(cell));
    const filled = cells.map(({ element, columns, isCovered }) => ({
      blocks: isCovered ? this.#covered(element) : this.#cell(element, place),
      colspan: columns,
      rowspan: 1,
    }));
    return before > 0 ? [{ blocks: [], colspan: before, rowspan: 1 }, ...filled] : filled;
  }

  #cell(element: XmlElement, place: Place): readonly { readonly block: Block }[] {
    const flow = new TextFlow();
    this.#children(element, { ...place, flow });
    return flow.finish().map((block) => ({ block }));
  }

  /** What stands in a cell that another covers isn't shown. */
  #covered(element: XmlElement): readonly [] {
    const text = textIn(element).trim();
    if (text !== '') this.#leaveOut('hidden', text);
    return [];
  }
}

function all(names: readonly string[], read: Reader): readonly (readonly [string, Reader])[] {
  return names.map((name) => [name, read]);
}

/** What the text boxes in a picture hold; of alternatives the first that has any. */
function boxesIn(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'txbxContent') return [child];
    if (child.name !== 'AlternateContent') return boxesIn(child);
    return (
      elementsOf(child)
        .map(boxesIn)
        .find((boxes) => boxes.length > 0) ?? []
    );
  });
}
