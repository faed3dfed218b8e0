// What users set in `nianbao.json`: the file found, read, checked and merged, for every face alike.
import type { RuleSettings, Severity } from '../analysis/settings.ts';
import type { Forms } from '../forms/form.ts';
import type { Part } from '../syntax/tree.ts';
import type { FileProblem } from './file-problem.ts';
import { maxJsonSize } from './file-problem.ts';
import type { Roster, RosterBody } from './roster.ts';

export const settingsFileName = 'nianbao.json';
/** The glob that finds settings files, and the packs that they name, whatever those are called. */
export const settingsGlob = '**/*.json';
/** The UTF-16 units beyond which a settings file is not read. */
export const maxSettingsSize = maxJsonSize;

/** What a rule may be set to. */
export const levels: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
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

function lastSeparator(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
}
