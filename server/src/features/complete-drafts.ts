// Completion in prose: the standard sentences, written from the tables.

import { draft, draftPlaceAt, unknown } from '../analysis/draft.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import type { Language } from '../text/language.ts';
import { greatest } from '../text/lists.ts';
import { blankMark, type Candidate } from './candidates.ts';
import type { Place } from './completion-place.ts';

/** How much of a sentence its label shows. */
const SHOWN = 32;
/** What stands for a number that no table tells: a placeholder that is found when it is left. */
const UNFILLED = '××';

/** The sentences of the area or the section that the cursor stands in; none where the line goes on behind it, or in a table. */
export function draftCandidates(
  { snapshot, offset, line, textStart, after }: Place,
  { language, settings }: { readonly language: Language; readonly settings: RuleSettings },
): readonly Candidate[] {
  const place = draftPlaceAt(snapshot.report, offset);
  if (!place || after.trim() !== '') return [];
  const written = snapshot.text.slice(textStart, offset);
  const stop = greatest(['。', '：', ':', '；'].map((mark) => written.lastIndexOf(mark)));
  const span = { start: textStart + stop + 1, end: line.end };
  return draft(snapshot.subject(settings), place).flatMap(({ sentence, texts }) =>
    texts.map((text): Candidate => {
      const shown = text.replaceAll(unknown, '＿');
      return {
        label: shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown,
        kind: 'Snippet',
        detail: sentence.name[language],
        documentation: shown,
        insert: text.replaceAll(unknown, blankMark),
        unfilled: UNFILLED,
        span,
        shortForms: [sentence.shortForm, sentence.name.zh],
      };
    }),
  );
}
