/** What a text holds without showing it: soft hyphens, marks of width and direction, control characters but white space. */
const INVISIBLE = /\p{Cf}|(?![\t-\r])\p{Cc}/gu;
/** Characters of a font's own beside a digit; elsewhere they may be rare characters of a name. */
const STRAY = /(?<=[0-9０-９])\p{Co}+|\p{Co}+(?=[0-9０-９])/gu;

/** A text as its reader sees it. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '').replace(STRAY, '');
}
