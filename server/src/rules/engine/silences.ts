import type { Part } from '../../syntax/tree.ts';
import type { Finding } from './rule.ts';
import type { Scope, Suppression } from './suppressions.ts';

/** All suppressions of one code in one scope. */
export interface Silence {
  readonly scope: Scope;
  /** The places of the code in them. */
  readonly codes: readonly Part[];
  /** The first reason that is given, or empty. */
  readonly reason: string;
}

const KINDS: readonly Scope['kind'][] = ['line', 'table', 'file'];

/** A function that gives what silences a finding, the narrowest scope first. */
export function silencesOf(suppressions: readonly Suppression[]): (finding: Finding) => readonly Silence[] {
  const lists = Map.groupBy(merged(suppressions), ({ scope, codes: [code] }) => key(scope.kind, code?.text ?? ''));
  for (const list of lists.values()) list.sort((a, b) => a.scope.start - b.scope.start);
  return ({ code, span }) => KINDS.flatMap((kind) => lookUp(lists.get(key(kind, code)) ?? [], span.start) ?? []);
}

function key(kind: Scope['kind'], code: string): string {
  return `${kind} ${code}`;
}

/** One silence for each code and scope. */
function merged(suppressions: readonly Suppression[]): readonly Silence[] {
  const silences = new Map<string, { scope: Scope; codes: Part[]; reason: string }>();
  for (const { scope, codes, reason } of suppressions) {
    if (!scope) continue;
    for (const code of codes) {
      const id = `${key(scope.kind, code.text)} ${scope.start}`;
      const silence = silences.get(id) ?? { scope, codes: [], reason: '' };
      silence.codes.push(code);
      silence.reason ||= reason;
      silences.set(id, silence);
    }
  }
  return [...silences.values()];
}

/** The one of a sorted list whose scope holds the offset, or null. */
function lookUp(silences: readonly Silence[], offset: number): Silence | null {
  let low = 0;
  let high = silences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((silences[middle]?.scope.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const silence = silences[low - 1];
  return silence && offset <= silence.scope.end ? silence : null;
}
