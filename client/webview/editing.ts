// Editing the form in place. A value cell with the focus holds a field, its text selected: what is typed replaces it.
import type { FormChange, ToPage } from '../src/preview/messages.ts';
import {
  besideCell,
  type CellPlace,
  cellAt,
  editableCell,
  nameOfCell,
  placeOfCell,
  showText,
  textIn,
} from './cells.ts';
import { byId, host, texts } from './host.ts';
import { below, type Walk } from './walk.ts';

type Edited = Extract<ToPage, { type: 'edited' }>;

interface Parts {
  readonly walk: Walk;
  /** Called with a cell that is gone to. */
  readonly onEnter: (cell: HTMLElement) => void;
  /** Opens the source of a cell. */
  readonly onOpen: (cell: HTMLElement) => void;
  /** Says something of a cell to all. */
  readonly onSay: (cell: HTMLElement | null, message: string, isError: boolean) => void;
}

/** A cell that shows what the report doesn't say yet. */
interface Pending {
  readonly place: CellPlace | null;
  readonly before: string;
}

export class Editing {
  readonly #parts: Parts;
  readonly #field = document.createElement('input');
  #cell: HTMLTableCellElement | null = null;
  #place: CellPlace | null = null;
  /** What the cell held when it was entered. */
  #before = '';
  /** Whether arrow keys move in the text, not from cell to cell. */
  #inText = false;
  /** Whether Tab leaves the table, after Escape. */
  #leaving = false;
  #sent = 0;
  readonly #pending = new Map<number, Pending>();

  constructor(view: HTMLElement, parts: Parts) {
    this.#parts = parts;
    this.#field.className = 'cell-field';
    this.#field.autocomplete = 'off';
    this.#field.spellcheck = false;
    this.#field.inputMode = 'numeric';
    view.addEventListener('mousedown', (event) => this.#press(event));
    view.addEventListener('focusin', ({ target }) => {
      const cell = editableCell(target);
      if (cell && target === cell) this.#enter(cell);
    });
    this.#field.addEventListener('focusout', () => {
      // Where the whole page loses the focus, the cell keeps it for later.
      if (document.hasFocus()) this.#leave();
      else this.#commit();
    });
    view.addEventListener('keydown', (event) => this.#key(event), { capture: true });
    this.#field.addEventListener('paste', (event) => this.#paste(event));
    byId('complete').addEventListener('click', () => this.#complete());
  }

  /** After the page has changed. */
  restore(): void {
    const cell = this.#cell;
    if (!cell || !this.#place) return;
    const present = cellAt(this.#place);
    if (present !== cell || !this.#field.isConnected) {
      const typed = this.#field.value !== this.#before ? this.#field.value : null;
      this.#close();
      if (!present) return;
      present.focus({ preventScroll: true });
      if (typed !== null) this.#field.value = typed;
      return;
    }
    cell.tabIndex = -1;
    this.#describe(cell);
    if (this.#field.value === this.#before && textIn(cell) !== this.#before) this.#fill(textIn(cell));
  }

  /** The answer to an edit: where the text is as it was, so is the cell. */
  edited({ id, changed, message }: Edited): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    const cell = pending?.place ? cellAt(pending.place) : null;
    if (pending && cell && !changed) showText(cell, pending.before);
    if (message !== null) this.#parts.onSay(cell ?? this.#cell, message, !changed);
  }

  #press(event: MouseEvent): void {
    const cell = editableCell(event.target);
    if (!cell || event.button !== 0 || event.ctrlKey || event.metaKey) return;
    if (event.target === this.#field) {
      this.#inText = true;
      return;
    }
    event.preventDefault();
    cell.focus({ preventScroll: true });
  }

  #enter(cell: HTMLTableCellElement): void {
    if (this.#cell) this.#leave();
    this.#cell = cell;
    this.#place = placeOfCell(cell);
    this.#leaving = false;
    this.#inText = false;
    cell.append(this.#field);
    this.#describe(cell);
    this.#field.focus({ preventScroll: true });
    this.#fill(textIn(cell));
    cell.tabIndex = -1;
    this.#parts.onEnter(cell);
  }

  #fill(text: string): void {
    this.#before = text;
    this.#field.value = text;
    this.#field.select();
  }

  #describe(cell: HTMLElement): void {
    this.#field.setAttribute('aria-label', nameOfCell(cell));
    for (const name of ['aria-describedby', 'aria-invalid']) {
      const value = cell.getAttribute(name);
      if (value === null) this.#field.removeAttribute(name);
      else this.#field.setAttribute(name, value);
    }
    if (cell.dataset.total === undefined) this.#field.removeAttribute('aria-description');
    else this.#field.setAttribute('aria-description', texts.total);
  }

  #leave(): void {
    this.#commit();
    this.#close();
  }

