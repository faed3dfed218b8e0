import { formattedNumber } from './docx-number-formats.ts';
import { childOf, elementsOf, switchOf, valOf, type XmlElement } from './docx-xml.ts';

interface Field {
  readonly form: XmlElement | null;
  code: string;
  isCode: boolean;
  hasResult: boolean;
}

const LONGEST_CODE = 1000;
/** Fields that show nothing: entries of indexes and tables of contents, values that are set, marks. */
const SILENT = /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|HYPERLINK|ADVANCE|NOTEREF|PAGE|NUMPAGES|SECTION|MERGEFIELD\s*$|$)/i;
/** A number in a circle, put together of both. */
const CIRCLED_NUMBER = /^\s*eq\s+\\o\s*(?:\\a[cdlr]\s*)?[(（]\s*[○〇]\s*[,，;；]\s*(\d{1,2})\s*[)）]/i;

/** The fields that are open at a place of the text, one in another. What stands in a field's code is not shown. */
export class Fields {
  #open: Field[] = [];

  get inCode(): boolean {
    return this.#open.some(({ isCode }) => isCode);
  }

  code(text: string): void {
    const field = this.#open.at(-1);
    if (field?.isCode && field.code.length < LONGEST_CODE) field.code += text;
  }

  /** Text was shown where the fields stand. */
  shown(): void {
    for (const field of this.#open) field.hasResult = true;
  }

  /** Begins a field, comes to its result, or ends it; at its end what it shows without one, null where that is not known. */
  change(mark: XmlElement): string | null {
    const type = mark.attributes.fldCharType;
    if (type === 'begin') {
      this.#open.push({ form: childOf(mark, 'ffData'), code: '', isCode: true, hasResult: false });
    } else if (type === 'separate') {
      const field = this.#open.at(-1);
      if (field) field.isCode = false;
    } else if (type === 'end') {
      const field = this.#open.pop();
      if (field && !field.hasResult) return ownText(field);
    }
    return '';
  }

  /** No code goes beyond its paragraph: a field that was never ended hides nothing of the next. */
  endParagraph(): void {
    if (this.#open.length > 0) this.#open = this.#open.filter(({ isCode }) => !isCode);
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
