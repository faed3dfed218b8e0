// Who or what a clause speaks of: the body that reports or others, requests for information or of any kind.
import {
  disclosureWord,
  organizationWords,
  otherMatters,
  ownWords,
  someOf,
  subordinates,
  vagueRequests,
} from '../forms/clause-words.ts';
import { type ClauseToken, is } from '../syntax/clause-tokens.ts';
import { anyOf } from '../text/any-of.ts';
import type { ClauseContext } from './clause-context.ts';
import type { ClauseText } from './clause-text.ts';

const SOME = new RegExp(`^${anyOf(someOf)}`);
const OWN = new RegExp(`^${anyOf(ownWords)}`);

/** 部分乡镇, 其他部门; one of several bodies that a paragraph counts for: not all that the report adds up. */
export function isOfOthers(tokens: readonly ClauseToken[], { bodies }: Pick<ClauseContext, 'bodies'>): boolean {
  return tokens.some(
    (token) => is(token, 'subject') && (SOME.test(token.image) || (bodies.size > 1 && bodies.has(token.image))),
  );
}

/** 乡镇: those whose counts the report adds up, where they stand for themselves. */
export function isSubordinate(token: ClauseToken): boolean {
  return is(token, 'subject') && subordinates.includes(token.image);
}

/** The bodies that clauses with a number are about, but for the one that reports where it is called 我局 or 本机关. */
export function bodiesOf(clauses: readonly ClauseText[]): ReadonlySet<string> {
  const counted = clauses.filter(({ tokens }) => tokens.some((token) => is(token, 'number')));
  const subjects = counted.flatMap(({ tokens }) => tokens.filter((token) => is(token, 'subject')));
  const others = subjects.filter((token) => !isOwn(token) && !isSubordinate(token));
  // 乡镇收到3件，部门收到5件: each counts its own.
  const alone = counted.map(({ tokens }) => tokens.filter(isSubordinate)).filter(({ length }) => length === 1);
  const parts = new Set(alone.flatMap((tokens) => tokens.map(({ image }) => image)));
  return new Set([...others.map(({ image }) => image), ...(parts.size > 1 ? parts : [])]);
}

/** 我局, 本机关, 全县. */
export function isOwn({ image }: ClauseToken): boolean {
  return OWN.test(image);
}

/** Whether the requests aren’t said to be for information: 收到申请3件. */
export function isBare(tokens: readonly ClauseToken[]): boolean {
  const requests = tokens.filter((token) => is(token, 'request'));
  return !tokens.some((token) => is(token, 'info')) && !requests.some(isForInformation);
}

/** 依申请公开: a word for requests that says that they are for information. */
export function isForInformation(token: ClauseToken): boolean {
  return is(token, 'request') && token.image.includes(disclosureWord);
}

/** 各类事项, 案件: what isn't called a request. */
export function isOtherMatter(token: ClauseToken): boolean {
  return is(token, 'form') || otherMatters.includes(token.image);
}

/** Whether nothing says that they are for something else: 申请, not 群众申请事项. */
export function isPlain(tokens: readonly ClauseToken[]): boolean {
  return !tokens.some((token) => is(token, 'person') || vagueRequests.includes(token.image));
}

/** 企业提交的申请: those of organizations alone, and no word for anybody else. */
export function isOfOrganizations(tokens: readonly ClauseToken[]): boolean {
  const persons = tokens.filter((token) => is(token, 'person'));
  return persons.length > 0 && persons.every(({ image }) => organizationWords.includes(image));
}
