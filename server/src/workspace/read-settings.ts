// A `nianbao.json` read and checked: what is right holds, what is wrong is told with its place.
import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { Severity } from '../analysis/settings.ts';
import type { Part } from '../syntax/tree.ts';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import type { FileProblem } from './file-problem.ts';
import { properties, readJson, spanOf, wholeOf } from './json-text.ts';
import { readRoster } from './read-roster.ts';
import { levels, type ReadSettings, type SettingsFile, settingsFileName, settingsPlaces } from './settings.ts';
import type { ReadText } from './workspace.ts';

/** What may stand in a settings file. */
export const settingsKeys: readonly string[] = ['extends', 'rules', 'packs', 'roster', 'ignore', 'baseline', '$schema'];
const called: Localized = { zh: settingsFileName, en: settingsFileName };

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

/** The settings file that governs a report: the nearest one. Null where there is none. */
export async function findSettings(path: string, read: ReadText): Promise<SettingsFile | null> {
  for (const place of settingsPlaces(path)) {
    const text = await read(place);
    if (text !== null) return { path: place, text, ...readSettings(text) };
  }
  return null;
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
