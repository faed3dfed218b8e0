import { bind } from '../report/bind.ts';
import { type CheckResult, check, type RuleSettings } from '../rules/check.ts';
import { parseWithinLimit } from '../syntax/parse.ts';

/** Everything found in a text. One over the size limit is not read: its one finding says so. */
export function checkText(text: string, settings: RuleSettings): CheckResult {
  return check(bind(parseWithinLimit(text)), settings);
}
