// A roster from what is there: the bodies of reports, or the names in a table.
import { applyEdits, modify, parse } from 'jsonc-parser';
import { bodyKind } from '../forms/bodies.ts';
import { bodyKey } from '../forms/body-keys.ts';

/** The names of bodies in a table: its column that has most of them; each once, in its order. */
export function namesInRows(rows: readonly (readonly string[])[]): readonly string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? '').filter(isName));
  const best = columns.reduce<readonly string[]>((most, each) => (each.length > most.length ? each : most), []);
  return distinct(best);
}

function isName(text: string): boolean {
  return text !== '' && bodyKind(text) !== null;
}

/** Each body once, as it is first spelt. */
export function distinct(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = bodyKey(name);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export interface WrittenRoster {
  readonly text: string;
  readonly added: readonly string[];
  /** How many bodies it lists in all. */
  readonly count: number;
}

/** The text of a `nianbao.json` with these bodies in its roster: those that are listed stay as they are, comments too. Null where the text is no JSON object. */
export function withRoster(text: string, names: readonly string[]): WrittenRoster | null {
  const source = text.trim() === '' ? '{}\n' : text;
  const errors: object[] = [];
  const value: unknown = parse(source, errors as never[], { allowTrailingComma: true });
  if (errors.length > 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const before = 'roster' in value && Array.isArray(value.roster) ? value.roster : [];
  const listed = new Set(before.flatMap((body: unknown) => nameOf(body) ?? []).map(bodyKey));
  const added = distinct(names).filter((name) => !listed.has(bodyKey(name)));
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  const edit = (now: string, path: (string | number)[], item: unknown, isArrayInsertion: boolean): string =>
    applyEdits(now, modify(now, path, item, { formattingOptions, isArrayInsertion }));
  const started = before.length === 0 ? edit(source, ['roster'], [], false) : source;
  const written = added.reduce(
    (now, name, i) => edit(now, ['roster', before.length + i], { name }, true),
    added.length > 0 ? started : source,
  );
  return { text: written.endsWith('\n') ? written : `${written}\n`, added, count: before.length + added.length };
}

function nameOf(body: unknown): string | null {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null || !('name' in body)) return null;
  return typeof body.name === 'string' ? body.name : null;
}
