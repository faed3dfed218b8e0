import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grammarDiagrams } from '../../scripts/grammar-diagrams.ts';
import { clauseLexicon } from '../../server/src/analysis/clause-lexicon.ts';
import { standardForms } from '../../server/src/forms/index.ts';
import { ClauseGrammar } from '../../server/src/syntax/clause-grammar.ts';
import { grammar } from '../../server/src/syntax/grammar.ts';
import { strictXml } from '../support/strict-xml.ts';

const root = join(import.meta.dirname, '../..');
const { vocabulary } = clauseLexicon(standardForms().newest);
const grammars = { lines: grammar, clauses: new ClauseGrammar(vocabulary) };

describe('the diagrams of the grammars (UPDATE=1 npx vitest run test/scripts draws them)', () => {
  test.each(Object.entries(grammars))('%s', (name, parser) => {
    const rules = parser.getSerializedGastProductions();
    const drawn = grammarDiagrams(rules);
    const path = join(root, `docs/images/grammar-${name}.svg`);
    if (process.env.UPDATE === '1') writeFileSync(path, drawn);
    expect(readFileSync(path, 'utf8')).toBe(drawn);
    for (const rule of rules as unknown as readonly { readonly name: string }[]) {
      expect(drawn).toContain(`>${rule.name}</text>`);
    }
    expect(drawn.match(/<svg y=/g)).toHaveLength(rules.length);
    expect(strictXml(drawn)).toBeDefined();
  });
});
