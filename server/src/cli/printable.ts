/** Characters that would steer a terminal or reorder a line: controls, line and paragraph separators, and bidirectional marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be shown.
const STEERING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text with a visible sign for each character that would act on a terminal, of the same number of UTF-16 units. */
export function printable(text: string): string {
  return text.replace(STEERING, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}
