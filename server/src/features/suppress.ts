// Where and how a finding is silenced: a comment above its line or its table, or an entry of the front matter.
import { tableAround } from '../analysis/table-elements.ts';
import type { CheckedFinding } from '../rules/engine/check.ts';
import { isSuppressible } from '../rules/engine/rule.ts';
import { ruleByCode } from '../rules/index.ts';
import type { Localized } from '../text/language.ts';
import { lineBreak } from '../text/line-breaks.ts';
import type { Snapshot } from './snapshot.ts';

export interface Suppression {
  readonly title: Localized;
  /** The offset at which `text` is inserted. */
  readonly at: number;
  readonly text: string;
  /** Where in `text` the reason has to be written; until then a finding asks for it. */
  readonly cursor: number;
}

/** The ways to silence a finding; none for findings about suppressions and limits. */
export function suppressions(snapshot: Snapshot, finding: CheckedFinding): readonly Suppression[] {
  const rule = ruleByCode(finding.code);
  if (!rule || !isSuppressible(rule)) return [];
  const { lines, tree, report } = snapshot;
  if (tree.frontMatter && finding.span.start <= tree.frontMatter.span.end)
    return [inFrontMatter(snapshot, finding.code)];
  const line = lines.lineAt(finding.span.start);
  const comment = (start: number, title: Localized): Suppression => {
    const text = `// nianbao-ignore ${finding.code}: `;
    return { title, at: start, text: `${text}${lineBreak(snapshot.text)}`, cursor: text.length };
  };
  const ways = [
    comment(lines.lineStart(line), {
      zh: `忽略此处的 ${finding.code}（须写明理由）`,
      en: `Ignore ${finding.code} here (a reason is required)`,
    }),
  ];
  const table = tableAround(report, finding.span);
  if (table && lines.lineAt(table.span.start) !== line) {
    ways.push(
      comment(lines.lineStart(lines.lineAt(table.span.start)), {
        zh: `忽略${table.definition.name.zh}中的 ${finding.code}（须写明理由）`,
        en: `Ignore ${finding.code} in the whole of ${table.definition.name.en} (a reason is required)`,
      }),
    );
  }
  return ways;
}

function inFrontMatter({ lines, tree, text }: Snapshot, code: string): Suppression {
  const end = tree.frontMatter?.span.end ?? 0;
  const entry = `忽略: ${code}: `;
  return {
    title: {
      zh: `在本文件中忽略 ${code}（须写明理由）`,
      en: `Ignore ${code} in this file (a reason is required)`,
    },
    at: lines.lineStart(lines.lineAt(end)),
    text: `${entry}${lineBreak(text)}`,
    cursor: entry.length,
  };
}
