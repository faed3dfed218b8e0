// The prose parts of a new report: what is to be written, under last year's sub-headings where there are any.
import type { SectionDefinition } from '../forms/edition.ts';
import type { Form } from '../forms/form.ts';
import { areaPrompts, generalPrompt, placeholder, sectionPrompts } from '../forms/template.ts';
import type { SubsectionLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { numeral } from '../text/chinese-numerals.ts';
import { isHeadingLike, type LastYear, linesOf, type OldSection } from './last-year.ts';

/** A matter that a section has to speak of. */
interface Topic {
  readonly order: number;
  readonly heading: string | null;
  readonly names: readonly string[];
  readonly prompt: string;
}

/** A stretch of a section: a sub-heading, if any, what is to be written, and what last year's report said there. */
interface Slot {
  readonly heading: string | null;
  /** What stands between the sub-heading and the text: 。 ： or a line break. */
  readonly stop: string;
  readonly topics: readonly Topic[];
  readonly old: readonly string[];
}

/** The lines below the heading of a prose section. */
export function proseMarkup(definition: SectionDefinition, edition: Form, last: LastYear | null): readonly string[] {
  const topics = topicsOf(definition, edition);
  const sections = last?.sectionsOf(definition.id) ?? [];
  const [first] = sections;
  const old = first ? oldSlots(first, topics, definition.id === 'overview' || topics.some(isBare)) : [];
  const opening = [
    ...old.filter((slot) => slot.heading === null).flatMap((slot) => slot.old),
    ...sections.slice(1).flatMap(linesOf),
  ];
  const kept = old.filter((slot) => slot.heading !== null);
  const slots = completed(kept, topics);
  const [top] = slots;
  const bare = top?.heading === null ? [slotMarkup({ ...top, old: opening }, 0, last)] : commentsOf(opening, last);
  return [...bare, ...slots.filter(isHeaded).map((slot, i) => slotMarkup(slot, i + 1, last))];
}

function isHeaded({ heading }: Slot): boolean {
  return heading !== null;
}

/** Old text as one block of comments; none where there is none. */
function commentsOf(old: readonly string[], last: LastYear | null): readonly string[] {
  return last && old.length > 0 ? [old.map(last.comment).join('\n')] : [];
}

function isBare(topic: Topic): boolean {
  return topic.heading === null;
}

function topicsOf({ id, table }: SectionDefinition, edition: Form): readonly Topic[] {
  if (table) return [];
  if (id === 'overview') {
    return edition.areas.map((area, order) => ({
      order,
      heading: area.title,
      names: [area.title, ...area.names],
      prompt: areaPrompts[area.id] ?? generalPrompt,
    }));
  }
  return (sectionPrompts[id] ?? []).map(({ heading, names, text }, order) => ({ order, heading, names, prompt: text }));
}

/**
 * Last year's section, cut at those of its sub-headings that may be kept: of a section that is `open` all that read as
 * headings, of another only those that name one of its topics, since others there are last year's content.
 */
function oldSlots(section: OldSection, topics: readonly Topic[], open: boolean): readonly Slot[] {
  const slots: Slot[] = [{ heading: null, stop: '', topics: [], old: [] }];
  const add = (text: string): void => {
    const slot = slots.at(-1);
    if (slot && text !== '') slots[slots.length - 1] = { ...slot, old: [...slot.old, text] };
  };
  const used = new Set<Topic>();
  for (const line of section.lines) {
    if (line.kind !== 'subsection') {
      add(line.text);
      continue;
    }
    const { title, content } = line.node;
    const named = topicsNamed(title.text, topics).filter((topic) => !used.has(topic));
    const kept = isHeadingLike(title.text);
    if (named.length === 0 && !(open && kept)) {
      add(line.text);
      continue;
    }
    for (const topic of named) used.add(topic);
    slots.push({
      heading: kept ? title.text : (named[0]?.heading ?? null),
      stop: stopOf(line.node),
      topics: named,
      old: [],
    });
    add(kept ? content.text.slice(title.text.length + 1).trim() : line.text);
  }
  return slots;
}

function stopOf({ title, content }: SubsectionLine): string {
  return content.text.length > title.text.length ? (content.text[title.text.length] ?? '。') : '\n';
}

/** The topics that a sub-heading names: the one by its own title, else all that it has a word of. */
function topicsNamed(title: string, topics: readonly Topic[]): readonly Topic[] {
  const text = canonical(title);
  const holds = (name: string): boolean => text.includes(canonical(name));
  const byTitle = topics.filter(({ heading }) => heading !== null && holds(heading));
  return byTitle.length > 0 ? byTitle : topics.filter(({ names }) => names.some(holds));
}

/** The kept slots, and one for each topic that none of them is about, in the order of the topics. */
function completed(kept: readonly Slot[], topics: readonly Topic[]): readonly Slot[] {
  const slots = [...kept];
  for (const topic of topics) {
    if (slots.some((slot) => slot.topics.includes(topic))) continue;
    const slot: Slot = { heading: topic.heading, stop: '。', topics: [topic], old: [] };
    const before = slots.findIndex((other) => (other.topics[0]?.order ?? -1) > topic.order);
    if (topic.heading === null) slots.unshift(slot);
    else slots.splice(before < 0 ? slots.length : before, 0, slot);
  }
  return slots.length > 0 ? slots : [{ heading: null, stop: '', topics: [], old: [] }];
}

function slotMarkup({ heading, stop, topics, old }: Slot, ordinal: number, last: LastYear | null): string {
  const prompts = topics.map(({ prompt }) => prompt);
  const text = placeholder(prompts.length > 0 ? prompts.join('；') : generalPrompt);
  const headed = heading === null ? text : `（${numeral(ordinal)}）${heading}${stop}${text}`;
  return [headed, ...commentsOf(old, last)].join('\n');
}