  #close(): void {
    const cell = this.#cell;
    this.#cell = null;
    this.#field.remove();
    if (cell?.isConnected) cell.tabIndex = 0;
  }

  /** Sends what was typed. */
  #commit(): void {
    const [cell, place, text] = [this.#cell, this.#place, this.#field.value.trim()];
    if (!cell || !place || text === this.#before) return;
    const { table, ...at } = place;
    this.#send(place, { kind: 'cells', cells: [{ ...at, text }] });
    showText(cell, text);
    this.#before = text;
    this.#field.value = text;
  }

  #send({ table, ...at }: CellPlace, change: FormChange): void {
    const id = ++this.#sent;
    this.#pending.set(id, { place: { table, ...at }, before: this.#before });
    host.postMessage({ type: 'edit', id, changes: [{ table, change }] });
  }

  #complete(): void {
    const tables = [...byId('view').querySelectorAll<HTMLElement>('[data-table]')].filter(
      (box) => box.querySelector('td[data-row]') !== null,
    );
    const changes = tables.map((box) => ({ table: box.dataset.table ?? '', change: { kind: 'complete' } as const }));
    const id = ++this.#sent;
    this.#pending.set(id, { place: null, before: '' });
    host.postMessage({ type: 'edit', id, changes });
  }

  #key(event: KeyboardEvent): void {
    const cell = this.#cell;
    if (!cell || event.target !== this.#field || event.isComposing) return;
    const done = this.#command(event, cell);
    if (done === 'handled') event.preventDefault();
    if (done !== 'passed') event.stopPropagation();
  }

  /** `own`: the field does what it does; `passed`: so does whoever else listens. */
  #command(event: KeyboardEvent, cell: HTMLTableCellElement): 'handled' | 'own' | 'passed' {
    const { key, shiftKey, altKey } = event;
    const control = event.ctrlKey || event.metaKey;
    switch (key) {
      case 'Enter':
        if (control) this.#parts.onOpen(cell);
        else this.#go(below(cell, shiftKey ? -1 : 1, (each) => editableCell(each) === each) ?? cell);
        return 'handled';
      case 'Tab':
        return this.#tab(cell, shiftKey, control);
      case 'Escape':
        this.#escape();
        return 'handled';
      case 'F2':
        this.#toggleText();
        return 'handled';
      case '=':
        return !control && this.#sum(cell, altKey) ? 'handled' : 'own';
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        return this.#inText || shiftKey ? 'own' : 'passed';
      case 'z':
      case 'Z':
      case 'y':
        return control && !altKey ? this.#undo(key === 'y' || shiftKey ? 'redo' : 'undo') : 'own';
      default:
        return control || altKey || key.length > 1 ? 'passed' : 'own';
    }
  }

  #tab(cell: HTMLTableCellElement, back: boolean, control: boolean): 'handled' | 'own' {
    const next = this.#leaving || control ? null : besideCell(cell, back ? -1 : 1);
    if (next) this.#go(next);
    return next ? 'handled' : 'own';
  }

  #toggleText(): void {
    this.#inText = !this.#inText;
    const { length } = this.#field.value;
    if (this.#inText) this.#field.setSelectionRange(length, length);
    else this.#field.select();
  }

  #go(cell: HTMLTableCellElement): void {
    this.#commit();
    if (cell === this.#cell) this.#field.select();
    else this.#parts.walk.focus(cell);
  }

  #escape(): void {
    const typed = this.#field.value !== this.#before;
    if (!typed && !this.#inText) {
      this.#leaving = true;
      byId('live').textContent = texts.leave;
    }
    this.#inText = false;
    this.#fill(this.#before);
  }

  /** Of a total in which nothing was typed: its sum. */
  #sum(cell: HTMLElement, always: boolean): boolean {
    const isFresh = this.#field.value === this.#before;
    if (cell.dataset.total === undefined || !this.#place || !(isFresh || always)) return false;
    const { table, ...at } = this.#place;
    this.#fill(this.#before);
    this.#send({ table, ...at }, { kind: 'cells', cells: [{ ...at, text: null }] });
    return true;
  }

  /** What was typed is the field's to undo, all else the text's. */
  #undo(type: 'undo' | 'redo'): 'handled' | 'own' {
    if (this.#field.value !== this.#before) return 'own';
    host.postMessage({ type });
    return 'handled';
  }

  /** A single value is pasted by the field itself, a block goes to the report. */
  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const html = event.clipboardData?.getData('text/html') ?? '';
    const isBlock = /[\t\n]/.test(text.trim()) || (text === '' && html !== '');
    if (!isBlock || !this.#place) return;
    event.preventDefault();
    const { table, ...at } = this.#place;
    this.#fill(this.#before);
    this.#send({ table, ...at }, { kind: 'paste', ...at, html: html === '' ? null : html, text });
  }
}
