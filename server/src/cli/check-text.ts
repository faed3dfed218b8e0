import type { RuleSettings } from '../analysis/settings.ts';
import { subjectOf } from '../analysis/subject.ts';
import { bind } from '../report/bind.ts';
import { type CheckResult, check } from '../rules/engine/check.ts';
import { parseWithinLimit } from '../syntax/parse.ts';

/** Everything found in a text. One over the size limit is not read: its one finding says so. */
export function checkText(text: string, settings: RuleSettings): CheckResult {
  return check(subjectOf(bind(parseWithinLimit(text)), { settings }));
}
