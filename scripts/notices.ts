// The licences of the packages whose code is in the bundles.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** A package whose code is shipped. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  /** As its manifest has it: an SPDX expression. */
  readonly license: string;
  readonly homepage: string;
  /** Its licence files and the legal comments of its code, one after the other. */
  readonly text: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url?: string };
  readonly author?: string | { readonly name?: string };
}

const FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-](?!.*\.(?:js|ts|json)$).*)?$/i;
const COMMENT = /\/\*[\s\S]*?\*\//g;
const LEGAL = /^\/\*!|@license\b|@preserve\b/;
const COPYRIGHT = /^copyright\b.*\d{4}.*$/gim;

/** The folders of packages, in order, with their files of which code is in the outputs below `dist/`. All paths are from the root. */
export type BundledFiles = Readonly<Record<string, readonly string[]>>;

export function bundledFiles(metafiles: readonly Metafile[]): BundledFiles {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.entries(outputs).flatMap(([path, output]) => (path.startsWith('dist/') ? Object.keys(output.inputs) : [])),
  );
  const files = new Map<string, string[]>();
  for (const path of [...new Set(inputs)].sort()) {
    const folder = FOLDER.exec(path)?.[0];
    if (folder) files.set(folder, [...(files.get(folder) ?? []), path]);
  }
  return Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The bytes that packages, by their folders, have in each output below `dist/`. */
export type BundledSizes = Readonly<Record<string, Readonly<Record<string, number>>>>;

export function bundledSizes(metafiles: readonly Metafile[]): BundledSizes {
  const sizes: Record<string, Record<string, number>> = {};
  for (const [output, { inputs }] of metafiles.flatMap(({ outputs }) => Object.entries(outputs))) {
    if (!output.startsWith('dist/')) continue;
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = FOLDER.exec(path)?.[0];
      if (!folder || bytesInOutput === 0) continue;
      const own = sizes[folder] ?? {};
      own[output] = (own[output] ?? 0) + bytesInOutput;
      sizes[folder] = own;
    }
  }
  return sizes;
}

/** The packages with their licences; throws where one has none and no other package has the text of its kind. */
export function bundledPackages(root: string, bundled: BundledFiles): readonly Bundled[] {
  const read = Object.keys(bundled).map((folder) => ({ folder, manifest: manifestIn(join(root, folder)) }));
  const texts = new Map(read.map(({ folder }) => [folder, licenceText(join(root, folder))]));
  return read.map(({ folder, manifest }) => {
    const { name = folder, version = '', license = '' } = manifest;
    const same = read.find((other) => other.manifest.license === license && texts.get(other.folder));
    const text = texts.get(folder) || madeFrom(same ? (texts.get(same.folder) ?? '') : '', manifest);
    if (text === '') throw new Error(`${name} ${version} (${license || 'no licence'}) has no licence text`);
    const comments = legalComments((bundled[folder] ?? []).map((path) => join(root, path)));
    return { name, version, license, homepage: homepageOf(manifest), text: [text, ...comments].join('\n\n') };
  });
}

/** The file of notices: a list, then each package with its licence. */
export function noticesText(packages: readonly Bundled[]): string {
  const heads = packages.map(({ name, version, license }) => `${name} ${version} (${license})`);
  return [
    'Nianbao contains code of these packages, under their own licences:\n',
    heads.map((head) => `- ${head}\n`).join(''),
    ...packages.map(
      ({ homepage, text }, i) => `${'='.repeat(80)}\n${heads[i]}\n${homepage}\n${'-'.repeat(80)}\n\n${text}\n`,
    ),
  ].join('\n');
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** What a package's licence files say, '' where it has none. Folders of data have their own. */
function licenceText(folder: string): string {
  const folders = [folder, ...readdirSync(folder).map((name) => join(folder, name))].filter(
    (path) => path === folder || existsSync(join(path, 'LICENSE')),
  );
  const files = folders.flatMap((path) =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
      .map(({ name }) => join(path, name)),
  );
  return [...new Set(files.map((path) => readFileSync(path, 'utf8').replace(/\r\n?/g, '\n').trim()))].join('\n\n');
}

/** What the code says of its own licence or of code that was taken into it. Bundling drops these comments. */
function legalComments(paths: readonly string[]): readonly string[] {
  const comments = paths.flatMap((path) => readFileSync(path, 'utf8').match(COMMENT) ?? []);
  return [...new Set(comments.filter((comment) => LEGAL.test(comment)))];
}

/** Another package's licence of the same kind, in the name of this one's author. */
function madeFrom(text: string, { author, name }: Manifest): string {
  const holder = typeof author === 'string' ? author : author?.name;
  const [first, ...others] = text.match(COPYRIGHT) ?? [];
  const alone = others.reduce((rest, line) => rest.replace(`${line}\n`, ''), text);
  return first ? alone.replace(first, `Copyright (c) ${holder ?? `the authors of ${name}`}`) : text;
}

function homepageOf({ homepage, repository }: Manifest): string {
  const url = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
  return url.replace(/^git\+/, '').replace(/\.git$/, '');
}
