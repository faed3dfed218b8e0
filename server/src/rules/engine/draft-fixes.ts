// Prompts of a template written over with what the tables tell.
import { draftParagraphs, draftPlaceAt } from '../../analysis/draft.ts';
import type { Subject } from '../../analysis/subject.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from './rule.ts';

/** How much of a paragraph a title shows. */
const SHOWN = 40;

/** The paragraph that a prompt asks for, written from the tables: one fix for each wording, none where they don't tell it. */
export function draftFixes(subject: Subject, span: Span): readonly Fix[] {
  const place = draftPlaceAt(subject.report, span.start);
  if (!place) return [];
  const next = subject.report.tree.text[span.end];
  return draftParagraphs(subject, place).map((paragraph, index) => {
    const text = next === '。' ? paragraph.slice(0, -1) : paragraph;
    const shown = index === 0 ? '' : paragraph.slice(0, SHOWN);
    return {
      title:
        shown === ''
          ? { zh: '按表格写出这一段', en: 'Write this paragraph from the table' }
          : { zh: `按表格写出这一段：${shown}…`, en: `Write this paragraph from the table: ${shown}…` },
      edits: [{ span, text }],
      certain: false,
    };
  });
}
