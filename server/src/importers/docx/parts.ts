import { unzip, type ZipEntry } from '../zip.ts';
import { holdsDocument, plainName } from './archive.ts';
import { decodeXml, elementsOf, parseXml, type XmlElement } from './xml.ts';

/** The parts of a Word file that matter for its text. */
export interface WordParts {
  readonly document: XmlElement;
  /** Null where the file has none. */
  readonly styles: XmlElement | null;
  readonly numbering: () => XmlElement | null;
  /** What stands in headers and footers, as XML. */
  readonly margins: readonly string[];
}

const MEGABYTE = 1 << 20;
const MAX_PART = 12 * MEGABYTE;
const MARGINS = /^word\/(?:header|footer)\d*\.xml$/i;
const MAX_MARGINS = 12;
const MAX_RELATIONS = 10_000;

/**
 * The parts by the relations that the file lists, else by their usual names; null where it has no text. Throws what `unzip`
 * and `parseXml` do; no part is unpacked beyond its limit.
 */
export function wordParts(bytes: Uint8Array, entries: readonly ZipEntry[]): WordParts | null {
  const byName = new Map(entries.map((entry) => [plainName(entry.name).toLowerCase(), entry]));
  const read = (entry: ZipEntry | undefined): XmlElement | null =>
    entry ? parseXml(decodeXml(unzip(bytes, entry, MAX_PART))) : null;
  const related = (folder: string, file: string, kind: string): ZipEntry | undefined => {
    const relations = read(byName.get(`${folder}_rels/${file}.rels`.toLowerCase()));
    const target = targetOf(relations, kind);
    return target === null ? undefined : byName.get(pathOf(folder, target));
  };
  const document = related('', '', 'officeDocument') ?? entries.find(holdsDocument);
  const text = read(document);
  if (!document || !text) return null;
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(plainName(document.name)) ?? [];
  const part = (kind: string): ZipEntry | undefined => related(folder, file, kind) ?? byName.get(`word/${kind}.xml`);
  return {
    document: text,
    styles: read(part('styles')),
    numbering: () => read(part('numbering')),
    margins: entries
      .filter(({ name }) => MARGINS.test(plainName(name)))
      .slice(0, MAX_MARGINS)
      .map((entry) => decodeXml(unzip(bytes, entry, MEGABYTE))),
  };
}

/** Where a relation of that kind leads; the kinds have two namespaces and end alike. */
function targetOf(relations: XmlElement | null, kind: string): string | null {
  const all = relations?.name === 'Relationships' ? elementsOf(relations).slice(0, MAX_RELATIONS) : [];
  return all.find(({ attributes }) => attributes.Type?.endsWith(`/${kind}`))?.attributes.Target ?? null;
}

function pathOf(folder: string, target: string): string {
  const path = plainName(target);
  const parts = (path.startsWith('/') ? path.slice(1) : `${folder}${path}`).split('/');
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '..') kept.pop();
    else if (part !== '.' && part !== '') kept.push(part);
  }
  return kept.join('/').toLowerCase();
}
