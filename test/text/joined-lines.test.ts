import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinedLines } from '../../server/src/text/joined-lines.ts';

it('puts what stands on several lines on one', () => {
  expect(joinedLines('行政 \r\n\u3000许可', '')).toBe('行政许可');
  expect(joinedLines('one\n\n  two', ' ')).toBe('one two');
  expect(joinedLines(' one  two ', ' ')).toBe(' one  two ');
});

it('takes away white space around breaks and nothing else', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\u3000') });
  fc.assert(
    fc.property(text, (each) => {
      expect(joinedLines(each.trim(), '')).toBe(each.trim().replace(/\s*[\r\n]\s*/g, ''));
    }),
  );
});
