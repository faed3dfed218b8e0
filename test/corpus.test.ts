import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { defaultSettings } from '../server/src/analysis/settings.ts';
import { exporters } from '../server/src/exporters/index.ts';
import { folding } from '../server/src/features/folding.ts';
import { outline } from '../server/src/features/outline.ts';
import { createSnapshot, type Snapshot } from '../server/src/features/snapshot.ts';
import { filePlace } from '../server/src/rules/engine/render.ts';
import { corpus } from './support/corpus.ts';
import { printOutline, printTables } from './support/print-report.ts';
import { wholeReport } from './support/whole-report.ts';

/** Everything that a report is turned into, as text. A new exporter joins by being listed. */
const outputs: Readonly<Record<string, (snapshot: Snapshot) => string>> = {
  report: ({ report }) => `${printOutline(report)}\n${printTables(report)}`,
  findings,
  outline: (snapshot) =>
    outline(snapshot, { language: 'zh' })
      .map((symbol) => printSymbol(symbol, ''))
      .join('\n'),
  folding: (snapshot) =>
    folding(snapshot, { limit: null })
      .map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1} ${kind ?? ''}`.trim())
      .join('\n'),
  ...Object.fromEntries(
    exporters
      .filter((exporter) => exporter.text)
      .map((exporter) => [exporter.id, ({ report }: Snapshot) => exporter.write(report)]),
  ),
};

function findings(snapshot: Snapshot): string {
  const { findings: found, failures } = snapshot.check(defaultSettings);
  expect(failures).toEqual([]);
  return found
    .map(({ code, severity, span, message, related }) => {
      const { line, character } = snapshot.lines.positionAt(span.start);
      const lines = [`${line + 1}:${character + 1} ${severity} ${code}`, message().zh, message().en];
      const places = related().map((each) => {
        const { range } = filePlace(each, snapshot.lines);
        return `${range.start.line + 1}: ${each.message().zh}`;
      });
      return [...lines, ...places].join('\n  ');
    })
    .join('\n');
}

function printSymbol(symbol: DocumentSymbol, indent: string): string {
  const head = `${indent}${symbol.name}${symbol.detail ? ` (${symbol.detail})` : ''}`;
  return [head, ...(symbol.children ?? []).map((child) => printSymbol(child, `${indent}  `))].join('\n');
}

describe.each(corpus)('$name', ({ name, text }) => {
  const snapshot = createSnapshot(`file:///${encodeURI(name)}.nianbao`, 1, text);

  test.each(Object.entries(outputs))('%s', async (output, write) => {
    await expect(`${write(snapshot)}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, 'expected', `${name}.${output}.txt`),
    );
  });
});

describe('the examples without a fault in their name', () => {
  test.each(corpus.filter(({ name }) => name.startsWith('examples/') && !name.includes('有误')))(
    '$name is clean',
    ({ name, text }) => {
      expect(findings(createSnapshot(`file:///${name}`, 1, wholeReport(text)))).toBe('');
    },
  );
});
