/** A canonical label without the note in brackets at its end, brackets within it included; the label itself where it has none. */
export function withoutNote(label: string): string {
  if (!label.endsWith(')')) return label;
  let depth = 0;
  for (let i = label.length - 1; i >= 0; i--) {
    const character = label.charAt(i);
    if (character === ')') depth++;
    else if (character === '(' && --depth === 0) return label.slice(0, i);
  }
  return label;
}
