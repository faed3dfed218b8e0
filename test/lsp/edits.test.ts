import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyChanges } from '../../server/src/lsp/text-changes.ts';
import { cleanReport } from '../features/support.ts';
import { EditTrials, wrongText } from '../support/edit-trial.ts';
import { type HostileChange, hostileEdits } from '../support/hostile-edits.ts';

const at = (line: number, character: number) => ({ line, character });
const change = (start: ReturnType<typeof at>, end: ReturnType<typeof at>, text: string): HostileChange => ({
  range: { start, end },
  text,
});

function edited(before: string, ...changes: readonly HostileChange[]): TextDocument {
  return applyChanges(TextDocument.create('file:///a', 'nianbao', 1, before), changes as { text: string }[], 2)
    .document;
}

describe('a change', () => {
  test.each([
    ['past the last line', 'a\nb', change(at(9, 0), at(12, 3), 'c'), 'a\nbc'],
    ['past the end of a line', 'a\nb', change(at(0, 9), at(0, 12), 'c'), 'ac\nb'],
    ['before the text', 'a\nb', change(at(-3, 9), at(0, -2), 'c'), 'ca\nb'],
    ['from its end to its start', 'abc', change(at(0, 2), at(0, 1), '-'), 'a-c'],
    ['between CR and LF', 'a\r\nb', change(at(0, 2), at(0, 2), '-'), 'a-\r\nb'],
    ['that halves a pair', '😀', change(at(0, 1), at(0, 1), '-'), '\ud83d-\ude00'],
  ])('%s', (_, before, sent, after) => expect(edited(before, sent).getText()).toBe(after));

  test.each([
    ['an LF put behind a CR', 'a\rb', change(at(1, 0), at(1, 0), '\n')],
    ['what stood between a CR and an LF taken away', 'a\r-\nb', change(at(1, 0), at(1, 1), '')],
    ['a CR put before an LF', 'a\nb', change(at(0, 1), at(0, 1), '\r')],
  ])('%s makes one line break', (_, before, sent) => {
    const document = edited(before, sent);
    expect([document.getText(), document.lineCount, document.positionAt(3)]).toEqual(['a\r\nb', 2, at(1, 0)]);
  });

  test('without a text or of nonsense changes nothing', () => {
    const nonsense = [null, {}, { text: 3 }, { range: { start: at(0, 0) } }] as unknown as readonly HostileChange[];
    expect(edited('a', ...nonsense).getText()).toBe('a');
  });
});

test('any changes leave the text and its lines as a fresh count has them', () => {
  fc.assert(
    fc.property(hostileEdits([cleanReport, 'a\rb\r\nc\nd']), (notifications) => {
      expect(wrongText('a\r\nb\rc\n\rd', notifications)).toBeNull();
    }),
    { numRuns: 300, seed: 20_240_131 },
  );
});

test('any changes: the server says what a fresh engine says', async () => {
  const trials = await EditTrials.start();
  await fc.assert(
    fc.asyncProperty(hostileEdits([cleanReport]), async (notifications) => {
      expect(await trials.wrongText(cleanReport, notifications)).toBeNull();
    }),
    { numRuns: 60, seed: 20_240_131 },
  );
  trials.end();
});
