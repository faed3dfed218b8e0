import { breaksWithoutSpace } from '../joined-lines.ts';

const SOURCE_SPACE = /[ \t\r\n\f\v]+/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
const FIXED_SPACES = /[ \u00a0\u2002-\u200a\u3000]+/g;

/** The text of a line as a page shows it: white space of the source and indents by fixed spaces become one space or none. */
export function shownText(source: string): string {
  return source
    .replace(SOURCE_SPACE, (space, at: number) =>
      space.includes('\n') && breaksWithoutSpace(source[at - 1] ?? '', source[at + space.length] ?? '') ? '' : ' ',
    )
    .replace(INVISIBLE, '')
    .replace(FIXED_SPACES, ' ')
    .trim();
}
