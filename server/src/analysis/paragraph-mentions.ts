// The mentions of one paragraph: its clauses read one after the other, each with what those before have said.

import { restWords, withdrawalWord } from '../forms/clause-words.ts';
import { expiredWords, revisedWords } from '../forms/disclosure-quantities.ts';
import type { Form } from '../forms/form.ts';
import type { Words } from '../forms/words.ts';
import type { Clause } from '../syntax/clause-grammar.ts';
import { type ClauseClass, type ClauseToken, is } from '../syntax/clause-tokens.ts';
import type { Span } from '../text/span.ts';
import { type Breakdown, breakdownsIn } from './breakdowns.ts';
import { has, type Meaning } from './clause-context.ts';
import { type ClauseLexicon, clauseLexicon } from './clause-lexicon.ts';
import { meaningOf } from './clause-meaning.ts';
import { bodiesOf, isOtherMatter } from './clause-subjects.ts';
import { type ClauseText, type SentenceText, sentenceTexts } from './clause-text.ts';
import type { Mention } from './mention.ts';
import { newTopic, type Topic } from './mention-topic.ts';

export type ParagraphMention = Omit<Mention, 'section' | 'paragraph'>;

/** What a paragraph is read with. */
export interface Reader {
  readonly form: Form;
  readonly words: Words;
  readonly year: number;
}

/** What a paragraph says; offsets from its start. */
export interface ParagraphReading {
  readonly mentions: readonly ParagraphMention[];
  readonly breakdowns: readonly Breakdown[];
}

/** What a paragraph says. */
export function readParagraph(text: string, { form, words, year }: Reader): ParagraphReading {
  const lexicon = clauseLexicon(form);
  const sentences = sentenceTexts(text, { lexicon, words, year });
  const topic = newTopic();
  const bodies = bodiesOf(sentences.flatMap(({ clauses }) => clauses));
  if (speaksOfAnswers(sentences, lexicon)) Object.assign(topic, { kind: 'request', unbroken: true });
  const mentions = sentences.flatMap((sentence) => {
    if (sentence.opens) topic.foreign = false;
    topic.listing = false;
    topic.strangersHere = 0;
    topic.disputed = [];
    const leavesSome = sentence.clauses.some(leaves);
    const hasRest = sentence.clauses.some(namesRest);
    const sharedColumns = columnsShared(sentence);
    return sentence.clauses.flatMap((clause, i) =>
      inClause(answered(clause, sentence.clauses[i - 1]), sentence.span, {
        form,
        lexicon,
        topic,
        leavesSome,
        hasRest,
        bodies,
        sharedColumns,
      }),
    );
  });
  return { mentions, breakdowns: breakdownsIn(sentences) };
}

/** 依申请公开的数量：无 as one clause. */
function answered(clause: ClauseText, before: ClauseText | undefined): ClauseText {
  const [only, second] = clause.tokens;
  if (!before || !only || second || !is(only, 'deny')) return clause;
  return { ...clause, tokens: [...before.tokens, only] };
}

/** Whether a paragraph names several answers to requests, so that it is about them from its start. */
function speaksOfAnswers(sentences: readonly SentenceText[], { words }: ClauseLexicon): boolean {
  const answers = sentences.flatMap(({ clauses }) =>
    clauses.flatMap(({ tokens }) => tokens.filter((token) => is(token, 'outcome') && !words.get(token.image)?.weak)),
  );
  return new Set(answers.map(({ image }) => image)).size >= SEVERAL;
}

const SEVERAL = 3;

interface SentenceContext {
  readonly form: Form;
  readonly lexicon: ClauseLexicon;
  readonly topic: Topic;
  readonly leavesSome: boolean;
  readonly hasRest: boolean;
  readonly bodies: ReadonlySet<string>;
  readonly sharedColumns: readonly string[];
}

