// The bodies that have to report, as `nianbao.json` lists them under `roster`.
import type { Node } from 'jsonc-parser';
import type { BodyKind } from '../forms/bodies.ts';
import { bodyKey, bodyLevel, bodyLevels, isSameKey, keyEnding } from '../forms/body-keys.ts';
import type { MonthDay } from '../forms/edition.ts';
import type { Part } from '../syntax/tree.ts';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { globIn, isGlob } from './glob.ts';
import { type FileProblem, properties, spanOf } from './json-text.ts';
import { folderOf, keyOf, type Place, placeOf, sourceOf, within } from './places.ts';

/** A body that has to report. */
export interface RosterBody {
  readonly name: string;
  /** Where the name stands in the settings file, quotation marks included. */
  readonly span: Span;
  /** As it is given, else as the name shows it; null where neither tells. */
  readonly level: BodyKind | null;
  /** The path or pattern of its reports, relative to the settings file; null where they are known by the body that they name. */
  readonly file: string | null;
  /** Names, or patterns of names with `*`, of the bodies whose figures it sums up, with their places. */
  readonly children: readonly Part[];
  /** The day of the year after the report's; null where nothing is said. */
  readonly deadline: MonthDay | null;
}

/** The bodies in the order of the file. */
export interface Roster {
  /** The path or URI of the settings file that lists them. */
  readonly source: string;
  readonly bodies: readonly RosterBody[];
}

/** So many bodies of one roster are read, and so many children of each. */
export const mostRosterBodies = 5000;
export const rosterKeys = ['name', 'level', 'file', 'children', 'deadline'] as const;

/** The list under `roster`; what can't be followed is told and left out. Null where there is no list. */
export function readRoster(node: Node | undefined, problems: FileProblem[]): readonly RosterBody[] | null {
  if (!node) return null;
  const say = (at: Node, message: Localized): null => {
    problems.push({ span: spanOf(at), message });
    return null;
  };
  if (node.type !== 'array') return say(node, notAList);
  const bodies: RosterBody[] = [];
  const seen = new Set<string>();
  for (const item of (node.children ?? []).slice(0, mostRosterBodies)) {
    const body = readBody(item, say);
    if (!body) continue;
    const key = bodyKey(body.name);
    if (seen.has(key)) problems.push({ span: body.span, message: listedTwice(body.name) });
    else bodies.push(body);
    seen.add(key);
  }
  const more = node.children?.[mostRosterBodies];
  if (more) say(more, tooMany);
  const listed = listedByName(bodies, ({ name }) => name);
  for (const body of bodies) problems.push(...unknownChildren(body, listed));
  return bodies;
}

type Say = (at: Node, message: Localized) => null;

function readBody(item: Node, say: Say): RosterBody | null {
  if (item.type === 'string' && item.value !== '') return bodyOf(String(item.value), spanOf(item), new Map(), say);
  if (item.type !== 'object') return say(item, notABody);
  const fields = new Map(properties(item).map(([key, value, name]) => [key, { value, name }] as const));
  for (const [key, { name }] of fields) if (!rosterKeys.some((known) => known === key)) say(name, unknownField(key));
  const name = fields.get('name')?.value;
  if (name?.type !== 'string' || String(name.value).trim() === '') return say(name ?? item, notABody);
  return bodyOf(String(name.value).trim(), spanOf(name), fields, say);
}

type Field = { readonly value: Node | undefined; readonly name: Node };

function bodyOf(name: string, span: Span, fields: ReadonlyMap<string, Field>, say: Say): RosterBody {
  const value = (key: string): Node | undefined => fields.get(key)?.value;
  const level = textOf(value('level'), say);
  const isLevel = level === null || bodyLevels.some((each) => each.id === level || each.name.zh === level);
  const levelNode = value('level');
  if (!isLevel && levelNode) say(levelNode, unknownLevel(level));
  const file = textOf(value('file'), say);
  const fileNode = value('file');
  const isRelative = file === null || within(ANYWHERE, file) !== null;
  if (!isRelative && fileNode) say(fileNode, notRelative(file));
  return {
    name,
    span,
    level: bodyLevel(name, level),
    file: isRelative ? file : null,
    children: textsOf(value('children'), say),
    deadline: deadlineOf(value('deadline'), say),
  };
}

