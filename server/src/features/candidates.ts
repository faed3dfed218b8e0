// What completion offers, before it is matched with what was typed and written as LSP items.
import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import { canonical } from '../text/canonical.ts';
import { lineBreak } from '../text/line-breaks.ts';
import type { Span } from '../text/span.ts';
import { initials } from './pinyin.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** Stands in an inserted text where something is to be filled in. */
export const blankMark = '\ue000';

export interface Candidate {
  readonly label: string;
  readonly kind: keyof typeof CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** What is inserted, lines parted by LF, with `blankMark`s; the label where absent. */
  readonly insert?: string;
  /** What stands for a blank where the client takes no snippets; nothing where absent. */
  readonly unfilled?: string;
  /** What it replaces. It lies on one line and holds the cursor. */
  readonly span: Span;
  /** Other labels of what it stands for, by which it can be typed as well. */
  readonly otherLabels?: readonly string[];
  /** Short forms that it can be typed by, beside its labels and their pinyin initials: `3.5`. */
  readonly shortForms?: readonly string[];
}

export interface WriteOptions {
  readonly offset: number;
  /** Whether the client takes snippets. */
  readonly snippets: boolean;
  /** Whether documentation is asked for later, item by item. */
  readonly resolvesDocumentation?: boolean;
}

/** Where the documentation of an item is to be found: in the document, asked for at this offset. */
export interface ItemData {
  readonly uri: string;
  readonly offset: number;
}

/** The candidates that fit what was typed, as items that keep their order, those first whose short form was typed. */
export function writeItems(
  snapshot: Snapshot,
  candidates: readonly Candidate[],
  options: WriteOptions,
): CompletionItem[] {
  const typedFor = ({ span }: Candidate): string => snapshot.text.slice(span.start, options.offset);
  const fitting = candidates.filter((candidate) => fits(typedFor(candidate), candidate));
  const [others, named] = [false, true].map((wanted) =>
    fitting.filter((candidate) => isNamed(typedFor(candidate), candidate) === wanted),
  );
  return [...(named ?? []), ...(others ?? [])].map((candidate, order) =>
    itemOf(snapshot, candidate, order, typedFor(candidate), options),
  );
}

/** What a candidate can be typed by. */
function forms(candidate: Candidate): readonly string[] {
  return [...spellings(candidate), ...(candidate.shortForms ?? [])];
}

/** Its labels and their initials, which may be typed with gaps. */
function spellings({ label, otherLabels = [] }: Candidate): readonly string[] {
  return [label, ...otherLabels].flatMap((each) => [canonical(each), initials(each)]);
}

/** Whether the typed text, bars and spacing aside, is a beginning of the candidate or occurs in it in order. */
function fits(typed: string, candidate: Candidate): boolean {
  const wanted = wantedIn(typed);
  if (wanted === '') return true;
  const { shortForms = [] } = candidate;
  return (
    spellings(candidate).some((text) => isSubsequence(wanted, text.toLowerCase())) ||
    shortForms.some((form) => form.startsWith(keyIn(wanted)))
  );
}

function wantedIn(typed: string): string {
  return canonical(typed.replace(/^[\s|]+/, '')).toLowerCase();
}

/** A number of several parts as keys have it, whatever marks part them: an input method writes 3。5 for 3.5. */
function keyIn(wanted: string): string {
  return /^\d/.test(wanted) ? wanted.replace(/(?<=\d)[。、,.]+/g, '.') : wanted;
}

/** Whether what was typed is a short form of the candidate, whole. */
function isNamed(typed: string, { shortForms = [] }: Candidate): boolean {
  return shortForms.includes(keyIn(wantedIn(typed)));
}

function isSubsequence(wanted: string, text: string): boolean {
  let from = 0;
  for (const character of wanted) {
    const found = text.indexOf(character, from);
    if (found < 0) return false;
    from = found + character.length;
  }
  return true;
}

function itemOf(
  snapshot: Snapshot,
  candidate: Candidate,
  order: number,
  typed: string,
  { snippets, offset, resolvesDocumentation = false }: WriteOptions,
): CompletionItem {
  const text = (candidate.insert ?? candidate.label).replaceAll('\n', lineBreak(snapshot.text));
  const asSnippet = snippets && text.includes(blankMark);
  const { label, kind, detail, documentation } = candidate;
  return {
    label,
    kind: CompletionItemKind[kind],
    ...(detail ? { detail } : {}),
    ...(documentation && !resolvesDocumentation ? { documentation } : {}),
    ...(documentation && resolvesDocumentation ? { data: { uri: snapshot.uri, offset } satisfies ItemData } : {}),
    sortText: String(order).padStart(3, '0'),
    filterText: filterText(typed, candidate),
    textEdit: {
      range: rangeOf(snapshot.lines, candidate.span),
      newText: asSnippet ? snippet(text) : text.replaceAll(blankMark, candidate.unfilled ?? ''),
    },
    ...(asSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(text.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
  };
}

/** The client compares this with what stands in the replaced range: so it begins with what was typed, in its very spelling. */
function filterText(typed: string, candidate: Candidate): string {
  const all = [candidate.label, ...forms(candidate)];
  const own = all.some((form) => form.startsWith(typed)) ? [] : [typed];
  return [...new Set([...own, ...all])].join(' ');
}

function snippet(text: string): string {
  let stop = 0;
  return text.replace(/[\\$}]/g, '\\$&').replaceAll(blankMark, () => `$${++stop}`);
}