/** 结转下年, 其余, 撤回: not all were closed. */
function leaves({ tokens }: ClauseText): boolean {
  const carried = has(tokens, 'carry') && !has(tokens, 'last');
  return (
    carried ||
    tokens.some((token) => isRest(token) || token.image.includes(withdrawalWord)) ||
    (has(tokens, 'next') && has(tokens, 'going'))
  );
}

/** 其余3件: what was closed is counted of those named before. */
function namesRest({ tokens }: ClauseText): boolean {
  return tokens.some(isRest);
}

function isRest({ image }: ClauseToken): boolean {
  return restWords.includes(image);
}

/** The columns that revised or expired documents count in, where a sentence names some. */
function columnsShared({ clauses }: SentenceText): readonly string[] {
  const says = (words: readonly string[]) =>
    clauses.some(({ tokens }) => tokens.some(({ image }) => words.some((word) => image.includes(word))));
  return [...(says(revisedWords) ? ['made'] : []), ...(says(expiredWords) ? ['repealed'] : [])];
}

function inClause(text: ClauseText, sentence: Span, context: SentenceContext): readonly ParagraphMention[] {
  const { tokens, inBrackets } = text;
  const { topic, lexicon } = context;
  if (has(tokens, 'comparison')) return numbersOf(tokens, sentence, null);
  const before = topic.foreign;
  timeOf(tokens, topic);
  if (!saysSomething(tokens)) {
    follow(tokens, topic);
    return [];
  }
  if (has(tokens, 'including')) topic.listing = true;
  const clause = lexicon.read(tokens);
  const meaning = clause && meaningOf(clause, { ...context, inBrackets });
  const silent = topic.foreign || topic.part || has(tokens, 'wider');
  if (inBrackets) topic.foreign = before;
  const said = clause?.kind ?? 'count';
  const found =
    said === 'none' || said === 'all' || said === 'rate'
      ? wordsOf(tokens, sentence, said, silent ? null : meaning)
      : numbersOf(tokens, sentence, silent ? null : meaning);
  if (meaning) Object.assign(topic, { unbroken: true }, meaning.topic);
  else if (!inBrackets && !(topic.kind && isRemainder(clause))) lose(tokens, topic);
  if (topic.kind === 'request') topic.informed = true;
  return found;
}

/** Whose time a clause speaks of: another year holds to the end of the sentence, a part of this one until all of it is named. */
function timeOf(tokens: readonly ClauseToken[], topic: Topic): void {
  if (has(tokens, 'part')) topic.part = true;
  else if (has(tokens, 'time')) topic.part = false;
  const carried = has(tokens, 'carry') || has(tokens, 'going');
  if (has(tokens, 'foreign') || ((has(tokens, 'last') || has(tokens, 'next')) && !carried)) topic.foreign = true;
  else if (has(tokens, 'time')) topic.foreign = false;
}

function saysSomething(tokens: readonly ClauseToken[]): boolean {
  return ['number', 'percent', 'deny', 'all'].some((name) => has(tokens, name as ClauseClass));
}

/** A clause without a number: a heading, or prose. */
function follow(tokens: readonly ClauseToken[], topic: Topic): void {
  if (has(tokens, 'other')) {
    topic.kind = null;
    topic.strangers++;
    topic.strangersHere++;
    return;
  }
  const about = tokens.findLast((token) => is(token, 'request') || is(token, 'document'));
  topic.unbroken = topic.unbroken && !has(tokens, 'unknown');
  if (!about || topic.kind === 'request') return;
  topic.kind = is(about, 'request') ? 'request' : 'document';
  topic.unbroken = true;
}

/** 共106件, 其中44件已办结: counts of what is already spoken of. */
function isRemainder(clause: Clause | null): boolean {
  return clause?.noun === null && has(clause.tokens, 'number') && !clause.tokens.some(isOtherMatter);
}

