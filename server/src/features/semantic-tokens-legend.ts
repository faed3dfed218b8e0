// The types and modifiers of semantic tokens, announced before the first is asked for.
import type { SemanticTokensLegend } from 'vscode-languageserver-types';

export const types = [
  'keyword',
  'class',
  'property',
  'number',
  'string',
  'comment',
  'macro',
  'decorator',
  'operator',
] as const;
export const modifiers = [
  'heading',
  'label',
  'group',
  'head',
  'value',
  'total',
  'blank',
  'suppressed',
  'frontMatterKey',
  'conflict',
] as const;

export type Type = (typeof types)[number];
export type Modifier = (typeof modifiers)[number];

/** LSP's predefined types; what they are in a report is a modifier. */
export const tokensLegend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };
