import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OutputFormat } from '../../server/src/cli/formats/format.ts';
import { json } from '../../server/src/cli/formats/json.ts';
import { rdjson } from '../../server/src/cli/formats/rdjson.ts';
import { sarif } from '../../server/src/cli/formats/sarif.ts';
import { Tally } from '../../server/src/cli/tally.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { noResources } from '../../server/src/importers/resources.ts';
import { importsHere } from '../../server/src/importers/run-import.ts';
import { check, type Finding } from '../../server/src/tasks/library.ts';
import { fixesTool } from '../../server/src/tasks/tools/fixes.ts';
import { LineIndex, type Range } from '../../server/src/text/line-index.ts';
import { corpus } from '../support/corpus.ts';
import { mutatedReport } from '../support/mutated-reports.ts';
import { reportsToSpoil } from '../support/reports-to-spoil.ts';

const settings = { rules: {} };

/** What a fix comes to, bars and spaces left out: in an editor it keeps tables formatted. */
type Alternative = readonly [title: string, outcome: string];
/** By code and place of the findings. */
type Alternatives = ReadonlyMap<string, readonly Alternative[]>;

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

function after(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const placed = edits.map(({ range, newText }) => ({
    start: lines.offsetAt(range.start),
    end: lines.offsetAt(range.end),
    newText,
  }));
  const [parts, end] = placed
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .reduce<readonly [string, number]>(
      ([done, at], edit) => [done + text.slice(at, edit.start) + edit.newText, edit.end],
      ['', 0],
    );
  return (parts + text.slice(end)).replace(/[ \t\u3000|｜]+/g, '');
}

function keyOf(code: unknown, { start, end }: Range): string {
  return `${code} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

function gathered(list: readonly (readonly [string, readonly Alternative[]])[]): Alternatives {
  const all = new Map<string, readonly Alternative[]>();
  for (const [key, alternatives] of list) {
    if (alternatives.length > 0) all.set(key, [...(all.get(key) ?? []), ...alternatives]);
  }
  return all;
}

function inEditor(text: string): Alternatives {
  const snapshot = createSnapshot('file:///a.nianbao', 1, text);
  const range = { start: { line: 0, character: 0 }, end: snapshot.lines.positionAt(text.length) };
  const actions = codeActions(snapshot, {
    ...{ language: 'zh', settings, relatedInformation: true, only: ['quickfix'], range },
    ...{ versionedEdits: false, snippetEdits: false, commands: false },
  });
  return gathered(
    actions.flatMap(({ title, diagnostics: [diagnostic] = [], edit }) => {
      if (!diagnostic || /^忽略|^在本文件中忽略/.test(title)) return [];
      const outcome = after(text, edit?.changes?.['file:///a.nianbao'] ?? []);
      return [[keyOf(diagnostic.code, diagnostic.range), [[title, outcome]]] as const];
    }),
  );
}

function ofFindings(text: string, findings: readonly Finding[]): Alternatives {
  return gathered(
    findings.map(({ code, range, fixes }) => [
      keyOf(code, range),
      fixes.map(({ title, edits }) => [title, after(text, edits)]),
    ]),
  );
}

function written(format: OutputFormat, text: string) {
  const { findings } = createSnapshot('file:///a.nianbao', 1, text).check(settings);
  const writer = format.open({ language: 'zh', color: false, columns: 80 });
  const checked = { file: 'a.nianbao', text, lines: new LineIndex(text), findings, suppressed: [] };
  return JSON.parse([writer.start(), writer.file(checked), writer.end(new Tally())].join(''));
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface SarifResult {
  readonly ruleId: string;
  readonly locations: readonly [{ readonly physicalLocation: { readonly region: Region } }];
  readonly fixes?: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
}

function inSarif(text: string): Alternatives {
  const rangeOf = (region: Region): Range => ({
    start: { line: region.startLine - 1, character: region.startColumn - 1 },
    end: { line: region.endLine - 1, character: region.endColumn - 1 },
  });
  return gathered(
    (written(sarif, text).runs[0].results as SarifResult[]).map(({ ruleId, locations: [location], fixes = [] }) => [
      keyOf(ruleId, rangeOf(location.physicalLocation.region)),
      fixes.map(({ description, artifactChanges }) => {
        const replacements = artifactChanges.flatMap((change) => change.replacements);
        const edits = replacements.map(({ deletedRegion, insertedContent }) => ({
          range: rangeOf(deletedRegion),
          newText: insertedContent.text,
        }));
        return [description.text, after(text, edits)];
      }),
    ]),
  );
}

async function ofAssistants(text: string): Promise<Alternatives> {
  const around = {
    language: 'zh' as const,
    runImport: importsHere(noResources),
    readFile: async () => new Uint8Array(),
  };
  const answers = await Promise.all(
    check(text).map((_, number) => fixesTool.run({ text, number }, around) as Promise<AssistantFixes>),
  );
  return ofFindings(
    text,
    answers.map(({ finding, fixes }) => ({ ...finding, fixes })),
  );
}

type AssistantFixes = { readonly finding: Omit<Finding, 'fixes'>; readonly fixes: Finding['fixes'] };

interface Diagnostic {
  readonly suggestions?: readonly {
    readonly range: { readonly start: BytePlace; readonly end: BytePlace };
    readonly text: string;
  }[];
}

interface BytePlace {
  readonly line: number;
  readonly column: number;
}

/** What the suggestions come to, in order; they have no titles. */
function inRdjson(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const position = ({ line, column }: BytePlace) => ({
    line: line - 1,
    character: new TextDecoder().decode(new TextEncoder().encode(lines[line - 1]).slice(0, column - 1)).length,
  });
  const all = (written(rdjson, text).diagnostics as Diagnostic[]).flatMap(({ suggestions = [] }) => suggestions);
  return all.map(({ range, text: newText }) =>
    after(text, [{ range: { start: position(range.start), end: position(range.end) }, newText }]),
  );
}

test('a finding has the same alternatives in the editor, JSON, SARIF, rdjson, the library and for assistants', async () => {
  const texts = [
    ...corpus.map(({ text }) => text),
    ...fc.sample(mutatedReport(reportsToSpoil), { numRuns: 15, seed: 3 }),
  ];
  let offered = 0;
  for (const text of texts) {
    const editor = inEditor(text);
    expect(ofFindings(text, written(json, text))).toEqual(editor);
    expect(inSarif(text)).toEqual(editor);
    expect(ofFindings(text, check(text))).toEqual(editor);
    expect(await ofAssistants(text)).toEqual(editor);
    const outcomes = written(json, text).flatMap(({ fixes }: Finding) => fixes.map(({ edits }) => after(text, edits)));
    expect(inRdjson(text)).toEqual(outcomes);
    offered += outcomes.length;
  }
  expect(offered).toBeGreaterThan(50);
}, 60_000);
