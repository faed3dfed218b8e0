// Findings on the page: each marked where it is by colour and by a sign, all of them in a list.
import type { PreviewFinding } from '../src/preview/messages.ts';
import { filled, texts } from './host.ts';
import type { Places } from './places.ts';

/** How a finding is shown: its severity, or that it is suppressed. */
type Kind = 'error' | 'warning' | 'information' | 'hint' | 'ignored';

const kinds: readonly Kind[] = ['error', 'warning', 'information', 'hint', 'ignored'];

export function kindOf({ severity, suppressed }: PreviewFinding): Kind {
  return suppressed === null ? severity : 'ignored';
}

/** What is said of a finding, in lines. */
export function linesOf(finding: PreviewFinding): readonly string[] {
  const { message, suppressed } = finding;
  const kind = texts[kindOf(finding)];
  const reason = suppressed === null ? [] : [filled(texts.reason, suppressed || texts.noReason)];
  return [`${kind} · ${message}`, ...reason];
}

export class Marks {
  readonly #view: HTMLElement;
  readonly #places: Places;
  #undo: (() => void)[] = [];
  #parts: HTMLElement[] = [];
  #findings = new Map<HTMLElement, number[]>();
  #applied = '';

  constructor(view: HTMLElement, places: Places) {
    this.#view = view;
    this.#places = places;
  }

  /** The part of the page that each finding is marked at. */
  get parts(): readonly HTMLElement[] {
    return this.#parts;
  }

  /** The findings, by number, that a part is marked with. */
  at(part: HTMLElement): readonly number[] {
    return this.#findings.get(part) ?? [];
  }

  /** Whether the marks on the page are right for `findings`, too, when the blocks from `from` up to `to` change. */
  fit(findings: readonly PreviewFinding[], from: number, to: number): boolean {
    if (placesOf(findings) !== this.#applied) return false;
    return !findings.some(({ block }) => from <= block && block < to);
  }

  /** Takes all marks off the page, so that it is as the server wrote it. */
  clear(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
    this.#parts = [];
    this.#findings = new Map();
    for (const kind of kinds) highlights()?.delete(kind);
  }

  /** Marks the findings; `clear` comes before. */
  apply(findings: readonly PreviewFinding[]): void {
    this.#applied = placesOf(findings);
    findings.forEach((finding, number) => {
      const part = this.#partOf(finding) ?? this.#note(finding);
      this.#parts.push(part);
      this.#findings.set(part, [...this.at(part), number]);
    });
    for (const [part, numbers] of this.#findings) {
      const here = numbers.flatMap((number) => findings[number] ?? []);
      this.#mark(part, here, numbers);
    }
    for (const finding of findings) this.#underline(finding);
  }

  #partOf({ block, where, cell }: PreviewFinding): HTMLElement | null {
    const present = this.#places.blocks[block];
    if (!present || where === 'before') return null;
    return cell === null ? present.element : (present.cells[cell] ?? null);
  }

  /** What is wrong and isn't shown has a line of its own. */
  #note(finding: PreviewFinding): HTMLElement {
    const note = document.createElement('p');
    note.className = 'note';
    note.tabIndex = -1;
    note.textContent = linesOf(finding).join(' ');
    this.#view.insertBefore(note, this.#places.blocks[finding.block]?.element ?? null);
    this.#undo.push(() => note.remove());
    return note;
  }

  #mark(part: HTMLElement, findings: readonly PreviewFinding[], numbers: readonly number[]): void {
    const worst = kinds.find((kind) => findings.some((finding) => kindOf(finding) === kind)) ?? 'hint';
    const sign = document.createElement('span');
    sign.className = 'sign';
    sign.setAttribute('aria-hidden', 'true');
    part.append(sign);
    part.classList.add('marked', worst);
    part.setAttribute('aria-describedby', numbers.map((number) => `finding-${number}`).join(' '));
    const isInvalid = part instanceof HTMLTableCellElement && (worst === 'error' || worst === 'warning');
    if (isInvalid) part.setAttribute('aria-invalid', 'true');
    this.#undo.push(() => {
      sign.remove();
      part.classList.remove('marked', worst);
      if (part.classList.length === 0) part.removeAttribute('class');
      part.removeAttribute('aria-describedby');
      part.removeAttribute('aria-invalid');
    });
  }

  /** Underlines the very words, where the text of the block is that of the source. */
  #underline(finding: PreviewFinding): void {
    const { block, where, span } = finding;
    const [element, place] = [this.#places.blocks[block]?.element, this.#places.spans[block]];
    if (where !== 'block' || !element || !place || (span.start <= place.start && place.end <= span.end)) return;
    if ((element.textContent ?? '').length !== place.end - place.start) return;
    const range = rangeIn(element, span.start - place.start, span.end - place.start);
    const registry = highlights();
    if (!range || !registry) return;
    const kind = kindOf(finding);
    const known = registry.get(kind);
    if (known) known.add(range);
    else registry.set(kind, new Highlight(range));
  }
}

/** All that marks depend on. */
function placesOf(findings: readonly PreviewFinding[]): string {
  return JSON.stringify(findings.map(({ span, ...finding }) => finding));
}

/** Null where the browser has none. */
export function highlights(): HighlightRegistry | null {
  return typeof Highlight === 'undefined' ? null : CSS.highlights;
}

/** A stretch of an element's text, from `start` up to `end`. */
export function rangeIn(element: HTMLElement, start: number, end: number): Range | null {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let [offset, begun] = [0, false];
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const next = offset + node.length;
    if (!begun && start < next) {
      range.setStart(node, Math.max(0, start - offset));
      begun = true;
    }
    if (begun && end <= next) {
      range.setEnd(node, Math.max(0, end - offset));
      return range;
    }
    offset = next;
  }
  return null;
}
