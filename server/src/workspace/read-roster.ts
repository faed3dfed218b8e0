// The roster of a `nianbao.json` read and checked.

import type { Node } from 'jsonc-parser';
import { bodyKey, bodyLevel, bodyLevels } from '../forms/body-keys.ts';
import type { MonthDay } from '../forms/edition.ts';
import type { Part } from '../syntax/tree.ts';
import type { Localized } from '../text/language.ts';
import { append } from '../text/lists.ts';
import type { Span } from '../text/span.ts';
import type { FileProblem } from './file-problem.ts';
import { isGlob } from './glob.ts';
import { properties, spanOf } from './json-text.ts';
import { type Place, within } from './places.ts';
import { type ListedBy, listedByName, type RosterBody } from './roster.ts';

type Listed = ListedBy<RosterBody>;

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
  for (const body of bodies) append(problems, unknownChildren(body, listed));
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
