// The findings that are known already, as `nianbao desk --write-baseline` writes them: whoever reads them is shown what is new.
import type { Localized } from '../text/language.ts';
import { properties, readJson } from './json-text.ts';

const called: Localized = { zh: '基线文件', en: 'the baseline' };

/** A finding that is known: its key (`fingerprints`), and whose it is, for people. */
export interface KnownFinding {
  readonly key: string;
  readonly about: string;
}

/** The keys in the text of a baseline; null where it is none. */
export function readBaseline(text: string): ReadonlySet<string> | null {
  const { root } = readJson(text, called);
  const findings = root?.type === 'object' ? properties(root).find(([key]) => key === 'findings')?.[1] : undefined;
  return findings?.type === 'object' ? new Set(properties(findings).map(([key]) => key)) : null;
}

/** The text of a baseline: the same for the same findings in whatever order. */
export function baselineText(findings: readonly KnownFinding[]): string {
  const sorted = findings.toSorted((a, b) => compare(a.about, b.about) || compare(a.key, b.key));
  return `${JSON.stringify({ findings: Object.fromEntries(sorted.map(({ key, about }) => [key, about])) }, null, 2)}\n`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
