// A pack read from JSON: what is right is taken, what is wrong becomes a problem with its place.
import type { Localized } from '../text/language.ts';
import { rowTrouble, withPack } from './apply-packs.ts';
import type { TableDefinition } from './edition.ts';
import {
  maxPackRows,
  type Pack,
  type PackHeadings,
  type PackLabels,
  type PackProblem,
  type PackRow,
  type PackScope,
  type PackSeverity,
  packSeverities,
} from './pack.ts';
import { standardForms } from './standard.ts';
import { type WordList, wordLists } from './words.ts';

export interface ReadPack {
  /** Null where the text is no JSON object. */
  readonly pack: Pack | null;
  readonly problems: readonly PackProblem[];
}

const KEYS: readonly string[] = [
  '$schema',
  'name',
  'applies',
  'rows',
  'labels',
  'headings',
  'words',
  'limits',
  'rules',
];

/** Reads a pack from its JSON, as a text or parsed. Never throws. */
export function parsePack(source: unknown): ReadPack {
  const reader = new PackReader();
  const value = typeof source === 'string' ? parsed(source) : source;
  const root = asObject(value);
  if (!root) return { pack: null, problems: [{ path: '', message: notJson }] };
  return { pack: reader.pack(root), problems: reader.problems };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function asObject(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

const notJson: Localized = { zh: '不是JSON对象', en: 'not a JSON object' };

class PackReader {
  readonly problems: PackProblem[] = [];
  readonly #places = new Map<PackRow, string>();
  #name = '';

  pack(root: Fields): Pack {
    for (const key of Object.keys(root)) if (!KEYS.includes(key)) this.#unknown(key);
    this.#name = this.#text(root, 'name', '') ?? '';
    const pack: Pack = {
      name: this.#name,
      applies: this.#scope(root.applies),
      rows: this.#each(root, 'rows', (fields, path) => this.#row(fields, path)),
      labels: this.#each(root, 'labels', (fields, path) => this.#labels(fields, path)),
      headings: this.#each(root, 'headings', (fields, path) => this.#headings(fields, path)),
      words: this.#words(root.words),
      limits: this.#entries(root.limits, 'limits', isLimit, limitMessage, (id) => sectionExists(id)),
      rules: this.#entries(root.rules, 'rules', isSeverity, severityMessage, () => true),
    };
    return { ...pack, rows: this.#placed(pack) };
  }

  #say(path: string, message: Localized): null {
    this.problems.push({ path, message });
    return null;
  }

  #unknown(path: string): null {
    return this.#say(path, { zh: `不认识「${path}」`, en: `“${path}” isn’t known` });
  }

  #text(fields: Fields, key: string, at: string): string | null {
    const value = fields[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    return this.#say(join(at, key), { zh: `「${key}」要写文字`, en: `“${key}” has to be a text` });
  }

  /** The texts under a key; none where it is absent. One text stands for a list of one. */
  #texts(fields: Fields, key: string, at: string): readonly string[] {
    const value = fields[key];
    if (value === undefined) return [];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = list.filter((each): each is string => typeof each === 'string' && each.trim() !== '');
    if (texts.length < list.length)
      this.#say(join(at, key), { zh: `「${key}」只能是文字`, en: `“${key}” may hold texts only` });
    return texts;
  }

  #each<Item>(root: Fields, key: string, read: (fields: Fields, path: string) => Item | null): readonly Item[] {
    const value = root[key];
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.#say(key, { zh: `「${key}」要写成列表`, en: `“${key}” has to be a list` });
      return [];
    }
    return value.flatMap((each: unknown, i): Item[] => {
      const path = `${key}[${i}]`;
      const fields = asObject(each);
      const item = fields ? read(fields, path) : this.#say(path, notJson);
      return item === null ? [] : [item];
    });
  }

  #scope(value: unknown): PackScope {
    const fields = value === undefined ? {} : asObject(value);
    if (!fields) this.#say('applies', notJson);
    const years = fields?.years === undefined ? null : asObject(fields.years);
    const { first, last = null } = years ?? {};
    const isRange = isYear(first) && (last === null || isYear(last));
    if (fields?.years !== undefined && !isRange)
      this.#say('applies.years', {
        zh: '年度写成 {"first": 2021, "last": 2024}',
        en: 'years are {"first": 2021, "last": 2024}',
      });
    return {
      bodies: this.#texts(fields ?? {}, 'bodies', 'applies'),
      years: isYear(first) && (last === null || isYear(last)) ? { first, last } : null,
    };
  }

  #row(fields: Fields, path: string): PackRow | null {
    const [table, after, id, label] = ['table', 'after', 'id', 'label'].map((key) => this.#text(fields, key, path));
    if (!table || !after || !id || !label) return null;
    if (tablesOf(table).length === 0) return this.#unknownTable(table, path);
    const { parent } = fields;
    const short = fields.short === undefined ? null : this.#text(fields, 'short', path);
    const row: PackRow = {
      editions: this.#texts(fields, 'editions', path),
      table,
      after,
      id,
      label,
      ...(short === null ? {} : { short }),
      aliases: this.#texts(fields, 'aliases', path),
      ...this.#ownBlock(fields, path),
      ...(parent === null || typeof parent === 'string' ? { parent } : {}),
      description: descriptionOf(fields.description, label),
    };
    this.#places.set(row, path);
    return row;
  }

  #ownBlock(fields: Fields, path: string): Pick<PackRow, 'columns' | 'header'> {
    if (fields.columns === undefined) return {};
    const columns = this.#texts(fields, 'columns', path);
    const header = fields.header === undefined ? this.#name : this.#text(fields, 'header', path);
    return columns.length > 0 ? { columns, ...(header === null ? {} : { header }) } : {};
  }

  #unknownTable(table: string, path: string): null {
    return this.#say(join(path, 'table'), { zh: `没有「${table}」这张表`, en: `there is no table “${table}”` });
  }

  #labels(fields: Fields, path: string): PackLabels | null {
    const table = this.#text(fields, 'table', path);
    const of = fields.column === undefined ? 'row' : 'column';
    const id = this.#text(fields, of, path);
    if (!table || !id) return null;
    const tables = tablesOf(table);
    if (tables.length === 0) return this.#unknownTable(table, path);
    if (!tables.some((each) => (of === 'row' ? each.line(id) : each.column(id))))
      return this.#say(join(path, of), { zh: `这张表没有「${id}」`, en: `the table has no “${id}”` });
    return { table, of, id, aliases: this.#texts(fields, 'aliases', path) };
  }

  #headings(fields: Fields, path: string): PackHeadings | null {
    const section = this.#text(fields, 'section', path);
    if (!section) return null;
    if (!sectionExists(section))
      return this.#say(join(path, 'section'), {
        zh: `没有「${section}」这一部分`,
        en: `there is no part “${section}”`,
      });
    return { section, variants: this.#texts(fields, 'variants', path) };
  }

  #words(value: unknown): Pack['words'] {
    const fields = value === undefined ? {} : asObject(value);
    if (!fields) this.#say('words', notJson);
    const known = (name: string): name is WordList => wordLists.some((list) => list === name);
    for (const name of Object.keys(fields ?? {})) if (!known(name)) this.#unknown(`words.${name}`);
    return Object.fromEntries(
      Object.keys(fields ?? {})
        .filter(known)
        .map((name) => [name, this.#texts(fields ?? {}, name, 'words')]),
    );
  }

  #entries<Value>(
    value: unknown,
    at: string,
    accepts: (value: unknown) => value is Value,
    message: Localized,
    isKnown: (key: string) => boolean,
  ): Readonly<Record<string, Value>> {
    const fields = value === undefined ? {} : asObject(value);
    if (!fields) this.#say(at, notJson);
    return Object.fromEntries(
      Object.entries(fields ?? {}).flatMap(([key, each]): [string, Value][] => {
        if (!isKnown(key)) this.#unknown(join(at, key));
        else if (!accepts(each)) this.#say(join(at, key), message);
        else return [[key, each]];
        return [];
      }),
    );
  }

  /** The rows that have a place in a form at least, each after those before it. */
  #placed(pack: Pack): readonly PackRow[] {
    const kept: PackRow[] = [];
    if (pack.rows.length > maxPackRows) this.#say('rows', tooManyRows);
    for (const row of pack.rows.slice(0, maxPackRows)) {
      const path = this.#places.get(row) ?? 'rows';
      const troubles = troublesOf(row, { ...pack, rows: kept });
      if (troubles.length === 0 || troubles.includes(null)) kept.push(row);
      const [trouble] = troubles;
      if (troubles.length === 0) this.#say(join(path, 'editions'), noForm);
      else if (trouble && !troubles.includes(null)) this.#say(path, trouble);
    }
    return kept;
  }
}

