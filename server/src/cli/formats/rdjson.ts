import { homepage } from '../../../../package.json';
import type { CheckedFinding } from '../../rules/engine/check.ts';
import { type RenderedFix, render } from '../../rules/engine/render.ts';
import type { Severity } from '../../rules/engine/rule.ts';
import type { Language } from '../../text/language.ts';
import type { Position, Range } from '../../text/line-index.ts';
import type { CheckedFile, OutputFormat } from './format.ts';
import { slashed } from './slashed.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  information: 'INFO',
  hint: 'INFO',
};

export const rdjson: OutputFormat = {
  id: 'rdjson',
  description: {
    zh: 'reviewdog 的 JSON，用于在合并请求里逐行评论',
    en: 'JSON of reviewdog, for comments in a merge request',
  },
  open: ({ language }) => ({
    start: () => `{"source":${JSON.stringify({ name: 'nianbao', url: homepage })},"diagnostics":[`,
    file: (checked) =>
      checked.findings.map((finding) => `\n${JSON.stringify(diagnostic(checked, finding, language))}`).join(','),
    between: ',',
    unreadable: (file, message) =>
      `\n${JSON.stringify({ message, location: { path: slashed(file) }, severity: 'ERROR' })}`,
    end: () => '\n]}\n',
  }),
};

function diagnostic(checked: CheckedFile, finding: CheckedFinding, language: Language): object {
  const { file, lines } = checked;
  const { code, severity, message, range, related, fixes } = render(finding, lines, language);
  const suggestions = fixes.flatMap((fix) => suggestion(checked, fix) ?? []);
  const own = related.filter((each) => each.file === undefined);
  return {
    message,
    location: { path: slashed(file), range: rangeIn(checked, range) },
    severity: severities[severity],
    code: { value: code },
    ...(suggestions.length > 0 ? { suggestions } : {}),
    ...(own.length > 0
      ? {
          related_locations: own.map((each) => ({
            message: each.message,
            location: { path: slashed(file), range: rangeIn(checked, each.range) },
          })),
        }
      : {}),
  };
}

/** A suggestion replaces one stretch: from the first edit to the last. Null for a fix that changes another file, too. */
function suggestion(checked: CheckedFile, { edits }: RenderedFix): object | null {
  const { text, lines } = checked;
  if (edits.some((edit) => edit.file !== undefined)) return null;
  const placed = edits
    .map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const [first] = placed;
  if (!first) return null;
  let at = first.start;
  let replaced = '';
  for (const { start, end, newText } of placed) {
    if (start < at) return null;
    replaced += text.slice(at, start) + newText;
    at = end;
  }
  return { range: rangeIn(checked, lines.rangeOf({ start: first.start, end: at })), text: replaced };
}

function rangeIn(checked: CheckedFile, { start, end }: Range): object {
  return { start: place(checked, start), end: place(checked, end) };
}

/** One-based; a column counts the bytes of UTF-8. */
function place({ text, lines }: CheckedFile, { line, character }: Position): object {
  const start = lines.offsetAt({ line, character: 0 });
  return { line: line + 1, column: Buffer.byteLength(text.slice(start, start + character)) + 1 };
}
