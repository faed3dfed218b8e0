// What users set in `nianbao.json`: the file found, read, checked and merged, for every face alike.
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { RuleSettings, Severity } from '../analysis/settings.ts';
import type { Part } from '../syntax/tree.ts';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import type { ReadText } from './workspace.ts';

export const settingsFileName = 'nianbao.json';
/** The UTF-16 units beyond which a settings file is not read. */
export const maxSettingsSize = 1_000_000;

const levels: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
const knownKeys: readonly string[] = ['rules', '$schema'];

/** Something in a settings file that can't be followed; the rest of the file holds all the same. */
export interface SettingsProblem {
  /** Offsets in the file's text. */
  readonly span: Span;
  readonly message: Localized;
}

export interface ReadSettings {
  /** By the codes that the file names, be there such rules or not. */
  readonly settings: RuleSettings;
  /** The places of those codes, quotation marks included. */
  readonly codes: readonly Part[];
  readonly problems: readonly SettingsProblem[];
}

/** A settings file that governs a report. */
export interface SettingsFile extends ReadSettings {
  /** The path or URI that it was read from. */
  readonly path: string;
  readonly text: string;
}

/**
 * The settings that the text of a `nianbao.json` gives: `{"rules": {"<code>": "<severity>｜off"}}`, comments and
 * trailing commas allowed. Never throws: what is wrong becomes a problem with its place, what is right still holds.
 */
export function readSettings(text: string): ReadSettings {
  if (text.length > maxSettingsSize) return nothing([tooLarge()]);
  const errors: ParseError[] = [];
  const root = parsed(text, errors);
  if (root === null) return nothing([tooDeep(text)]);
  const problems: SettingsProblem[] = errors.map(syntaxProblem);
  if (!root) return nothing(problems.length > 0 ? problems : [notAnObject(wholeOf(text))]);
  if (root.type !== 'object') return nothing([...problems, notAnObject(spanOf(root))]);
  for (const [key, , node] of properties(root)) if (!knownKeys.includes(key)) problems.push(unknownKey(key, node));
  const ruleNode = findNodeAtLocation(root, ['rules']);
  if (!ruleNode) return nothing(problems);
  if (ruleNode.type !== 'object') return nothing([...problems, notAnObject(spanOf(ruleNode), 'rules')]);
  const codes = properties(ruleNode).map(([code, , key]): Part => ({ text: code, span: spanOf(key) }));
  return { settings: { rules: readRules(ruleNode, problems) }, codes, problems };
}

function nothing(problems: readonly SettingsProblem[]): ReadSettings {
  return { settings: { rules: {} }, codes: [], problems };
}

/** Undefined where the text holds no value, null where it is nested deeper than the parser can follow. */
function parsed(text: string, errors: ParseError[]): Node | undefined | null {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
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

function readRules(node: Node, problems: SettingsProblem[]): Readonly<Record<string, Severity | 'off'>> {
  const rules: Record<string, Severity | 'off'> = {};
  for (const [code, value, key] of properties(node)) {
    const level = levels.find((candidate) => candidate === value?.value);
    if (!level) problems.push(badSeverity(code, value ?? key));
    else rules[code] = level;
  }
  return rules;
}

/** Each property as its name, its value's node (absent while half-typed) and its name's node. */
function properties(object: Node): readonly (readonly [string, Node | undefined, Node])[] {
  return (object.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    return key ? [[String(key.value), value, key] as const] : [];
  });
}

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

function wholeOf(text: string): Span {
  return { start: 0, end: text.length };
}

function syntaxProblem({ error, offset, length }: ParseError): SettingsProblem {
  return {
    span: { start: offset, end: offset + length },
    message: {
      zh: `${settingsFileName} 不是正确的 JSON，此处有误（${printParseErrorCode(error)}）`,
      en: `${settingsFileName} is not valid JSON here (${printParseErrorCode(error)})`,
    },
  };
}

function tooDeep(text: string): SettingsProblem {
  const message = { zh: `${settingsFileName} 嵌套的层数太多，读不了`, en: `${settingsFileName} is nested too deeply` };
  return { span: wholeOf(text), message };
}

function tooLarge(): SettingsProblem {
  const message = {
    zh: `${settingsFileName} 超过 ${maxSettingsSize} 个字符，没有读`,
    en: `${settingsFileName} has more than ${maxSettingsSize} characters and is not read`,
  };
  return { span: { start: 0, end: 0 }, message };
}

function notAnObject(span: Span, key?: string): SettingsProblem {
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

function unknownKey(key: string, node: Node): SettingsProblem {
  return { span: spanOf(node), message: { zh: `没有「${key}」这一设置`, en: `There is no setting “${key}”` } };
}

function badSeverity(code: string, node: Node): SettingsProblem {
  return {
    span: spanOf(node),
    message: {
      zh: `「${code}」的级别只能是 ${levels.join('、')} 之一`,
      en: `The severity of “${code}” has to be one of ${levels.join(', ')}`,
    },
  };
}