const tooManyRows: Localized = {
  zh: `一个包最多加 ${maxPackRows} 行，后面的没有加`,
  en: `a pack adds no more than ${maxPackRows} rows; those after are left out`,
};
const noForm: Localized = { zh: '没有一种格式有这张表', en: 'no form of these has the table' };
const severityMessage: Localized = {
  zh: `只能是${packSeverities.join('、')}`,
  en: `only ${packSeverities.join(', ')}`,
};
const limitMessage: Localized = { zh: '字数写正整数', en: 'the limit is a positive whole number' };

/** For each form that is to have the row, why it can't; null where it can. */
function troublesOf(row: PackRow, before: Pack): readonly (Localized | null)[] {
  return standardForms()
    .all.filter(({ id }) => row.editions.length === 0 || row.editions.includes(id))
    .flatMap((form) => withPack(form, before).tables.filter(({ id }) => id === row.table))
    .map((table: TableDefinition) => rowTrouble(row, table));
}

function descriptionOf(value: unknown, label: string): Localized {
  if (typeof value === 'string') return { zh: value, en: value };
  const { zh, en } = asObject(value) ?? {};
  const chinese = typeof zh === 'string' ? zh : label;
  return { zh: chinese, en: typeof en === 'string' ? en : chinese };
}

function tablesOf(id: string) {
  return standardForms().tables.filter((table) => table.id === id);
}

function sectionExists(id: string): boolean {
  return standardForms().all.some((form) => form.section(id) !== null);
}

function isYear(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1000 && value <= 9999;
}

function isLimit(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function isSeverity(value: unknown): value is PackSeverity {
  return packSeverities.some((severity) => severity === value);
}

function join(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}
