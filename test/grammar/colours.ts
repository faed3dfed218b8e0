import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const root = join(import.meta.dirname, '../..');
const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');

const registry = new textmate.Registry({
  onigLib: oniguruma.loadWASM(new Uint8Array(readFileSync(wasm)).buffer).then(() => ({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  })),
  loadGrammar: async () => {
    const path = join(root, 'syntaxes/nianbao.tmLanguage.json');
    return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
  },
});

/** The text with each coloured stretch as `[scope:stretch]`; the scope is the innermost, without `.nianbao`. White space and plain cells stay bare. */
export async function colours(text: string): Promise<string> {
  const grammar = await registry.loadGrammar('text.nianbao');
  if (!grammar) throw new Error('no grammar');
  let state = textmate.INITIAL;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    lines.push(
      tokens.map(({ startIndex, endIndex, scopes }) => shown(line.slice(startIndex, endIndex), scopes)).join(''),
    );
  }
  return lines.join('\n');
}

function shown(text: string, scopes: readonly string[]): string {
  const scope = (scopes.at(-1) ?? '').replace(/\.nianbao$/, '');
  const bare = /^(?:text|meta|markup\.heading)\b/.test(scope) || scope === 'comment.line.double-slash meta.suppression';
  return bare || text.trim() === '' ? text : `[${short(scope)}:${text}]`;
}

function short(scope: string): string {
  const names: Readonly<Record<string, string>> = {
    'punctuation.separator.table.cell': 'bar',
    'punctuation.separator.table.rule': 'rule',
    'constant.numeric': 'number',
    'keyword.operator.conflict': 'conflict',
    'constant.language.blank': 'blank',
    'punctuation.definition.heading': 'mark',
    'entity.name.section': 'heading',
    'punctuation.definition.comment': '//',
    'comment.line.double-slash': 'comment',
    'keyword.control.suppression': 'ignore',
    'constant.other.rule-code': 'code',
    'string.unquoted.reason': 'reason',
    'punctuation.separator.key-value': 'colon',
    'support.type.property-name': 'key',
    'string.unquoted': 'value',
    'punctuation.definition.front-matter.begin': 'fence',
    'punctuation.definition.front-matter.end': 'fence',
    'constant.character.escape': 'escape',
    'keyword.other.item': 'item',
  };
  return names[scope] ?? names[scope.split(' ').at(-1) ?? ''] ?? scope;
}
