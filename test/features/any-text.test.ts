import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CodeAction, DocumentSymbol, Range } from 'vscode-languageserver-types';
import type { RuleSettings } from '../../server/src/analysis/settings.ts';
import { incomingCalls, outgoingCalls } from '../../server/src/features/call-hierarchy.ts';
import { type ChecklistItem, checklist } from '../../server/src/features/checklist.ts';
import { codeActions, fixAllKind } from '../../server/src/features/code-actions.ts';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { completion } from '../../server/src/features/completion.ts';
import { definition } from '../../server/src/features/definition.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { documentHighlight } from '../../server/src/features/document-highlight.ts';
import { folding } from '../../server/src/features/folding.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { outline } from '../../server/src/features/outline.ts';
import { references } from '../../server/src/features/references.ts';
import { createSnapshot, type Snapshot } from '../../server/src/features/snapshot.ts';
import { summary } from '../../server/src/features/summary.ts';
import { applied, type TextEdit, uri } from './support.ts';

const folders = ['examples', 'test/corpus'].map((name) => join(import.meta.dirname, '../..', name));
const reports = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.nianbao'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

const pieces = [
  '---',
  '\n',
  '\r\n',
  '\t',
  '|',
  '||',
  '# ',
  '//',
  '// nianbao-ignore ',
  '一、',
  '三、收到',
  '（一）',
  '(三) ',
  '1.',
  '\\',
  '年度: 2023',
  '忽略: x',
  '总计',
  '其他',
  '| 行政复议 |',
  '0',
  '-1',
  '１２',
  '无',
  '  ',
  '　',
  '𠮷',
  '\ud800',
  '\u0000',
  '年度报告',
  ': ',
  '$1}',
  '{{',
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom(...reports), fc.nat(), fc.nat(40), fc.array(fc.constantFrom(...pieces), { maxLength: 3 }))
    .map(([text, at, length, parts]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + parts.join('') + text.slice(start + length);
    }),
  fc.tuple(fc.constantFrom(...reports), fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))),
);

function isIn({ lines }: Snapshot, range: Range): boolean {
  return [range.start, range.end].every((place) => {
    const back = lines.positionAt(lines.offsetAt(place));
    return back.line === place.line && back.character === place.character;
  });
}

function checkActions(snapshot: Snapshot, actions: readonly CodeAction[]): void {
  for (const { edit } of actions) {
    const [change] = edit?.documentChanges ?? [];
    if (change && 'edits' in change) applied(snapshot, change.edits as TextEdit[]);
  }
}

function checkSymbols(snapshot: Snapshot, symbols: readonly DocumentSymbol[]): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    expect(name).not.toBe('');
    expect(isIn(snapshot, range) && isIn(snapshot, selectionRange)).toBe(true);
    checkSymbols(snapshot, children);
  }
}

function checkNumbers(
  snapshot: Snapshot,
  place: { readonly offset: number; readonly settings: RuleSettings; readonly language: 'zh' | 'en' },
): void {
  const items = [
    ...(incomingCalls(snapshot, place) ?? []).map(({ from }) => from),
    ...(outgoingCalls(snapshot, place) ?? []).map(({ to }) => to),
  ];
  const within = { start: 0, end: snapshot.text.length };
  const hints = inlayHints(snapshot, { ...place, within, editedLine: null });
  const lenses = codeLenses(snapshot, { ...place, commands: true });
  const ranges = [
    ...lenses.map(({ range }) => range),
    ...items.flatMap(({ range, selectionRange }) => [range, selectionRange]),
    ...hints.map(({ position }) => ({ start: position, end: position })),
  ];
  for (const range of ranges) expect(isIn(snapshot, range)).toBe(true);
}

function checkList(snapshot: Snapshot, items: readonly ChecklistItem[]): void {
  for (const { label, range, children } of items) {
    expect(label).not.toBe('');
    expect(isIn(snapshot, range)).toBe(true);
    checkList(snapshot, children);
  }
}

test('every feature answers any text at any place', async () => {
  const common = {
    settings: { rules: {} },
    relatedInformation: true,
    versionedEdits: true,
    snippetEdits: false,
  } as const;
  await fc.assert(
    fc.asyncProperty(anyText, fc.nat(), fc.constantFrom('zh' as const, 'en' as const), async (text, at, language) => {
      const snapshot = createSnapshot(uri, 1, text);
      const offset = snapshot.lines.offsetAt(snapshot.lines.positionAt(at % (text.length + 1)));
      const place = snapshot.lines.positionAt(offset);
      const options = { ...common, language };
      expect(snapshot.check(common.settings).failures).toEqual([]);
      for (const { range } of diagnostics(snapshot, options)) expect(isIn(snapshot, range)).toBe(true);
      for (const only of [null, [fixAllKind]]) {
        const range = only ? { start: { line: 0, character: 0 }, end: place } : { start: place, end: place };
        const onFailure = (code: string, error: unknown) => expect.fail(`${code}: ${error}`);
        checkActions(snapshot, codeActions(snapshot, { ...options, only, range, commands: true, onFailure }));
      }
      for (const { textEdit } of completion(snapshot, { ...options, offset, snippets: true })) {
        if (!textEdit || !('range' in textEdit)) throw new Error('no edit');
        expect(textEdit.range.start.line).toBe(place.line);
        expect(textEdit.range.end.line).toBe(place.line);
        expect(textEdit.range.start.character).toBeLessThanOrEqual(place.character);
        expect(textEdit.range.end.character).toBeGreaterThanOrEqual(place.character);
      }
      const hovered = await hover(snapshot, { ...options, offset, markdown: true, commandLinks: true });
      if (hovered?.range) expect(isIn(snapshot, hovered.range)).toBe(true);
      const asked = { offset, settings: common.settings, includeDeclaration: true };
      const highlights = documentHighlight(snapshot, asked) ?? [];
      const linked = [...(definition(snapshot, asked) ?? []), ...(references(snapshot, asked) ?? [])];
      for (const { range } of [...highlights, ...linked]) expect(isIn(snapshot, range)).toBe(true);
      checkNumbers(snapshot, { ...asked, language });
      checkSymbols(snapshot, outline(snapshot, options));
      for (const { startLine, endLine } of folding(snapshot, { limit: null })) {
        expect(startLine).toBeLessThan(endLine);
        expect(endLine).toBeLessThan(snapshot.lines.lineCount);
      }
      summary(snapshot, options);
      checkList(snapshot, checklist(snapshot, options).items);
    }),
    { numRuns: 200 },
  );
});
