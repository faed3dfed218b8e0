// A folder's reports by whose they are and of which year.

import { FolderBodies } from '../analysis/folder-bodies.ts';
import { hash } from '../text/hash.ts';
import {
  type ListedBy,
  listedByName,
  type ReportHead,
  type Roster,
  type RosterBody,
  reportsOf,
  rosterBody,
} from './roster.ts';

interface OfYear {
  readonly all: readonly ReportHead[];
  readonly byName: ListedBy<ReportHead>;
}

/** The reports of a folder; nothing in it changes. */
export class FolderHeads {
  readonly all: readonly ReportHead[];
  /** Differs where other bodies are named; empty where there is no more than one. */
  readonly mark: string;
  readonly #names: readonly string[];
  readonly #byYear = new Map<number, OfYear>();
  #bodies: { readonly listed: Roster | null; readonly bodies: FolderBodies } | null = null;

  constructor(all: readonly ReportHead[]) {
    this.all = all;
    this.#names = [...new Set(all.flatMap(({ body }) => body ?? []))].sort();
    this.mark = this.#names.length > 1 ? hash(this.#names.join('\n')) : '';
  }

  /** The reports of a body for a year: by the file that the roster gives for it, else by the name that they give themselves. */
  of(name: string, year: number, listed: Roster | null): readonly ReportHead[] {
    const onRoster = listed && rosterBody(listed, name);
    return this.ofListed(onRoster ?? { name, file: null }, year, listed);
  }

  /** The same of a body as the roster has it. */
  ofListed(body: Pick<RosterBody, 'name' | 'file'>, year: number, listed: Roster | null): readonly ReportHead[] {
    const ofYear = this.#byYear.get(year) ?? this.#collect(year);
    this.#byYear.set(year, ofYear);
    return reportsOf({ source: listed?.source ?? '' }, body, ofYear);
  }

  /** Every body that a report of the folder names or the roster lists. */
  bodies(listed: Roster | null): FolderBodies {
    if (this.#bodies?.listed !== listed || !this.#bodies) {
      const names = [...this.#names, ...(listed?.bodies.map(({ name }) => name) ?? [])];
      this.#bodies = { listed, bodies: new FolderBodies(names) };
    }
    return this.#bodies.bodies;
  }

  #collect(year: number): OfYear {
    const all = this.all.filter((head) => head.year === year);
    return { all, byName: listedByName(all, ({ body }) => body) };
  }
}
