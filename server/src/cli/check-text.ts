import { bind } from '../report/bind.ts';
import { type CheckResult, check, type RuleSettings } from '../rules/check.ts';
import { maxFileSize } from '../rules/limits.ts';
import { parse } from '../syntax/parse.ts';
import type { Tree } from '../syntax/tree.ts';

/** Everything found in a text. One over the size limit is not read: its one finding says so. */
export function checkText(text: string, settings: RuleSettings): CheckResult {
  return check(bind(text.length > maxFileSize ? unread(text) : parse(text)), settings);
}

function unread(text: string): Tree {
  return { text, frontMatter: null, unclosedFrontMatter: null, lines: [] };
}
