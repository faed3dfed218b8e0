// Paragraphs found again in text that stands on one line.

/** What begins a paragraph: （一）, 一、, 1., ● and the like. */
const NUMBER = /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|[•·◆●■])/;
const SENTENCE_END = /[。！？!?；;：:]["”’）)]?$/;
const STOP = /[。！？!?]["”’）)]?$/;

/**
 * The paragraphs of a text that lost its line ends: one begins before a number behind the end of a sentence, and where white
 * space stands behind one. The paragraphs put together are the text but for that white space.
 */
export function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = [];
  let from = 0;
  for (const at of placesOf(text)) {
    const before = text.slice(from, at);
    if (before.trim() === '' || !begins(before, text.slice(at, at + 8))) continue;
    paragraphs.push(before.trim());
    from = at;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? paragraphs : [...paragraphs, rest];
}

/** Where a paragraph may begin: before a number, and behind white space. */
function placesOf(text: string): readonly number[] {
  return [...text.matchAll(/(?<=[。！？!?；;：:”’）)])\s*(?=\S)|(?<=\s)(?=\S)/g)].map(
    ({ index, 0: space }) => index + space.length,
  );
}

function begins(before: string, after: string): boolean {
  const closed = before.trimEnd();
  const isParted = closed.length < before.length;
  if (NUMBER.test(after))
    return (
      isParted || (/^[（(一二三四五六七八九十]/.test(after) ? SENTENCE_END : /[。！？!?；;：:]["”’]?$/).test(closed)
    );
  return isParted && STOP.test(closed);
}