/** What can't be one of the answers to requests. */
const STRANGE: readonly ClauseClass[] = ['other', 'document', 'publishVerb', 'decision', 'dispute', 'subject', 'time'];

/** After a clause that isn't understood nothing is taken for granted. */
function lose(tokens: readonly ClauseToken[], topic: Topic): void {
  const counts = has(tokens, 'number');
  if (has(tokens, 'dispute')) topic.informed = false;
  if (counts && topic.kind === 'request' && isByChannel(tokens)) {
    topic.unbroken = false;
    return;
  }
  if (counts && topic.listing && topic.kind === 'request' && !STRANGE.some((name) => has(tokens, name))) {
    topic.unbroken = false;
    return;
  }
  if (!counts && tokens.some((token) => is(token, 'all')) && !has(tokens, 'percent')) return;
  topic.unbroken = false;
  if (counts || has(tokens, 'other')) {
    topic.kind = null;
    topic.strangers++;
    topic.strangersHere++;
  }
}

/** 网络申请3件: some of the requests that are spoken of. */
function isByChannel(tokens: readonly ClauseToken[]): boolean {
  return (
    has(tokens, 'channel') &&
    has(tokens, 'request') &&
    tokens.every((token) => OF_CHANNEL.some((name) => is(token, name)))
  );
}

const OF_CHANNEL: readonly ClauseClass[] = [
  ...(['channel', 'request', 'info', 'number', 'counter', 'adverb', 'of', 'and', 'including', 'through'] as const),
];

function numbersOf(
  tokens: readonly ClauseToken[],
  sentence: Span,
  meaning: Meaning | null,
): readonly ParagraphMention[] {
  return tokens.flatMap((token, i): ParagraphMention[] => {
    const isPercent = is(token, 'percent');
    if (!isPercent && !is(token, 'number')) return [];
    const after = tokens.slice(i + 1).findIndex((next) => !is(next, 'more') && !is(next, 'wan'));
    const counter = after < 0 ? undefined : tokens[i + 1 + after];
    const unit = isPercent ? '%' : counter && is(counter, 'counter') ? counter.image : null;
    if (!meaning && unit === null) return [];
    const between = tokens.slice(i + 1, after < 0 ? undefined : i + 1 + after);
    const before = tokens[i - 1];
    const large = between.some(({ image }) => image.includes('万'));
    const value = token.payload.value;
    const approx = between.some((each) => is(each, 'more')) || (before !== undefined && is(before, 'approximately'));
    return [
      {
        span: spanOf(token, token),
        sentence,
        says: 'number',
        value: value === null ? null : large ? value * 10_000 : value,
        unit,
        approx,
        weak: meaning?.weak ?? false,
        readings: meaning?.readings ?? [],
      },
    ];
  });
}

function wordsOf(
  tokens: readonly ClauseToken[],
  sentence: Span,
  said: 'none' | 'all' | 'rate',
  meaning: Meaning | null,
): readonly ParagraphMention[] {
  const classes: readonly ClauseClass[] =
    said === 'none' ? ['deny', 'deniedVerb'] : said === 'all' ? ['all'] : ['rate', 'link', 'percent'];
  const start = tokens.findIndex((token) => classes.some((name) => is(token, name)));
  const first = tokens[start];
  if (!first) return [];
  const rest = tokens.slice(start);
  const length = rest.findIndex((token) => !classes.some((name) => is(token, name)));
  const last = (length < 0 ? rest.at(-1) : rest[length - 1]) ?? first;
  return [
    {
      span: spanOf(first, last),
      sentence,
      says: said === 'none' ? 'none' : 'all',
      value: said === 'none' ? 0 : null,
      unit: null,
      approx: false,
      weak: meaning?.weak ?? false,
      readings: meaning?.readings ?? [],
    },
  ];
}

function spanOf(first: ClauseToken, last: ClauseToken): Span {
  return { start: first.startOffset, end: (last.endOffset ?? last.startOffset) + 1 };
}
