import type { Report } from '../report/report.ts';
import { UsageError } from './command.ts';
import { exportMessages } from './export-messages.ts';

/** What file systems don't take in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them.
const NOT_IN_NAMES = /[\u0000-\u001f\u007f\\/:*?"<>|]+/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const MAX_LENGTH = 80;
const PLACEHOLDER = /\{([^{}]*)\}/g;

export const defaultPattern = '{file}';

/** What a report gives for the names of its files; null for what it doesn't tell. */
export type NamedBy = Readonly<Record<string, string | null>>;

export function namedBy({ body, year, title, edition }: Report): NamedBy {
  return {
    body: body?.text ?? null,
    year: year ? String(year.value) : null,
    title: title?.text ?? null,
    edition: edition.id,
  };
}

/** What a name is made of; `file` is the source's own name without its ending. */
export const placeholders = ['body', 'year', 'title', 'edition', 'file'] as const;

/** Throws `UsageError` for a pattern that asks for what there is not. */
function checkPattern(pattern: string): void {
  for (const [, name = ''] of pattern.matchAll(PLACEHOLDER)) {
    if (!placeholders.some((known) => known === name))
      throw new UsageError(exportMessages.unknownPlaceholder(name, placeholders));
  }
}

/** The file names of one run, each once. */
export class ExportNames {
  readonly #pattern: string;
  readonly #extension: string;
  readonly #taken = new Set<string>();

  constructor(pattern: string, extension: string) {
    checkPattern(pattern);
    this.#pattern = pattern;
    this.#extension = extension;
  }

  /** A name, with its extension, that no other report of the run has and `isTaken` doesn't refuse. Without what the pattern asks for it is the source's. */
  next(report: NamedBy, file: string, isTaken: (name: string) => boolean): string {
    const base = this.#base(report, file);
    for (let i = 1; ; i++) {
      const name = `${base}${i === 1 ? '' : `-${i}`}${this.#extension}`;
      const key = name.toLowerCase();
      if (this.#taken.has(key) || isTaken(name)) continue;
      this.#taken.add(key);
      return name;
    }
  }

  #base(report: NamedBy, file: string): string {
    const values: NamedBy = { ...report, file };
    const asked = [...this.#pattern.matchAll(PLACEHOLDER)].map(([, name = '']) => values[name]);
    const pattern = asked.includes(null) ? defaultPattern : this.#pattern;
    const name = pattern.replace(PLACEHOLDER, (_, key: string) => values[key] ?? '');
    return safe(name) || safe(file) || 'report';
  }
}

function safe(name: string): string {
  const cut = [...name.replace(NOT_IN_NAMES, '-')]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/^[.\s-]+|[.\s-]+$/g, '');
  return RESERVED.test(cut) ? `${cut}-` : cut;
}
