import fc from 'fast-check';
import { expect, test } from 'vitest';
import { json } from '../../server/src/cli/formats/json.ts';
import { sarif } from '../../server/src/cli/formats/sarif.ts';
import { Tally } from '../../server/src/cli/tally.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { mutatedReport } from '../support/mutated-reports.ts';
import { reportsToSpoil } from '../support/reports-to-spoil.ts';

const settings = { rules: {} };
const most = 8;

interface Result {
  readonly code: string;
  readonly fixes: readonly string[];
}

interface Described {
  readonly description: { readonly text: string };
}

/** The titles of the fixes of each finding, as an editor offers them. */
function inEditor(text: string): readonly Result[] {
  const snapshot = createSnapshot('file:///a.nianbao', 1, text);
  const range = { start: { line: 0, character: 0 }, end: snapshot.lines.positionAt(text.length) };
  const actions = codeActions(snapshot, {
    ...{ language: 'zh', settings, relatedInformation: true, only: ['quickfix'], range },
    ...{ versionedEdits: true, snippetEdits: false, commands: false },
  });
  const offered = actions.filter(({ title }) => !/^忽略|^在本文件中忽略/.test(title));
  const of = (code: string) =>
    offered.flatMap(({ title, diagnostics }) => (diagnostics?.[0]?.code === code ? [title] : []));
  const codes = [...new Set(snapshot.check(settings).findings.map(({ code }) => code))];
  return codes.map((code) => ({ code, fixes: of(code) }));
}

/** The same of what a face wrote, findings of a code together. */
function byCode(results: readonly Result[]): readonly Result[] {
  return [...Map.groupBy(results, ({ code }) => code)].map(([code, list]) => ({
    code,
    fixes: list.flatMap(({ fixes }) => fixes),
  }));
}

test('check --format json and SARIF have the alternatives that editors offer', () => {
  const texts = fc.sample(mutatedReport(reportsToSpoil), { numRuns: 15, seed: 3 });
  let offered = 0;
  for (const text of texts) {
    const { findings } = createSnapshot('file:///a.nianbao', 1, text).check(settings);
    if (findings.some((finding) => (finding.fixes?.().length ?? 0) > most)) continue;
    const editor = inEditor(text);
    const checked = { file: 'a.nianbao', text, lines: new LineIndex(text), findings, suppressed: [] };
    const written = (format: typeof json) => {
      const writer = format.open({ language: 'zh', color: false, columns: 80 });
      return JSON.parse([writer.start(), writer.file(checked), writer.end(new Tally())].join(''));
    };
    const inJson = (written(json) as { code: string; fixes: { title: string }[] }[]).map(({ code, fixes }) => ({
      code,
      fixes: fixes.map(({ title }) => title),
    }));
    const inSarif = (written(sarif).runs[0].results as { ruleId: string; fixes?: Described[] }[]).map(
      ({ ruleId, fixes = [] }) => ({ code: ruleId, fixes: fixes.map(({ description }) => description.text) }),
    );
    expect(byCode(inJson)).toEqual(editor);
    expect(byCode(inSarif)).toEqual(editor);
    offered += editor.flatMap(({ fixes }) => fixes).length;
  }
  expect(offered).toBeGreaterThan(20);
});
