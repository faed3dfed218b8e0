/** A text on one line: breaks, with all white space around them, become `glue`. */
export function joinedLines(text: string, glue: string): string {
  // An expression for white space around a break would look at each blank of a long run anew.
  if (!/[\r\n]/.test(text)) return text;
  const lines = text.split(/[\r\n]/);
  const last = lines.length - 1;
  return lines
    .map((line, i) => (i === 0 ? line.trimEnd() : i === last ? line.trimStart() : line.trim()))
    .filter((line, i) => i === 0 || line !== '')
    .join(glue);
}
