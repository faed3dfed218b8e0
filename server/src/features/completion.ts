// Completion: what is still missing at the cursor's place, in the form's order.
import type { CompletionItem } from 'vscode-languageserver-types';
import type { IndexedReport } from '../analysis/indexed-report.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import { isEmpty } from '../syntax/lines.ts';
import type { Language } from '../text/language.ts';
import { type Candidate, writeItems } from './candidates.ts';
import { draftCandidates } from './complete-drafts.ts';
import { frontMatterCandidates, frontMatterStart, isInFrontMatter } from './complete-front-matter.ts';
import { headingCandidates } from './complete-headings.ts';
import { suppressionCandidates } from './complete-suppressions.ts';
import { tableCandidates } from './complete-tables.ts';
import { valueCandidates } from './complete-values.ts';
import { type Place, placeAt, tableAt } from './completion-place.ts';
import type { Snapshot } from './snapshot.ts';

export interface CompletionOptions {
  readonly offset: number;
  readonly language: Language;
  readonly settings: RuleSettings;
  /** Whether the client takes snippets; without them blanks are left empty. */
  readonly snippets: boolean;
  /** The reports of the folder, where `asksForReports` says that they are asked for. */
  readonly reports?: readonly IndexedReport[];
  /** Whether the client asks for the documentation of the item that it shows: the list then goes without. */
  readonly resolvesDocumentation?: boolean;
}

/** The characters at which a client asks without being told to. */
export const triggerCharacters: readonly string[] = ['|', '、', '（', '(', '#', '.'];

/** What can stand at the cursor: complete for the line, so a client may narrow it while the user types on. */
export function completion(snapshot: Snapshot, options: CompletionOptions): CompletionItem[] {
  if (snapshot.tooLarge) return [];
  const place = placeAt(snapshot, options.offset);
  return writeItems(snapshot, candidatesAt(place, options), options);
}

/** The documentation of the item with this label where completion was asked for at the offset; null where there is none. */
export function documentationOf(snapshot: Snapshot, label: string, options: CompletionOptions): string | null {
  if (snapshot.tooLarge) return null;
  const candidates = candidatesAt(placeAt(snapshot, options.offset), options);
  return candidates.find((candidate) => candidate.label === label)?.documentation ?? null;
}

function candidatesAt(place: Place, options: CompletionOptions): readonly Candidate[] {
  const { language } = options;
  if (isInFrontMatter(place)) return frontMatterCandidates(place, options);
  if (place.before.startsWith('//')) return suppressionCandidates(place, options);
  if (place.before.startsWith('\\')) return [];
  const rows = tableCandidates(place, options);
  if (/[|｜\t]/.test(place.before)) return valueCandidates(place) ?? rows;
  const headings = [...headingCandidates(place, language), ...draftCandidates(place, options)];
  const sorted = belongsToTable(place) ? [...rows, ...headings] : [...headings, ...rows];
  return [...frontMatterStart(place, language), ...sorted];
}

/** Whether the next thing here is a table: below one of its rows, or where its part has none yet. */
function belongsToTable(place: Place): boolean {
  const above = place.rest.tree.lines.findLast((line) => !isEmpty(line) && line.span.start < place.line.start);
  return above?.kind === 'row' || tableAt(place)?.table === null;
}
