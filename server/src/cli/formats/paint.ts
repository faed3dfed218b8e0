import type { Severity } from '../../rules/engine/rule.ts';

export type Style = 'strong' | 'faint' | Severity;

const codes: Readonly<Record<Style, string>> = {
  strong: '1',
  faint: '2',
  error: '1;31',
  warning: '1;33',
  information: '1;36',
  hint: '36',
};

/** Gives a text its style, or leaves it plain. */
export type Paint = (style: Style, text: string) => string;

export function painter(color: boolean): Paint {
  return color ? (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m` : (_style, text) => text;
}
