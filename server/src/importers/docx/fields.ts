import { formattedNumber } from './number-formats.ts';
import { childOf, elementsOf, switchOf, valOf, type XmlElement } from './xml.ts';

interface Field {
  readonly form: XmlElement | null;
  /** The paragraph that it begins in, and how many texts were shown before it. */
  readonly paragraph: number;
  readonly shownBefore: number;
  code: string;
  isCode: boolean;
}

const LONGEST_CODE = 1000;
/** Fields that show nothing: entries of indexes and tables of contents, values that are set, marks. */
const SILENT = /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|HYPERLINK|ADVANCE|NOTEREF|PAGE|NUMPAGES|SECTION|MERGEFIELD\s*$|$)/i;
/** A number in a circle, put together of both. */
const CIRCLED_NUMBER = /^\s*eq\s+\\o\s*(?:\\a[cdlr]\s*)?[(（]\s*[○〇]\s*[,，;；]\s*(\d{1,2})\s*[)）]/i;

/** The fields that are open at a place of the text, one in another. What stands in a field's code is not shown. However many are open, each step takes the same time. */
export class Fields {
  readonly #open: Field[] = [];
  /** How many of them are at their codes. */
  #codes = 0;
  #paragraph = 0;
  #shown = 0;

  get inCode(): boolean {
    return this.#codes > 0;
  }

  code(text: string): void {
    const field = this.#innermost();
    if (field?.isCode && field.code.length < LONGEST_CODE) field.code += text;
  }

  /** Text was shown where the fields stand. */
  shown(): void {
    this.#shown++;
  }

  /** Begins a field, comes to its result, or ends it; at its end what it shows without one, null where that is not known. */
  change(mark: XmlElement): string | null {
    const type = mark.attributes.fldCharType;
    if (type === 'begin') {
      const [paragraph, shownBefore] = [this.#paragraph, this.#shown];
      this.#open.push({ form: childOf(mark, 'ffData'), paragraph, shownBefore, code: '', isCode: true });
      this.#codes++;
      return '';
    }
    const field = this.#innermost();
    if (!field || (type !== 'separate' && type !== 'end')) return '';
    if (field.isCode) this.#codes--;
    if (type === 'separate') {
      field.isCode = false;
      return '';
    }
    this.#open.pop();
    return this.#shown > field.shownBefore ? '' : ownText(field);
  }

  /** No code goes beyond its paragraph: a field that was never ended hides nothing of the next. */
  endParagraph(): void {
    this.#paragraph++;
    this.#codes = 0;
  }

  /** The innermost field that is still open, once those are gone whose codes a paragraph has ended. */
  #innermost(): Field | undefined {
    let field = this.#open.at(-1);
    while (field?.isCode && field.paragraph < this.#paragraph) {
      this.#open.pop();
      field = this.#open.at(-1);
    }
    return field;
  }
}

/** What a field shows that the file holds no result of; null where only Word could tell. */
function ownText({ code, form, isCode }: Field): string | null {
  const box = childOf(form, 'checkBox');
  if (box) return (switchOf(box, 'checked') ?? switchOf(box, 'default')) ? '☑' : '☐';
  const list = childOf(form, 'ddList');
  if (list) {
    const entries = elementsOf(list).filter(({ name }) => name === 'listEntry');
    return entries[Number(valOf(list, 'result') ?? valOf(list, 'default') ?? 0)]?.attributes.val ?? '';
  }
  const [, digits] = CIRCLED_NUMBER.exec(code) ?? [];
  if (digits !== undefined) return formattedNumber(Number(digits), 'decimalEnclosedCircle');
  return isCode && !SILENT.test(code) ? null : '';
}
