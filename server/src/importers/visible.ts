/** What a text holds without showing it: soft hyphens, marks of width and direction, control characters but white space. */
const INVISIBLE = /\p{Cf}|(?![\t-\r])\p{Cc}/gu;
/** Characters of a font's own. */
const PRIVATE = /\p{Co}+/gu;
const DIGIT = /[0-9０-９]/;

/** A text as its reader sees it, without a font's own characters beside digits; elsewhere they may be rare ones of a name. */
export function visible(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(PRIVATE, (run, at: number, whole: string) =>
      DIGIT.test(whole.charAt(at - 1) + whole.charAt(at + run.length)) ? '' : run,
    );
}
