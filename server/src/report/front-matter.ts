import { frontMatterKeys } from '../forms/front-matter.ts';
import type { Tree } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import type { FrontMatterEntry, FrontMatterKey } from './report.ts';

const keyBySpelling: ReadonlyMap<string, FrontMatterKey> = new Map(
  frontMatterKeys.flatMap((definition) =>
    [definition.key, ...definition.spellings].map((spelling): [string, FrontMatterKey] => [
      canonical(spelling).toLowerCase(),
      definition.key,
    ]),
  ),
);

/** The entries of the front matter with their keys recognised, in Chinese or English spelling. */
export function readFrontMatter(tree: Tree): readonly FrontMatterEntry[] {
  return (tree.frontMatter?.entries ?? []).map((entry) => ({
    key: keyBySpelling.get(canonical(entry.key.text).toLowerCase()) ?? null,
    entry,
  }));
}
