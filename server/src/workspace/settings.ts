// What users set in `nianbao.json`: the file found, read, checked and merged, for every face alike.
import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { RuleSettings, Severity } from '../analysis/settings.ts';
import type { Forms } from '../forms/form.ts';
import type { Part } from '../syntax/tree.ts';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { type FileProblem, maxJsonSize, properties, readJson, spanOf, wholeOf } from './json-text.ts';
import { type Roster, type RosterBody, readRoster } from './roster.ts';
import type { ReadText } from './workspace.ts';

export const settingsFileName = 'nianbao.json';
/** The glob that finds settings files, and the packs that they name, whatever those are called. */
export const settingsGlob = '**/*.json';
/** The UTF-16 units beyond which a settings file is not read. */
export const maxSettingsSize = maxJsonSize;

const levels: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
/** What may stand in a settings file. */
export const settingsKeys: readonly string[] = ['extends', 'rules', 'packs', 'roster', 'ignore', 'baseline', '$schema'];
const called: Localized = { zh: settingsFileName, en: settingsFileName };

export interface ReadSettings {
  /** By the codes that the file names, be there such rules or not. */
  readonly settings: RuleSettings;
  /** The places of those codes, quotation marks included. */
  readonly codes: readonly Part[];
  /** The paths of packs as they are written, relative to the file, with their places. */
  readonly packs: readonly Part[];
  /** The settings files that it goes on from, as it writes their paths, the weakest first. */
  readonly bases: readonly Part[];
  /** Patterns of files, as in a `.gitignore`, that no search of a folder gives. */
  readonly ignore: readonly string[];
  /** The path of the baseline as it is written; null where none is named. */
  readonly baseline: Part | null;
  /** The bodies that have to report; null where none are listed. */
  readonly roster: readonly RosterBody[] | null;
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
  for (const [key, , node] of properties(root)) if (!settingsKeys.includes(key)) problems.push(unknownKey(key, node));
  const at = (key: string): Node | undefined => findNodeAtLocation(root, [key]);
  const list = (key: string, message: Localized): readonly Part[] => readTexts(at(key), message, problems);
  const bases = at('extends')?.type === 'string' ? textPart(at('extends')) : list('extends', notBases);
  const more = {
    packs: list('packs', notPaths),
    bases,
    ignore: list('ignore', notPatterns).map(({ text }) => text),
    baseline: readBaselinePath(at('baseline'), problems),
    roster: readRoster(at('roster'), problems),
  };
  const ruleNode = at('rules');
  if (!ruleNode) return { ...nothing(problems), ...more };
  if (ruleNode.type !== 'object') return { ...nothing([...problems, notAnObject(spanOf(ruleNode), 'rules')]), ...more };
  const codes = properties(ruleNode).map(([code, , key]): Part => ({ text: code, span: spanOf(key) }));
  return { settings: { rules: readRules(ruleNode, problems) }, codes, ...more, problems };
}

function nothing(problems: readonly FileProblem[]): ReadSettings {
  return {
    settings: { rules: {} },
    codes: [],
    packs: [],
    bases: [],
    ignore: [],
    baseline: null,
    roster: null,
    problems,
  };
}

function readBaselinePath(node: Node | undefined, problems: FileProblem[]): Part | null {
  const [part = null] = node?.type === 'string' ? textPart(node) : [];
  if (node && !part) problems.push({ span: spanOf(node), message: notABaseline });
  return part;
}

function textPart(node: Node | undefined): readonly Part[] {
  return node?.value ? [{ text: String(node.value), span: spanOf(node) }] : [];
}

function readTexts(node: Node | undefined, message: Localized, problems: FileProblem[]): readonly Part[] {
  if (!node) return [];
  if (node.type !== 'array') {
    problems.push({ span: spanOf(node), message });
    return [];
  }
  return (node.children ?? []).flatMap((item): readonly Part[] => {
    if (item.type === 'string' && item.value !== '') return textPart(item);
    problems.push({ span: spanOf(item), message });
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

/** Patterns as in a `.gitignore`, relative to the folder of the file that holds them. */
export interface IgnoreList {
  readonly source: string;
  readonly patterns: readonly string[];
}

/** What the nearest settings file says of the folder that it governs. */
export interface Governing {
  /** Its path or URI. */
  readonly path: string;
  /** The bodies that have to report; null where none are listed. */
  readonly listed: Roster | null;
}

/** What is in force for a report: settings, and the forms with the packs that its settings file names. */
export interface InForce {
  readonly settings: RuleSettings;
  readonly forms: Forms;
  /** Null where no settings file governs the report. */
  readonly governing: Governing | null;
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

const notABaseline: Localized = {
  zh: '「baseline」应为基线文件的路径，如 "./基线.json"',
  en: '“baseline” has to be the path of a baseline, such as "./baseline.json"',
};

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

const notPaths: Localized = {
  zh: '「packs」应为补充包的名称或路径：["jilin", "./某省.nianbao-pack.json"]',
  en: '“packs” has to hold names or paths of packs: ["jilin", "./province.nianbao-pack.json"]',
};
const notBases: Localized = {
  zh: '「extends」应为另一份设置文件的路径："../nianbao.json"',
  en: '“extends” has to be the path of another settings file: "../nianbao.json"',
};
const notPatterns: Localized = {
  zh: '「ignore」应为不核对的文件：["草稿/", "*-旧.nianbao"]',
  en: '“ignore” has to hold patterns of files: ["drafts/", "*-old.nianbao"]',
};

function badSeverity(code: string, node: Node): FileProblem {
  return {
    span: spanOf(node),
    message: {
      zh: `「${code}」的级别只能是 ${levels.join('、')} 之一`,
      en: `The severity of “${code}” has to be one of ${levels.join(', ')}`,
    },
  };
}
