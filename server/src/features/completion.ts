// Completion: what is still missing at the cursor's place, in the form's order.
import type { CompletionItem } from 'vscode-languageserver-types';
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
}

/** The characters at which a client asks without being told to. */
export const triggerCharacters: readonly string[] = ['|', '、', '（', '(', '#', '.'];

/** What can stand at the cursor: complete for the line, so a client may narrow it while the user types on. */
export function completion(snapshot: Snapshot, options: CompletionOptions): CompletionItem[] {
  if (snapshot.tooLarge) return [];
  const place = placeAt(snapshot, options.offset);
  return writeItems(snapshot, candidatesAt(place, options), options);
}

function candidatesAt(place: Place, options: CompletionOptions): readonly Candidate[] {
  const { language } = options;
  if (isInFrontMatter(place)) return frontMatterCandidates(place, language);
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
