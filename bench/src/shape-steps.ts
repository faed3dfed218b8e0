// What an editor asks of a text, each step once, by the processor time of its thread, in a process of its own: `shape-steps.ts <shape> <bytes>` prints a line of JSON a step.
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { exporters } from '../../server/src/exporters/index.ts';
import { cellPlaces } from '../../server/src/features/cell-places.ts';
import { checklist } from '../../server/src/features/checklist.ts';
import { codeActions, fixAllKind } from '../../server/src/features/code-actions.ts';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { completion } from '../../server/src/features/completion.ts';
import { copyCells } from '../../server/src/features/copy-cells.ts';
import { definition } from '../../server/src/features/definition.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { documentHighlight } from '../../server/src/features/document-highlight.ts';
import { documentLinks } from '../../server/src/features/document-links.ts';
import { editTable } from '../../server/src/features/edit-table.ts';
import { exportedFile } from '../../server/src/features/export-report.ts';
import { folding } from '../../server/src/features/folding.ts';
import { formatDocument, formatOnType } from '../../server/src/features/formatting.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { outline } from '../../server/src/features/outline.ts';
import { pasteCells } from '../../server/src/features/paste-block.ts';
import { preview } from '../../server/src/features/preview.ts';
import { references } from '../../server/src/features/references.ts';
import { rename } from '../../server/src/features/rename.ts';
import { selectionRanges } from '../../server/src/features/selection-range.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { createSnapshot, type Snapshot } from '../../server/src/features/snapshot.ts';
import { summary } from '../../server/src/features/summary.ts';
import { importReport } from '../../server/src/importers/index.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { shapes, textOf } from './shape-texts.ts';

export interface Step {
  readonly step: string;
  readonly ms: number;
}

const settings = defaultSettings;
const language = 'zh';
const common = { settings, language } as const;

type Work = (snapshot: Snapshot, places: Places) => unknown;

interface Places {
  readonly offsets: readonly number[];
  readonly whole: ReturnType<Snapshot['lines']['rangeOf']>;
}

/** What is measured, in the order in which it is asked: what a step has found out the later ones know. */
export const steps: Readonly<Record<string, Work>> = {
  parse: ({ text, tooLarge }) => (tooLarge ? null : parse(text)),
  bind: (snapshot) => snapshot.report,
  check: (snapshot) => snapshot.check(settings),
  diagnostics: (snapshot) => diagnostics(snapshot, { ...common, relatedInformation: true }),
  'code actions': (snapshot, places) => atEach(snapshot, places, (range) => actions(snapshot, range, null)),
  'code actions, all': (snapshot, { whole }) => actions(snapshot, whole, null),
  'fix-all': (snapshot, { whole }) => actions(snapshot, whole, [fixAllKind]),
  preview: (snapshot) => preview(snapshot, common),
  hover: async (snapshot, { offsets }) => {
    for (const offset of offsets) await hover(snapshot, { ...common, offset, markdown: true, commandLinks: true });
  },
  completion: (snapshot, { offsets }) =>
    offsets.map((offset) => completion(snapshot, { ...common, offset, snippets: true })),
  'semantic tokens': (snapshot) => semanticTokens(snapshot, { settings }),
  'inlay hints': (snapshot) =>
    inlayHints(snapshot, { ...common, within: { start: 0, end: snapshot.text.length }, editedLine: null }),
  'code lens': (snapshot) => codeLenses(snapshot, { ...common, commands: true }),
  checklist: (snapshot) => checklist(snapshot, common),
  summary: (snapshot) => summary(snapshot, common),
  folding: (snapshot) => folding(snapshot, { limit: null }),
  symbols: (snapshot) => outline(snapshot, { language }),
  highlight: (snapshot, { offsets }) => offsets.map((offset) => documentHighlight(snapshot, { settings, offset })),
  definition: (snapshot, { offsets }) => offsets.map((offset) => definition(snapshot, { settings, offset })),
  references: (snapshot, { offsets }) =>
    offsets.map((offset) => references(snapshot, { settings, offset, includeDeclaration: true })),
  links: (snapshot) => documentLinks(snapshot, { settings }),
  selection: (snapshot, { offsets }) => selectionRanges(snapshot, offsets),
  rename: (snapshot, { offsets }) =>
    [snapshot.text.indexOf('青禾') + 1, ...offsets].map((offset) =>
      rename(snapshot, { offset, language, newName: '青苗镇人民政府', versionedEdits: true, annotations: true }),
    ),
  format: (snapshot) => formatDocument(snapshot),
  'format on type': (snapshot, { offsets }) =>
    offsets.map((offset) => formatOnType(snapshot, snapshot.lines.positionAt(offset))),
  cells: (snapshot) => cellPlaces(snapshot),
  'copy cells': (snapshot, { whole }) => copyCells(snapshot, whole),
  totals: (snapshot, { whole }) =>
    editTable(snapshot, { ...common, range: whole, action: 'recomputeTotals', scope: 'report' }),
  paste: (snapshot, places) =>
    atEach(snapshot, places, (range) =>
      pasteCells(snapshot, { language, range, html: null, text: '1\t2\r\n3\t4\r\n', labels: 'short' }),
    ),
  ...Object.fromEntries(
    exporters.map(({ id }): [string, Work] => [
      `export ${id}`,
      (snapshot) => exportedFile(snapshot, { ...common, format: id, printPdf: null }),
    ]),
  ),
  import: ({ text }) => importReport(new TextEncoder().encode(text), { from: 'text' }),
};

function atEach(snapshot: Snapshot, { offsets }: Places, work: (range: Places['whole']) => unknown): unknown {
  return offsets.map((offset) => work(snapshot.lines.rangeOf({ start: offset, end: offset })));
}

function actions(snapshot: Snapshot, range: Places['whole'], only: readonly string[] | null): unknown {
  return codeActions(snapshot, {
    ...common,
    range,
    only,
    relatedInformation: true,
    versionedEdits: true,
    snippetEdits: true,
    commands: true,
    disabledActions: true,
    changeAnnotations: true,
  });
}

async function measure(text: string): Promise<void> {
  const snapshot = createSnapshot('file:///reports/report.nianbao', 1, text);
  const { length } = text;
  const places = {
    offsets: [0, Math.floor(length / 2), length - 2, length].map((at) => Math.max(0, at)),
    whole: snapshot.lines.rangeOf({ start: 0, end: length }),
  };
  for (const [step, work] of Object.entries(steps)) {
    const begin = process.threadCpuUsage();
    await work(snapshot, places);
    const { user, system } = process.threadCpuUsage(begin);
    print({ step, ms: (user + system) / 1000 });
  }
  print({ step: 'peak MB', ms: process.resourceUsage().maxRSS / 1024 });
}

function print(step: Step): void {
  console.log(JSON.stringify(step));
}

if (import.meta.main) {
  const [name, bytes] = process.argv.slice(2);
  const shape = shapes.find((each) => each.name === name);
  if (!shape) throw new Error(`no shape ${name}`);
  // What is loaded and compiled once is none of the shape's.
  const warm = createSnapshot('file:///reports/warm.nianbao', 1, textOf(shape, 2_000));
  warm.check(settings);
  await measure(textOf(shape, Number(bytes)));
}