/** Deep enough for every way up that a settings file may write. */
const ANYWHERE: Place = { kind: 'posix', root: '', names: Array.from({ length: 64 }, String) };

function textOf(node: Node | undefined, say: Say): string | null {
  if (!node) return null;
  return node.type === 'string' && node.value !== '' ? String(node.value) : say(node, notAText);
}

function textsOf(node: Node | undefined, say: Say): readonly Part[] {
  if (!node) return [];
  if (node.type === 'string') return [{ text: String(node.value), span: spanOf(node) }];
  if (node.type !== 'array') {
    say(node, notNames);
    return [];
  }
  return (node.children ?? []).slice(0, mostRosterBodies).flatMap((each) => {
    if (each.type === 'string' && each.value !== '') return [{ text: String(each.value), span: spanOf(each) }];
    say(each, notNames);
    return [];
  });
}

const MONTH_DAY = /^(\d{1,2})(?:-|月)(\d{1,2})日?$/;

function deadlineOf(node: Node | undefined, say: Say): MonthDay | null {
  if (!node) return null;
  const [, month, day] = (MONTH_DAY.exec(String(node.value)) ?? []).map(Number);
  const isDay = month !== undefined && day !== undefined && month >= 1 && month <= 12 && day >= 1;
  return isDay && day <= new Date(2024, month, 0).getDate() ? { month, day } : say(node, notADay);
}

/** Children that the roster doesn't list: whether they have reported could not be told. */
function unknownChildren({ children }: RosterBody, listed: Listed): readonly FileProblem[] {
  return children
    .filter(({ text }) => !isGlob(text) && listed.of(text).length === 0)
    .map(({ text, span }) => ({ span, message: notListed(text) }));
}

export interface ListedBy<Item> {
  /** Those that a name means: the same spelling, else those that differ by the places above alone. */
  readonly of: (name: string) => readonly Item[];
}

type Listed = ListedBy<RosterBody>;

/** Bodies, or what has one, to be found by names. */
export function listedByName<Item>(items: readonly Item[], nameOf: (item: Item) => string | null): ListedBy<Item> {
  const byEnding = new Map<string, { readonly key: string; readonly item: Item }[]>();
  for (const item of items) {
    const name = nameOf(item);
    if (name === null) continue;
    const key = bodyKey(name);
    const group = byEnding.get(keyEnding(key)) ?? [];
    byEnding.set(keyEnding(key), group);
    group.push({ key, item });
  }
  return {
    of(name) {
      const key = bodyKey(name);
      const group = byEnding.get(keyEnding(key)) ?? [];
      const same = group.filter((each) => each.key === key);
      return (same.length > 0 ? same : group.filter((each) => isSameKey(each.key, key))).map(({ item }) => item);
    },
  };
}

