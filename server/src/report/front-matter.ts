import { frontMatterKey } from '../forms/front-matter.ts';
import type { Tree } from '../syntax/tree.ts';
import type { FrontMatterEntry } from './report.ts';

/** The entries of the front matter with their keys recognised, in Chinese or English spelling. */
export function readFrontMatter(tree: Tree): readonly FrontMatterEntry[] {
  return (tree.frontMatter?.entries ?? []).map((entry) => ({ key: frontMatterKey(entry.key.text), entry }));
}
