// The findings as counts, as a list, and one after the other.
import type { PreviewFinding } from '../src/preview/messages.ts';
import { byId, filled, host, texts } from './host.ts';
import { kindOf, linesOf, type Marks } from './marks.ts';
import { partOf } from './places.ts';
import type { Scrolling } from './scrolling.ts';
import type { Tip } from './tip.ts';
import type { Walk } from './walk.ts';

/** After the last change, so that one isn't read to while typing. */
const ANNOUNCE_AFTER = 800;

interface Parts {
  readonly marks: Marks;
  readonly walk: Walk;
  readonly scrolling: Scrolling;
  readonly tip: Tip;
  /** Called with the finding that was gone to. */
  readonly onGo: (finding: PreviewFinding) => void;
}

export class Findings {
  readonly #parts: Parts;
  readonly #count = byId('count');
  readonly #panel = byId('findings');
  #shown: readonly PreviewFinding[] = [];
  #current = -1;
  #announced: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    byId('previous').addEventListener('click', () => this.step(-1));
    byId('next').addEventListener('click', () => this.step(1));
    this.#count.addEventListener('click', () => this.#toggle(Boolean(this.#panel.hidden)));
    this.#panel.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      this.#toggle(false);
      this.#count.focus();
    });
    const view = byId('view');
    view.addEventListener('focusin', ({ target }) => this.#tell(target));
    view.addEventListener('focusout', () => parts.tip.hide());
    view.addEventListener('mouseover', ({ target }) =>
      this.#tell(this.#isMarked(target) ? target : document.activeElement),
    );
    view.addEventListener('mouseleave', () => this.#tell(document.activeElement));
    addEventListener('scroll', () => parts.tip.follow(), { passive: true });
    view.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') parts.tip.hide();
    });
  }

  /** Shows these findings, which have been marked on the page. */
  show(findings: readonly PreviewFinding[]): void {
    const same = JSON.stringify(findings.map(contentOf)) === JSON.stringify(this.#shown.map(contentOf));
    this.#shown = findings;
    if (same && this.#count.textContent !== '') return;
    this.#current = Math.min(this.#current, findings.length - 1);
    const text = countsOf(findings);
    const kind = ['error', 'warning'].find((each) => findings.some((finding) => kindOf(finding) === each));
    this.#count.replaceChildren(...(kind ? [signOf(kind)] : []), text);
    const list = this.#panel.querySelector('ol');
    list?.replaceChildren();
    for (const [i, finding] of findings.entries()) list?.append(this.#entry(finding, i));
    for (const id of ['previous', 'next']) (byId(id) as HTMLButtonElement).disabled = findings.length === 0;
    if (findings.length === 0) this.#toggle(false);
    this.#announce(text);
    this.#tell(document.activeElement);
  }

  at(number: number): PreviewFinding | null {
    return this.#shown[number] ?? null;
  }

  /** Goes to the next finding, or the previous; from the last on to the first. */
  step(step: 1 | -1): void {
    const { length } = this.#shown;
    if (length === 0) return;
    const here = this.#numberAtFocus() ?? this.#current;
    this.#go(here < 0 && step < 0 ? length - 1 : (here + step + length) % length);
  }

  #go(number: number): void {
    const [part, finding] = [this.#parts.marks.parts[number], this.#shown[number]];
    if (!part || !finding) return;
    this.#current = number;
    this.#parts.scrolling.reveal(part);
    this.#parts.scrolling.quietly(() => this.#parts.walk.focus(part));
    this.#tell(part);
    this.#parts.onGo(finding);
    byId('live').textContent = filled(texts.ofAll, number + 1, this.#shown.length);
  }

  /** The finding at the part with the focus; of several there, the one that was gone to. */
  #numberAtFocus(): number | null {
    const part = partOf(document.activeElement);
    const numbers = part ? this.#parts.marks.at(part) : [];
    return numbers.includes(this.#current) ? this.#current : (numbers[0] ?? null);
  }

  #isMarked(target: EventTarget | null): boolean {
    const part = partOf(target);
    return part !== null && this.#parts.marks.at(part).length > 0;
  }

  #tell(target: EventTarget | null): void {
    const part = partOf(target);
    const findings = (part ? this.#parts.marks.at(part) : []).flatMap((number) => this.#shown[number] ?? []);
    const [worst] = findings;
    if (part && worst && !part.classList.contains('note')) {
      this.#parts.tip.show(part, kindOf(worst), findings.flatMap(linesOf));
    } else this.#parts.tip.hide();
  }

  #entry(finding: PreviewFinding, number: number): HTMLLIElement {
    const entry = document.createElement('li');
    const button = document.createElement('button');
    const text = document.createElement('span');
    button.type = 'button';
    button.className = kindOf(finding);
    button.append(signOf(kindOf(finding)), text);
    text.id = `finding-${number}`;
    text.textContent = linesOf(finding).join(' ');
    button.addEventListener('click', () => this.#go(number));
    const rule = document.createElement('button');
    rule.type = 'button';
    rule.className = 'rule';
    rule.textContent = finding.code;
    rule.title = `${texts.explain} ${finding.code}`;
    rule.addEventListener('click', () => host.postMessage({ type: 'explain', code: finding.code }));
    entry.append(button, rule);
    return entry;
  }

  #toggle(open: boolean): void {
    this.#panel.hidden = !open || this.#shown.length === 0;
    this.#count.setAttribute('aria-expanded', String(!this.#panel.hidden));
  }

  #announce(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#announced !== text) byId('live').textContent = text;
      this.#announced = text;
    }, ANNOUNCE_AFTER);
  }
}

/** What is shown of a finding, wherever it is. */
function contentOf(finding: PreviewFinding): readonly string[] {
  return [finding.code, ...linesOf(finding)];
}

function countsOf(findings: readonly PreviewFinding[]): string {
  const count = (...wanted: readonly string[]) => findings.filter((each) => wanted.includes(kindOf(each))).length;
  const counts: readonly (readonly [string, number])[] = [
    [texts.errors, count('error')],
    [texts.warnings, count('warning')],
    [texts.remarks, count('information', 'hint')],
    [texts.suppressed, count('ignored')],
  ];
  const told = counts.filter(([, number]) => number > 0).map(([text, number]) => filled(text, number));
  return told.join(' · ') || texts.none;
}

function signOf(kind: string): HTMLElement {
  const sign = document.createElement('span');
  sign.className = `sign ${kind}`;
  sign.setAttribute('aria-hidden', 'true');
  return sign;
}