/** The body of a roster that a name means; null where none or more than one does. */
export function rosterBody(roster: Roster, name: string): RosterBody | null {
  const found = listedIn(roster).of(name);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The bodies whose figures one sums up, in the order of the roster; itself never. */
export function rosterChildren(roster: Roster, body: RosterBody): readonly RosterBody[] {
  if (body.children.length === 0) return [];
  const { bodies } = roster;
  const listed = listedIn(roster);
  const named = new Set(body.children.flatMap(({ text }) => (isGlob(text) ? [] : listed.of(text))));
  const globs = body.children.flatMap(({ text }) => (isGlob(text) ? (globIn(NAMES, text) ?? []) : []));
  return bodies.filter(
    (each) => each !== body && (named.has(each) || globs.some(({ holds }) => holds({ ...NAMES, names: [each.name] }))),
  );
}

const byRoster = new WeakMap<Roster, Listed>();

function listedIn(roster: Roster): Listed {
  const listed = byRoster.get(roster) ?? listedByName(roster.bodies, ({ name }) => name);
  byRoster.set(roster, listed);
  return listed;
}

const NAMES: Place = { kind: 'posix', root: '', names: [] };

/** What of a folder's report tells whose it is. */
export interface ReportHead {
  /** The path or URI of its file. */
  readonly source: string;
  readonly body: string | null;
  readonly year: number | null;
}

/** The reports of a body among those of a folder: by their files where the roster says which, else by the body that they name. */
export function reportsOf(
  { source }: Pick<Roster, 'source'>,
  { name, file }: Pick<RosterBody, 'name' | 'file'>,
  heads: { readonly all: readonly ReportHead[]; readonly byName: ListedBy<ReportHead> },
): readonly ReportHead[] {
  if (file === null) return heads.byName.of(name);
  const own = placeOf(source);
  const folder = own && folderOf(own);
  if (!folder) return [];
  const glob = isGlob(file) ? globIn(folder, file) : null;
  const named = glob ? null : within(folder, file);
  const key = named && keyOf(sourceOf(named));
  return heads.all.filter((head) => {
    const place = glob && placeOf(head.source);
    return place ? glob.holds(place) : keyOf(head.source) === key;
  });
}

/** A body of the roster and its reports of one year: none where it hasn't submitted, several where that is doubtful. */
export interface Submission {
  readonly body: RosterBody;
  readonly reports: readonly ReportHead[];
}

/** Who has submitted for a year, in the order of the roster. */
export function submissions(roster: Roster, heads: readonly ReportHead[], year: number): readonly Submission[] {
  const all = heads.filter((head) => head.year === year);
  const ofYear = { all, byName: listedByName(all, ({ body }) => body) };
  return roster.bodies.map((body) => ({ body, reports: reportsOf(roster, body, ofYear) }));
}

const notAList: Localized = {
  zh: '「roster」应为单位名单：[{"name": "青禾镇人民政府"}]',
  en: '“roster” has to be a list of bodies: [{"name": "青禾镇人民政府"}]',
};
const notABody: Localized = {
  zh: '名单里的一个单位要写名称：{"name": "青禾镇人民政府"}',
  en: 'A body of the roster needs its name: {"name": "青禾镇人民政府"}',
};
const notAText: Localized = { zh: '这里要写文字', en: 'This has to be a text' };
const notNames: Localized = {
  zh: '「children」应为所属单位的名称，可以用 *：["青禾镇人民政府", "云岭县*局"]',
  en: '“children” has to hold names of bodies, * is allowed: ["青禾镇人民政府", "云岭县*局"]',
};
const notADay: Localized = {
  zh: '报送期限写月和日：「01-31」，指报告年度的下一年',
  en: 'A deadline is a month and a day of the year after the report’s: “01-31”',
};
const tooMany: Localized = {
  zh: `名单最多 ${mostRosterBodies} 个单位，后面的没有读`,
  en: `A roster holds no more than ${mostRosterBodies} bodies; those from here on are not read`,
};

function notListed(name: string): Localized {
  return { zh: `所属单位「${name}」不在名单里`, en: `The roster doesn’t list “${name}”` };
}

function listedTwice(name: string): Localized {
  return { zh: `「${name}」在名单里重复了`, en: `“${name}” is listed twice` };
}

function unknownField(key: string): Localized {
  return {
    zh: `名单里没有「${key}」这一项，只有 ${rosterKeys.join('、')}`,
    en: `A body of the roster has no “${key}”, only ${rosterKeys.join(', ')}`,
  };
}

function unknownLevel(level: string): Localized {
  const names = bodyLevels.map(({ id, name }) => `${name.zh}（${id}）`).join('、');
  return {
    zh: `没有「${level}」这一层级，只有 ${names}`,
    en: `There is no level “${level}”, only ${bodyLevels.map(({ id, name }) => `${id} (${name.zh})`).join(', ')}`,
  };
}

function notRelative(file: string): Localized {
  return {
    zh: `文件写相对于 nianbao.json 的路径，不能是「${file}」`,
    en: `A file is a path relative to nianbao.json, not “${file}”`,
  };
}
