import type { SectionDefinition } from '../forms/edition.ts';
import type { Forms } from '../forms/form.ts';
import { append, greatest } from '../text/lists.ts';
import { HEADING } from './costs.ts';
import { type Stream, Strength, spelt } from './stream.ts';
import { termsOf } from './terms.ts';

/** Where a heading of the form may stand, from its number to the end of its title. */
export interface TitlePlace {
  readonly from: number;
  readonly to: number;
  readonly section: SectionDefinition;
  readonly cost: number;
}

const NUMBER = /[〇零一二两三四五六七八九十]{1,3}[,.]/y;
const SENTENCE_END = /[。!?:.)\]》>)\d日]/;
const OPENED = /[“‘「『《〈(（]/;
/** The longest title that is told by its words alone. */
const LONGEST = 40;
const LONGEST_TAIL = 6;

/** Every place in a stream where the title of a part may stand behind its number. */
export function titlePlaces(stream: Stream, forms: Forms): readonly TitlePlace[] {
  const places: TitlePlace[] = [];
  const terms = termsOf(forms);
  for (let at = stream.text.indexOf(','); at >= 0; at = stream.text.indexOf(',', at + 1)) {
    const from = numberBefore(stream.text, at);
    if (from === null) continue;
    const start = at + 1;
    const own = startCost(stream, from, forms);
    let found = false;
    terms.titles.match(stream.text, start, (to, sections) => {
      found = true;
      for (const section of sections) places.push({ from, to, section, cost: HEADING.known + own });
    });
    if (!found) append(places, placesByWords(stream, from, start, own, forms));
  }
  return places;
}

function numberBefore(text: string, mark: number): number | null {
  for (let length = 3; length >= 1; length--) {
    const from = mark - length;
    NUMBER.lastIndex = from;
    if (from >= 0 && NUMBER.exec(text)?.[0].length === length + 1) return from;
  }
  return null;
}

/** What speaks against a heading that begins at a place. */
function startCost(stream: Stream, from: number, forms: Forms): number {
  if (from === 0 || (stream.border[from] ?? 0) >= Strength.space) return 0;
  const source = stream.tokens[stream.token[from] ?? 0]?.text ?? '';
  const before = source.slice(Math.max(0, (stream.offset[from] ?? 0) - 10), stream.offset[from]);
  if (OPENED.test(before.slice(-1))) return HEADING.quoted;
  const isEnd = SENTENCE_END.test(stream.text.charAt(from - 1)) || forms.words.endsAsTitle(before);
  return isEnd ? 0 : HEADING.inside;
}

/** Titles in other wordings: all key words of a section, before the next sentence mark. */
function placesByWords(stream: Stream, from: number, start: number, cost: number, forms: Forms): readonly TitlePlace[] {
  const window = titleWindow(stream, start, forms);
  const { tails, sections } = forms.derived(titleWords);
  const { connectives } = forms.words;
  return sections.flatMap(({ section, keywords }) => {
    const ends = keywords.flatMap((words) => {
      const places = words.map((word) => window.indexOf(word));
      return places.includes(-1) ? [] : [greatest(words.map((word, i) => (places[i] ?? 0) + word.length))];
    });
    const [end] = ends;
    if (end === undefined) return [];
    const rest = window.slice(end, end + LONGEST_TAIL);
    const isWhole =
      tails.some((each) => window.endsWith(each, end)) && !connectives.some((word) => rest.startsWith(word));
    const further = isWhole ? [] : tails.filter((each) => rest.includes(each));
    const tail = greatest([0, ...further.map((each) => rest.indexOf(each) + each.length)]);
    return [{ from, to: start + end + tail, section, cost: HEADING.byWords + cost }];
  });
}

/** What stands before the next mark of a sentence, strong border or title of the form. */
function titleWindow({ text, border }: Stream, start: number, forms: Forms): string {
  let end = start;
  while (end < text.length && end < start + LONGEST && !/[。!?:()]/.test(text.charAt(end))) {
    if (end > start && (border[end] ?? 0) >= Strength.cell) break;
    const next = text.charAt(end) === ',' ? numberBefore(text, end) : null;
    if (next !== null && next > start && isTitle(text, end + 1, forms)) return text.slice(start, next);
    end++;
  }
  return text.slice(start, end);
}

function isTitle(text: string, start: number, forms: Forms): boolean {
  let found = false;
  termsOf(forms).titles.match(text, start, () => {
    found = true;
  });
  return found;
}

interface TitleWords {
  readonly sections: readonly {
    readonly section: SectionDefinition;
    readonly keywords: readonly (readonly string[])[];
  }[];
  /** What titles end in. */
  readonly tails: readonly string[];
}

function titleWords({ all }: Forms): TitleWords {
  const sections = new Map<string, TitleWords['sections'][number]>();
  const tails = new Set<string>();
  for (const form of all) {
    for (const section of form.sections) {
      sections.set(section.id, { section, keywords: section.keywords.map((words) => words.map(spelt)) });
      for (const title of [section.title, ...section.variants]) tails.add(spelt(title.slice(-2)));
    }
  }
  return { sections: [...sections.values()], tails: [...tails] };
}
