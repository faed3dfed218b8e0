// What users set in `nianbao.json`: the file found, read, checked and merged, for every face alike.
import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { RuleSettings, Severity } from '../analysis/settings.ts';
import type { Forms } from '../forms/form.ts';
import type { Part } from '../syntax/tree.ts';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { type FileProblem, maxJsonSize, properties, readJson, spanOf, wholeOf } from './json-text.ts';
import type { ReadText } from './workspace.ts';

export const settingsFileName = 'nianbao.json';
/** The glob that finds settings files, and the packs that they name, whatever those are called. */
export const settingsGlob = '**/*.json';
/** The UTF-16 units beyond which a settings file is not read. */
export const maxSettingsSize = maxJsonSize;

/** What a rule can be set to. */
export const levels: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
const knownKeys: readonly string[] = ['rules', 'packs', '$schema'];
const called: Localized = { zh: settingsFileName, en: settingsFileName };

export interface ReadSettings {
  /** By the codes that the file names, be there such rules or not. */
  readonly settings: RuleSettings;
  /** The places of those codes, quotation marks included. */
  readonly codes: readonly Part[];
  /** The paths of packs as they are written, relative to the file, with their places. */
  readonly packs: readonly Part[];
  readonly problems: readonly FileProblem[];
}

/** A settings file that governs a report. */
export interface SettingsFile extends ReadSettings {
  /** The path or URI that it was read from. */
  readonly path: string;
  readonly text: string;
}

/**
 * The settings that the text of a `nianbao.json` gives: `{"rules": {"<code>": "<severity>｜off"}, "packs": ["<path>"]}`,
 * comments and trailing commas allowed. Never throws: what is wrong becomes a problem with its place, what is right still holds.
 */
export function readSettings(text: string): ReadSettings {
  const { root, problems: broken } = readJson(text, called);
  if (!root) return nothing(broken.length > 0 ? broken : [notAnObject(wholeOf(text))]);
  if (root.type !== 'object') return nothing([...broken, notAnObject(spanOf(root))]);
  const problems = [...broken];
  for (const [key, , node] of properties(root)) if (!knownKeys.includes(key)) problems.push(unknownKey(key, node));
  const packs = readPacks(findNodeAtLocation(root, ['packs']), problems);
  const ruleNode = findNodeAtLocation(root, ['rules']);
  if (!ruleNode) return { ...nothing(problems), packs };
  if (ruleNode.type !== 'object') return { ...nothing([...problems, notAnObject(spanOf(ruleNode), 'rules')]), packs };
  const codes = properties(ruleNode).map(([code, , key]): Part => ({ text: code, span: spanOf(key) }));
  return { settings: { rules: readRules(ruleNode, problems) }, codes, packs, problems };
}

function nothing(problems: readonly FileProblem[]): ReadSettings {
  return { settings: { rules: {} }, codes: [], packs: [], problems };
}

function readPacks(node: Node | undefined, problems: FileProblem[]): readonly Part[] {
  if (!node) return [];
  if (node.type !== 'array') {
    problems.push(notPaths(node));
    return [];
  }
  return (node.children ?? []).flatMap((item): Part[] => {
    if (item.type === 'string' && item.value !== '') return [{ text: String(item.value), span: spanOf(item) }];
    problems.push(notPaths(item));
    return [];
  });
}

/**
 * The settings in a value that a client sent, such as VS Code's `nianbao.rules`. Entries that name no severity
 * are left out.
 */
export function settingsFrom(value: unknown): RuleSettings {
  const rules: Record<string, Severity | 'off'> = {};
  if (typeof value !== 'object' || value === null) return { rules };
  for (const [code, level] of Object.entries(value)) {
    const known = levels.find((candidate) => candidate === level);
    if (known) rules[code] = known;
  }
  return { rules };
}

/** What is in force for a report: settings, and the forms with the packs that its settings file names. */
export interface InForce {
  readonly settings: RuleSettings;
  readonly forms: Forms;
}

/** Both together; where both speak of a rule, `top` holds. */
export function mergeSettings(base: RuleSettings, top: RuleSettings): RuleSettings {
  return { ...base, ...top, rules: { ...base.rules, ...top.rules } };
}

/**
 * Where the settings of a report may lie, the nearest first: beside it and in every folder above.
 * Takes a URI or an absolute path, with either separator; one that lies in no folder (`untitled:`) has no places.
 */
export function settingsPlaces(path: string): readonly string[] {
  const places: string[] = [];
  const root = /^[a-z][a-z0-9+.-]+:\/\/[^/]*/i.exec(path)?.[0] ?? '';
  let rest = path.slice(root.length);
  for (let cut = lastSeparator(rest); cut >= 0; cut = lastSeparator(rest)) {
    places.push(`${root}${rest.slice(0, cut + 1)}${settingsFileName}`);
    rest = rest.slice(0, cut);
  }
  return places;
}

/** The settings file that governs a report: the nearest one. Null where there is none. */
export async function findSettings(path: string, read: ReadText): Promise<SettingsFile | null> {
  for (const place of settingsPlaces(path)) {
    const text = await read(place);
    if (text !== null) return { path: place, text, ...readSettings(text) };
  }
  return null;
}

function lastSeparator(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
}

function readRules(node: Node, problems: FileProblem[]): Readonly<Record<string, Severity | 'off'>> {
  const rules: Record<string, Severity | 'off'> = {};
  for (const [code, value, key] of properties(node)) {
    const level = levels.find((candidate) => candidate === value?.value);
    if (!level) problems.push(badSeverity(code, value ?? key));
    else rules[code] = level;
  }
  return rules;
}

function notAnObject(span: Span, key?: string): FileProblem {
  return {
    span,
    message: key
      ? { zh: `「${key}」应为一个对象：{"规则代码": "级别"}`, en: `“${key}” has to be an object: {"code": "severity"}` }
      : {
          zh: `${settingsFileName} 应为一个对象：{"rules": {"规则代码": "级别"}}`,
          en: `${settingsFileName} has to hold an object: {"rules": {"code": "severity"}}`,
        },
  };
}

function unknownKey(key: string, node: Node): FileProblem {
  return { span: spanOf(node), message: { zh: `没有「${key}」这一设置`, en: `There is no setting “${key}”` } };
}

function notPaths(node: Node): FileProblem {
  return {
    span: spanOf(node),
    message: {
      zh: '「packs」应为补充包的路径：["./某省.nianbao-pack.json"]',
      en: '“packs” has to hold paths of packs: ["./province.nianbao-pack.json"]',
    },
  };
}

function badSeverity(code: string, node: Node): FileProblem {
  return {
    span: spanOf(node),
    message: {
      zh: `「${code}」的级别只能是 ${levels.join('、')} 之一`,
      en: `The severity of “${code}” has to be one of ${levels.join(', ')}`,
    },
  };
}
