// The page of a preview: takes what the panel tells it, and tells what its user does.
import type { BlockChange, PreviewFinding, ToPage } from '../src/preview/messages.ts';
import { editableCell } from './cells.ts';
import { Editing } from './editing.ts';
import { Findings } from './findings.ts';
import { byId, host } from './host.ts';
import { Links } from './links.ts';
import { Marks } from './marks.ts';
import { elementOf, patch, setMeasures } from './patch.ts';
import { type Block, Places, partOf } from './places.ts';
import { Scrolling } from './scrolling.ts';
import { Tip } from './tip.ts';
import { Views } from './views.ts';
import { firstPart, Walk } from './walk.ts';

type ChangeMessage = Extract<ToPage, { type: 'change' }>;
type CursorMessage = Extract<ToPage, { type: 'cursor' }>;

const state = { uri: '', locked: false, top: 0, ...host.getState() };
const view = byId('view');
const places = new Places();
const marks = new Marks(view, places);
const links = new Links(places);
const walk = new Walk(view, places, (part) => goToSource(part, true));
const scrolling = new Scrolling(places, (top) => {
  state.top = top;
  save();
});
const tip = new Tip(byId('tip'));
const findings = new Findings({ marks, walk, scrolling, tip, onGo: showSourceOf });
const editing = new Editing(view, {
  walk,
  onEnter: (cell) => goToSource(cell, false),
  onOpen: (cell) => goToSource(cell, true),
  onSay: (cell, message, isError) => {
    byId('live').textContent = message;
    tip.show(cell ?? byId('complete'), isError ? 'error' : 'information', [message]);
  },
});
const views = new Views((chosen) => {
  save();
  host.postMessage({ type: 'view', view: chosen });
});
let cursor: HTMLElement | null = null;
/** Said of a text that the page doesn't show yet. */
let early: CursorMessage | null = null;
let version: number | null = null;
let shown = false;

views.show(host.getState()?.view ?? 'portal');
view.addEventListener('click', ({ target, ctrlKey, metaKey }) => {
  const part = partOf(target);
  if (editableCell(target) && !ctrlKey && !metaKey) return;
  if (part && getSelection()?.isCollapsed !== false) goToSource(part, true);
});
view.addEventListener('focusin', ({ target }) => {
  const part = partOf(target);
  if (part) links.choose(places.spanOf(part));
});
addEventListener('message', ({ data }: MessageEvent<ToPage>) => hear(data));
host.postMessage({ type: 'ready' });

function hear(message: ToPage): void {
  switch (message.type) {
    case 'change':
      change(message);
      break;
    case 'locked':
      state.locked = message.locked;
      save();
      break;
    case 'cursor':
      if (message.version === version) pointAt(message);
      else early = message;
      break;
    case 'edited':
      editing.edited(message);
      break;
    case 'scroll':
      scrolling.toTop(message.offset);
      break;
    case 'finding':
      findings.step(message.step);
      break;
    case 'view':
      if (message.view) views.show(message.view);
      else views.choose(views.view === 'paper' ? 'portal' : 'paper');
      save();
  }
}

/** Puts the change on the page before it is next painted. */
function change(message: ChangeMessage): void {
  const first = !shown;
  const another = shown && state.uri !== message.uri;
  Object.assign(state, { uri: message.uri, locked: message.locked });
  const { findings: marked, from, to, blocks } = message;
  const fit = !message.fresh && to - from === blocks.length && marks.fit(marked, from, to);
  scrolling.keeping(cursor, () => {
    if (!fit) marks.clear();
    replaceBlocks(message);
    places.spans = message.spans;
    if (!fit) marks.apply(marked);
    walk.restore();
    editing.restore();
    cursor?.classList.add('cursor');
  });
  findings.show(marked);
  links.show(message.links);
  version = message.version;
  if (early) pointAt(early);
  early = null;
  shown = true;
  if (first && state.top > 0) scrolling.toTop(state.top);
  if (another) scrolling.quietly(() => scrollTo(0, 0));
  save();
  performance.mark('nianbao:changed', { detail: message.version });
}

function replaceBlocks({ fresh, from, to, blocks }: ChangeMessage): void {
  const end = fresh ? places.blocks.length : to;
  const old = places.blocks.slice(from, end);
  const after = places.blocks[end]?.element ?? view.querySelector('.page-edge');
  const next = blocks.map((block, i) => replaced(old[i] ?? null, block, after));
  for (const { element } of old.slice(next.length)) element.remove();
  places.blocks = [...places.blocks.slice(0, from), ...next, ...places.blocks.slice(end)];
}

/** The block in its new state, on the page. */
function replaced(old: Block | null, { head, tail, middle, cells }: BlockChange, after: Element | null): Block {
  const before = old?.html ?? '';
  const html = before.slice(0, head) + middle + before.slice(before.length - tail);
  if (old && html === before) return { ...old, cellPlaces: cells };
  const wanted = tagOf(html) === tagOf(before) ? null : elementOf(html);
  if (!wanted && old) patch(old.element, before, html);
  else if (wanted && old) old.element.replaceWith(wanted);
  else if (wanted) view.insertBefore(wanted, after);
  const element = wanted ?? old?.element ?? view;
  setMeasures(element);
  return { element, html, cells: [...element.querySelectorAll<HTMLElement>('th, td')], cellPlaces: cells };
}

function tagOf(html: string): string {
  return /^<\w+/.exec(html)?.[0] ?? '';
}

/** Shows where the editor's cursor stands. */
function pointAt({ offset, reveal, focus }: CursorMessage): void {
  const part = places.holds(offset) ? places.partAt(offset) : null;
  if (part !== cursor) cursor?.classList.remove('cursor');
  cursor = part;
  links.choose(part ? { start: offset, end: offset } : null);
  cursor?.classList.add('cursor');
  if (cursor && reveal) scrolling.reveal(cursor);
  if (cursor && focus) walk.focus(firstPart(cursor) ?? cursor);
}

/** Of a paragraph with a finding that is what was found, such as a prompt to write over. */
function goToSource(part: HTMLElement, focus: boolean): void {
  const [number] = marks.at(part);
  const finding = part.matches('.note, p') && number !== undefined ? findings.at(number) : null;
  const span = finding?.span ?? places.spanOf(part) ?? places.nearestSpan(part);
  if (span) host.postMessage({ type: 'source', span, focus });
}

function showSourceOf({ span }: PreviewFinding): void {
  host.postMessage({ type: 'source', span, focus: false });
}

function save(): void {
  const now = { uri: state.uri, locked: state.locked, view: views.view, top: state.top };
  if (JSON.stringify(now) !== JSON.stringify(host.getState())) host.setState(now);
}
