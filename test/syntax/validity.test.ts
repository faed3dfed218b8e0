import { Lexer } from 'chevrotain';
import { expect, test } from 'vitest';
import { Grammar } from '../../server/src/syntax/grammar.ts';
import { inlineVocabulary } from '../../server/src/syntax/inline-vocabulary.ts';
import { modes } from '../../server/src/syntax/tokens.ts';

test('the grammar of lines has no ambiguity', () => {
  expect(() => new Grammar(false)).not.toThrow();
});

test.each([
  ['lines', { modes, defaultMode: 'line' }],
  ['prose', { modes: { inline: [...inlineVocabulary] }, defaultMode: 'inline' }],
])('the tokens of %s are valid', (_, definition) => {
  expect(new Lexer(definition, { ensureOptimizations: true }).lexerDefinitionErrors).toEqual([]);
});
